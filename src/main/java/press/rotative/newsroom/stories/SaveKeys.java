package press.rotative.newsroom.stories;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Collectors;
import press.rotative.newsroom.Form;
import press.rotative.platform.Digest;
import press.rotative.platform.Secrets;

/// Names of saves. A form that is sent twice as it is was saved once; one that was changed is another save.
final class SaveKeys {
    private static final SecureRandom RANDOM = new SecureRandom();

    private SaveKeys() {}

    static String fresh() {
        byte[] random = new byte[12];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /// Of a link.
    static String secret() {
        return Secrets.next(RANDOM);
    }

    static String of(Form form) {
        String all = form.all().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
        return Digest.of(all).substring(0, 40);
    }
}
