package press.rotative.wire.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.story.DoubtCount;
import press.rotative.story.StoryContent;

/// How many doubts there are about a capture at which nobody has looked, counted before the act that files it.
///
/// @param doubts about the capture, but for its language
/// @param language that was found, BCP 47; null: it could not be told
public record FreshDoubts(int doubts, @Nullable String language) {

    public static FreshDoubts about(Account account) {
        String own = account.language() == null ? "" : account.language();
        return new FreshDoubts(Doubt.ofCapture(account, own, Map.of()).size(), account.language());
    }

    /// With those that hang on where and as what it is filed.
    ///
    /// @param edition its language
    public DoubtCount.Doubts in(String edition, StoryContent text) {
        return new DoubtCount.Doubts(
                doubts + (edition.equals(language) ? 0 : 1), Doubt.lacks(text).size());
    }
}
