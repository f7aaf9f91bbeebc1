package press.rotative.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.rotative.platform.Digest;

/// Which files a backup holds, with their SHA-256, in the form that `sha256sum -c MANIFEST.sha256` reads.
record Manifest(Map<String, String> digests) {
    static final String FILE = "MANIFEST.sha256";

    private static final Pattern NAME =
            Pattern.compile("rotative\\.db|publication\\.head|secrets\\.key|blobs/([0-9a-f]{2})/(\\1[0-9a-f]{62})");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+)");
    private static final long MOST_BYTES = 1L << 30;

    Manifest {
        digests = Map.copyOf(digests);
    }

    /// Whether a backup may hold a file of this name: nothing that could lead out of its folder.
    static boolean allows(String name) {
        return NAME.matcher(name).matches();
    }

    String text() {
        var text = new StringBuilder();
        new TreeMap<>(digests)
                .forEach((name, digest) ->
                        text.append(digest).append("  ").append(name).append('\n'));
        return text.toString();
    }

    static Manifest read(Path file) throws IOException {
        if (!Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
            throw new IOException("This is no backup of rotative: it has no " + FILE + ".");
        }
        var digests = new TreeMap<String, String>();
        for (String line :
                Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches() || !allows(parts.group(2))) {
                throw new IOException("The list of files in the backup has a line that does not belong there: " + line);
            }
            digests.put(parts.group(2), parts.group(1));
        }
        return new Manifest(digests);
    }

    static String digestOf(Path file) throws IOException {
        var digest = Digest.sha256();
        try (InputStream in = Files.newInputStream(file);
                var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
