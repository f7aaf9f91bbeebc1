package press.rotative.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The little of the tar format (POSIX.1-1988 `ustar`, section "ustar Interchange Format" of `pax`) that a backup
/// needs: plain files with short names. Sizes above 8 GiB are written in base 256, as GNU tar and all since do.
final class Tar {
    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int CHECKSUM_AT = 148;
    private static final int TYPE_AT = 156;
    private static final long MOST_OCTAL = 1L << 33;

    private Tar() {}

    /// Is given each file of an archive.
    interface Taking {
        /// @param in exactly the bytes of this file
        void take(String name, InputStream in) throws IOException;
    }

    static void add(OutputStream out, String name, Path file) throws IOException {
        long size = Files.size(file);
        out.write(header(name, size));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long left = size;
            while (left > 0) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new EOFException(file + " became shorter while it was copied");
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        }
        out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
    }

    /// Two empty blocks end an archive.
    static void end(OutputStream out) throws IOException {
        out.write(new byte[2 * BLOCK]);
    }

    private static byte[] header(String name, long size) {
        byte[] header = new byte[BLOCK];
        byte[] written = name.getBytes(StandardCharsets.US_ASCII);
        if (written.length > 100) {
            throw new IllegalArgumentException("too long for a name in a backup: " + name);
        }
        System.arraycopy(written, 0, header, 0, written.length);
        text(header, 100, "0000600\0");
        text(header, 108, "0000000\0");
        text(header, 116, "0000000\0");
        if (size < MOST_OCTAL) {
            text(header, SIZE_AT, "%011o\0".formatted(size));
        } else {
            header[SIZE_AT] = (byte) 0x80;
            for (int i = 0; i < 8; i++) {
                header[SIZE_AT + SIZE_LENGTH - 1 - i] = (byte) (size >>> (8 * i));
            }
        }
        text(header, 136, "00000000000\0");
        header[TYPE_AT] = '0';
        text(header, 257, "ustar\00000");
        text(header, CHECKSUM_AT, "%06o\0 ".formatted(checksum(header)));
        return header;
    }

    private static void text(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    /// Sum of all bytes, those of the checksum itself as spaces.
    private static int checksum(byte[] header) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= CHECKSUM_AT && i < CHECKSUM_AT + 8 ? ' ' : header[i] & 0xff;
        }
        return sum;
    }

    /// @throws IOException with a sentence, for what is not a whole archive of plain files
    static void read(InputStream in, Taking taking) throws IOException {
        while (true) {
            byte[] header = in.readNBytes(BLOCK);
            if (header.length < BLOCK) {
                throw new IOException("The backup ends too early.");
            }
            if (Arrays.equals(header, new byte[BLOCK])) {
                return;
            }
            if (number(header, CHECKSUM_AT, 8) != checksum(header)) {
                throw new IOException("The backup is damaged, or is no archive of rotative.");
            }
            int end = 0;
            while (end < 100 && header[end] != 0) {
                end++;
            }
            String name = new String(header, 0, end, StandardCharsets.UTF_8);
            if (header[TYPE_AT] != '0' || header[345] != 0) {
                throw new IOException("The backup holds something that is no plain file: " + name);
            }
            long size = number(header, SIZE_AT, SIZE_LENGTH);
            var bounded = new Bounded(in, size);
            taking.take(name, bounded);
            bounded.skipRest();
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        }
    }

    private static long number(byte[] header, int at, int length) throws IOException {
        long number = 0;
        if ((header[at] & 0x80) != 0) {
            for (int i = at + length - 8; i < at + length; i++) {
                number = number << 8 | header[i] & 0xff;
            }
        } else {
            String octal = new String(header, at, length, StandardCharsets.US_ASCII)
                    .replace('\0', ' ')
                    .strip();
            if (!octal.matches("[0-7]{1,12}")) {
                throw new IOException("The backup is damaged, or is no archive of rotative.");
            }
            number = Long.parseLong(octal, 8);
        }
        if (number < 0) {
            throw new IOException("The backup is damaged, or is no archive of rotative.");
        }
        return number;
    }

    /// The bytes of one file, and no more.
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        Bounded(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = in.read(into, from, (int) Math.min(length, left));
            if (count < 0) {
                throw new EOFException("The backup ends too early.");
            }
            left -= count;
            return count;
        }

        void skipRest() throws IOException {
            in.skipNBytes(left);
            left = 0;
        }
    }
}
