package press.rotative.newsroom;

import press.rotative.language.Words;
import press.rotative.platform.Problem;

/// Problems in the language of a screen.
public final class Said {
    private Said() {}

    public static String of(Words words, Problem problem) {
        return problem.phrase()
                .map(phrase -> words.say(phrase.key(), phrase.arguments().toArray()))
                .orElseGet(problem::sentence);
    }
}
