package press.rotative.media.darkroom;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the server and a child speak through the child's standard input and output: binary, one order, one result.
final class Protocol {
    /// Begins every message, so that stray output of a library is found out.
    private static final int MARK = 0x524f5431;

    /// What a child says when it is ready.
    ///
    /// @param engine its name, for the log and the figures
    record Hello(String engine, Set<Format> formats) {}

    private Protocol() {}

    static void writeHello(DataOutput out, Hello hello) throws IOException {
        out.writeInt(MARK);
        out.writeUTF(hello.engine());
        out.writeUTF(hello.formats().stream().map(Format::name).collect(Collectors.joining(" ")));
    }

    static Hello readHello(DataInput in) throws IOException {
        mark(in);
        String engine = in.readUTF();
        return new Hello(
                engine,
                Stream.of(in.readUTF().split(" ")).map(Format::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    static void writeOrder(DataOutput out, Order order) throws IOException {
        out.writeInt(MARK);
        switch (order) {
            case Order.Develop(Path from, Path to, FileKind kind) -> {
                out.writeByte(1);
                paths(out, from, to);
                out.writeUTF(kind.name());
            }
            case Order.Print print -> {
                out.writeByte(2);
                paths(out, print.from(), print.to());
                for (int number : numbers(print)) {
                    out.writeInt(number);
                }
                out.writeUTF(print.format().name());
                writeTexts(out, print.texts());
            }
        }
    }

    private static int[] numbers(Order.Print print) {
        Order.Part part = print.part();
        return new int[] {
            part.pictureWidth(),
            part.pictureHeight(),
            part.left(),
            part.top(),
            part.width(),
            part.height(),
            print.width(),
            print.height(),
            print.effort()
        };
    }

    static Order readOrder(DataInput in) throws IOException {
        mark(in);
        int kind = in.readByte();
        Path from = Path.of(in.readUTF());
        Path to = Path.of(in.readUTF());
        if (kind == 1) {
            return new Order.Develop(from, to, FileKind.valueOf(in.readUTF()));
        }
        int[] numbers = new int[9];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readInt();
        }
        var part = new Order.Part(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
        Format format = Format.valueOf(in.readUTF());
        return new Order.Print(from, to, part, numbers[6], numbers[7], format, numbers[8], readTexts(in));
    }

    static void writeResult(DataOutput out, Result result) throws IOException {
        out.writeInt(MARK);
        switch (result) {
            case Result.Developed(Format format, int width, int height, int frames, Texts texts) -> {
                out.writeByte(1);
                out.writeUTF(format.name());
                out.writeInt(width);
                out.writeInt(height);
                out.writeInt(frames);
                writeTexts(out, texts);
            }
            case Result.Printed printed -> out.writeByte(2);
            case Result.Refused(Result.Reason reason) -> {
                out.writeByte(3);
                out.writeUTF(reason.name());
            }
        }
    }

    static Result readResult(DataInput in) throws IOException {
        mark(in);
        int kind = in.readByte();
        return switch (kind) {
            case 1 ->
                new Result.Developed(
                        Format.valueOf(in.readUTF()), in.readInt(), in.readInt(), in.readInt(), readTexts(in));
            case 2 -> new Result.Printed();
            case 3 -> new Result.Refused(Result.Reason.valueOf(in.readUTF()));
            default -> throw new StreamCorruptedException("no result is of kind " + kind);
        };
    }

    private static void mark(DataInput in) throws IOException {
        if (in.readInt() != MARK) {
            throw new StreamCorruptedException("something else than the darkroom speaks here");
        }
    }

    private static void paths(DataOutput out, Path from, Path to) throws IOException {
        out.writeUTF(from.toString());
        out.writeUTF(to.toString());
    }

    private static void writeTexts(DataOutput out, Texts texts) throws IOException {
        for (String text : texts.all()) {
            out.writeBoolean(text != null);
            if (text != null) {
                out.writeUTF(text);
            }
        }
    }

    private static Texts readTexts(DataInput in) throws IOException {
        List<@Nullable String> all = new ArrayList<>();
        for (int i = 0; i < Texts.NONE.all().size(); i++) {
            all.add(in.readBoolean() ? in.readUTF() : null);
        }
        return Texts.of(all);
    }
}
