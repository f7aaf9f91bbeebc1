package press.rotative.command.socket;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What is said on the socket between a command and the running server: frames of one kind byte, a length of four bytes
/// and that many bytes. A command asks with [Kind#WORDS], then its input, then [Kind#END]; the server answers with
/// output and complaints as they come, and one [Kind#STATUS]. Then the command may ask again.
final class Frames {
    /// No frame is longer; a stream of any length is many frames.
    static final int MOST_BYTES = 64 * 1024;

    enum Kind {
        WORDS,
        INPUT,
        END,
        OUT,
        ERR,
        STATUS
    }

    record Frame(Kind kind, byte[] bytes) {}

    private final DataInputStream in;
    private final DataOutputStream out;

    Frames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    Frame read() throws IOException {
        int kind = in.readUnsignedByte();
        int length = in.readInt();
        if (kind >= Kind.values().length || length < 0 || length > MOST_BYTES) {
            throw new IOException("What came over the socket is not from this version of rotative.");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The other side went away.");
        }
        return new Frame(Kind.values()[kind], bytes);
    }

    void write(Kind kind, byte[] bytes, int from, int length) throws IOException {
        synchronized (out) {
            out.writeByte(kind.ordinal());
            out.writeInt(length);
            out.write(bytes, from, length);
            out.flush();
        }
    }

    void write(Kind kind, byte[] bytes) throws IOException {
        write(kind, bytes, 0, bytes.length);
    }

    /// Words travel as UTF-8, each ended by a NUL, which no word can hold.
    static byte[] ofWords(List<String> words) {
        return (String.join("\0", words) + "\0").getBytes(StandardCharsets.UTF_8);
    }

    static List<String> toWords(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.isEmpty()
                ? List.of()
                : List.of(text.substring(0, text.length() - 1).split("\0", -1));
    }

    /// Everything written becomes frames of one kind.
    OutputStream outputAs(Kind kind) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                for (int at = from; at < from + length; at += MOST_BYTES) {
                    Frames.this.write(kind, bytes, at, Math.min(MOST_BYTES, from + length - at));
                }
            }
        };
    }

    /// The input of one question: ends with its [Kind#END].
    InputStream input() {
        return new InputStream() {
            private byte[] waiting = new byte[0];
            private int at;
            private boolean ended;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                while (at == waiting.length && !ended) {
                    Frame frame = Frames.this.read();
                    ended = frame.kind() == Kind.END;
                    waiting = frame.bytes();
                    at = 0;
                }
                if (at == waiting.length) {
                    return -1;
                }
                int count = Math.min(length, waiting.length - at);
                System.arraycopy(waiting, at, into, from, count);
                at += count;
                return count;
            }
        };
    }
}
