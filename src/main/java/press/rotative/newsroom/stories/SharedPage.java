package press.rotative.newsroom.stories;

import press.rotative.newsroom.Shell;

/// A new link to a preview, shown once.
///
/// @param link whole address
/// @param lasts how long, in words
public record SharedPage(Shell shell, long id, String link, String lasts) {
    public String path() {
        return "/newsroom/stories/" + id;
    }
}
