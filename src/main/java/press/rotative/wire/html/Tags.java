package press.rotative.wire.html;

import java.util.List;
import java.util.Optional;
import press.rotative.wire.words.Words;

/// Tags and sections as data and links name them.
final class Tags {

    private static final int LONGEST = 70;
    private static final int MOST = 60;

    private Tags() {}

    /// @return whether it is one of the draft's tags now
    static boolean add(String tag, HtmlDraft draft) {
        String name = Values.text(tag);
        name = name.startsWith("#") ? name.substring(1).replace('_', ' ').strip() : name;
        boolean usable = name.length() > 1
                && name.length() <= LONGEST
                && name.chars().anyMatch(Character::isLetter)
                && name.indexOf(':') < 0
                && name.indexOf('/') < 0
                && name.indexOf('=') < 0;
        String kept = name;
        boolean known = draft.tags.stream().anyMatch(kept::equalsIgnoreCase);
        if (usable && !known && draft.tags.size() < MOST) {
            return draft.tags.add(name);
        }
        return usable && known;
    }

    /// The section in the steps that lead to a page: the first behind the home page.
    static Optional<String> section(List<String> steps, Optional<String> headline) {
        return steps.stream()
                .filter(step -> step.length() <= 60
                        && !Words.GENERAL.has("home", step)
                        && headline.filter(step::equalsIgnoreCase).isEmpty()
                        && step.chars().anyMatch(Character::isLetter))
                .findFirst();
    }
}
