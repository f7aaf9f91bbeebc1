package press.rotative.wire.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.Words;

/// Bylines from names that data gives one by one.
final class Bylines {

    private Bylines() {}

    static Optional<Clipping.Byline> of(List<Clipping.Signature> signatures) {
        return signatures.isEmpty()
                ? Optional.empty()
                : Optional.of(new Clipping.Byline(
                        signatures.stream().map(Clipping.Signature::name).collect(Collectors.joining(", ")),
                        signatures));
    }

    /// Roles that the printed byline gives behind a name: "Par Anne Duval, envoyée spéciale".
    static Clipping.Byline withRoles(Clipping.Byline byline, String printed) {
        return new Clipping.Byline(
                byline.text(),
                byline.signatures().stream()
                        .map(each -> withRole(each, printed))
                        .toList());
    }

    private static Clipping.Signature withRole(Clipping.Signature signature, String printed) {
        int end = printed.indexOf(signature.name()) + signature.name().length();
        boolean follows = end > signature.name().length() - 1
                && end + 3 < printed.length()
                && ",(-–—".indexOf(printed.charAt(end) == ' ' ? printed.charAt(end + 1) : printed.charAt(end)) >= 0;
        if (!follows || signature.role().isPresent()) {
            return signature;
        }
        String rest = printed.substring(end).replaceFirst("^[\\s,(–—-]+", "");
        String piece = rest.split("[,()|–—-]", 2)[0].strip();
        return Words.GENERAL.has("role", piece)
                ? new Clipping.Signature(signature.name(), Optional.of(piece))
                : signature;
    }

    static Optional<Clipping.Byline> named(String value) {
        return of(Values.names(value).stream()
                .map(name -> new Clipping.Signature(name, Optional.empty()))
                .toList());
    }
}
