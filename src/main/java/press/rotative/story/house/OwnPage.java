package press.rotative.story.house;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.story.EditionId;

/// A page on which the newsroom speaks of itself.
///
/// @param version counts every change, also those of address and kind
/// @param slug second part of its address
/// @param family pages of no kind that share it say the same in other editions
/// @param title of the newest text
/// @param lastText number of the newest text
/// @param live what the public reads; null: nothing
/// @param shownAt when the public first read it; null: it never did
public record OwnPage(
        OwnPageId id,
        int version,
        EditionId edition,
        OwnPageKind kind,
        String slug,
        long family,
        String title,
        int lastText,
        @Nullable Live live,
        @Nullable Instant shownAt) {

    /// @param text number of the text
    /// @param at when it was saved
    public record Live(int text, String title, Instant at) {}

    /// Whether a newer text waits for the public.
    public boolean waits() {
        return live == null || live.text() != lastText;
    }

    /// Whether somebody may say that a page of theirs says the same: they read this one, or look after it.
    public boolean mayBeLinked(Actor actor) {
        return live != null || Policy.allows(actor, Power.MANAGE_PAGES, Scope.ofEdition(edition.value()));
    }

    /// Whether two pages say the same, each in its edition.
    public boolean isLike(OwnPage other) {
        return kind == other.kind && (kind != OwnPageKind.FREE || family == other.family);
    }
}
