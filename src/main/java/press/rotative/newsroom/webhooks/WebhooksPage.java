package press.rotative.newsroom.webhooks;

import java.util.List;
import press.rotative.newsroom.Shell;

/// All webhooks.
public record WebhooksPage(Shell shell, List<Line> webhooks) {
    public WebhooksPage {
        webhooks = List.copyOf(webhooks);
    }

    public record Line(String name, String path, String address, Standing standing) {}

    /// How it stands, in words.
    ///
    /// @param look of the mark before it
    /// @param more what else is to be known; empty: nothing
    public record Standing(String look, String words, String more) {}
}
