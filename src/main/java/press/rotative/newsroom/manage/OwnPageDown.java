package press.rotative.newsroom.manage;

import java.util.List;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;

/// The question whether a page of the newsroom is to be taken down.
///
/// @param path of the screen on which it is changed
/// @param address on the public site
/// @param lawful whether the law of many countries asks for it
public record OwnPageDown(Shell shell, List<Tab.Link> tabs, Form form, String path, String address, boolean lawful) {

    public OwnPageDown {
        tabs = List.copyOf(tabs);
    }
}
