package press.rotative.newsroom;

import press.rotative.language.Words;
import press.rotative.platform.Problem;

/// Problems in the language of a screen.
final class Said {
    private Said() {}

    static String of(Words words, Problem problem) {
        return problem.phrase()
                .map(phrase -> words.say(phrase.key(), phrase.arguments().toArray()))
                .orElseGet(problem::sentence);
    }
}
