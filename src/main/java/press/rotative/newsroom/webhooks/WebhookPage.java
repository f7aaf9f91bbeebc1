package press.rotative.newsroom.webhooks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;

/// A webhook, or one that is being added.
///
/// @param path where the form goes
/// @param events to choose from
/// @param editions to choose from; none chosen: all
/// @param loopback whether this machine may be its address
/// @param running what there is to see and do besides the form; null: it is being added
public record WebhookPage(
        Shell shell,
        Form form,
        String path,
        List<DeskPage.Choice> events,
        List<DeskPage.Choice> editions,
        boolean loopback,
        @Nullable Running running) {

    public WebhookPage {
        events = List.copyOf(events);
        editions = List.copyOf(editions);
    }

    /// @param resumable whether it is not delivered to
    /// @param paused whether somebody paused it
    /// @param oldSecret until when the secret before this one is good; null: it is not
    /// @param deliveries newest first
    public record Running(
            WebhooksPage.Standing standing,
            boolean resumable,
            boolean paused,
            @Nullable Moment oldSecret,
            List<Line> deliveries) {
        public Running {
            deliveries = List.copyOf(deliveries);
        }
    }

    /// One delivery.
    ///
    /// @param look of its outcome
    /// @param outcome in words
    /// @param cause why it was sent, with the number of the attempt
    /// @param answer what the other side said; empty: nothing
    /// @param again where it is sent once more
    public record Line(
            String look,
            String outcome,
            String event,
            String message,
            String cause,
            Moment at,
            String millis,
            String answer,
            String again) {}
}
