package press.rotative.media.darkroom;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Puts texts into a JPEG file of our own making, right after its first segment: as XMP (ISO 16684-3, section 1.1.3)
/// and, for older readers, as IPTC IIM 4.2 in a Photoshop resource. IIM limits its fields; there a text may be cut, in
/// XMP it is whole.
final class JpegTexts {
    private static final String XMP_HEADER = "http://ns.adobe.com/xap/1.0/\0";
    private static final int LARGEST_SEGMENT = 65_533;

    private JpegTexts() {}

    static void insert(Path file, Texts texts) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < 4 || (bytes[0] & 0xff) != 0xff || (bytes[1] & 0xff) != 0xd8) {
            throw new IOException("no JPEG");
        }
        int first = (bytes[3] & 0xff) == 0xe0 ? 4 + ((bytes[4] & 0xff) << 8 | bytes[5] & 0xff) : 2;
        var out = new ByteArrayOutputStream(bytes.length + 4000);
        out.write(bytes, 0, first);
        segment(out, 0xe1, joined(XMP_HEADER.getBytes(StandardCharsets.ISO_8859_1), XmpPacket.of(texts)));
        segment(out, 0xed, photoshop(iim(texts)));
        out.write(bytes, first, bytes.length - first);
        Files.write(file, out.toByteArray());
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) throws IOException {
        if (content.length > LARGEST_SEGMENT) {
            throw new IOException("the texts are too long for a JPEG segment");
        }
        var data = new DataOutputStream(out);
        data.write(0xff);
        data.write(marker);
        data.writeShort(content.length + 2);
        data.write(content);
    }

    private static byte[] photoshop(byte[] iim) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write("Photoshop 3.0\0".getBytes(StandardCharsets.ISO_8859_1));
        out.write("8BIM".getBytes(StandardCharsets.ISO_8859_1));
        out.writeShort(0x0404);
        out.writeShort(0);
        out.writeInt(iim.length);
        out.write(iim);
        if (iim.length % 2 == 1) {
            out.write(0);
        }
        return bytes.toByteArray();
    }

    private static byte[] iim(Texts texts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        dataset(out, 1, 90, new byte[] {0x1b, '%', 'G'}); // UTF-8
        dataset(out, 2, 0, new byte[] {0, 4});
        text(out, 80, 32, texts.creator());
        text(out, 105, 256, texts.headline());
        text(out, 110, 32, texts.credit());
        text(out, 115, 32, texts.provider());
        text(out, 116, 128, texts.copyright());
        text(out, 120, 2000, texts.caption());
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, int number, int most, @Nullable String text) throws IOException {
        String clean = Texts.cleaned(text);
        if (clean != null) {
            byte[] bytes = clean.getBytes(StandardCharsets.UTF_8);
            int end = Math.min(bytes.length, most);
            while (end > 0 && end < bytes.length && (bytes[end] & 0xc0) == 0x80) {
                end--;
            }
            dataset(out, 2, number, java.util.Arrays.copyOf(bytes, end));
        }
    }

    private static void dataset(DataOutputStream out, int row, int number, byte[] content) throws IOException {
        out.write(0x1c);
        out.write(row);
        out.write(number);
        out.writeShort(content.length);
        out.write(content);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
