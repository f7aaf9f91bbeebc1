package press.rotative.media.darkroom;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/// What a child may take of the machine, set by itself before it reads the first file (Linux: setrlimit(2), prctl(2),
/// setpriority(2)). Elsewhere the limits of the Java machine and the server's watch remain.
final class ProcessLimits {
    private static final int FILE_SIZE = 1;
    private static final int DATA = 2;
    private static final int CORE = 4;
    private static final int OPEN_FILES = 7;
    private static final int NO_NEW_PRIVILEGES = 38;

    private ProcessLimits() {}

    /// @param niceness 0: as important as the server; 19: only when nobody else works
    static void set(long dataBytes, long fileBytes, int niceness) {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return;
        }
        limit(DATA, dataBytes);
        limit(FILE_SIZE, fileBytes);
        limit(CORE, 0);
        limit(OPEN_FILES, 1024);
        Linker linker = Linker.nativeLinker();
        invoke(
                linker,
                "prctl",
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                NO_NEW_PRIVILEGES,
                1L,
                0L,
                0L,
                0L);
        invoke(linker, "setpriority", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT), 0, 0, niceness);
    }

    private static void limit(int resource, long most) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment limit = arena.allocate(MemoryLayout.sequenceLayout(2, JAVA_LONG));
            limit.setAtIndex(JAVA_LONG, 0, most);
            limit.setAtIndex(JAVA_LONG, 1, most);
            invoke(
                    Linker.nativeLinker(),
                    "setrlimit",
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS),
                    resource,
                    limit);
        }
    }

    /// A limit that the system does not grant is not set: the server's watch remains.
    private static void invoke(Linker linker, String name, FunctionDescriptor shape, Object... arguments) {
        try {
            linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape)
                    .invokeWithArguments(arguments);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException("a foreign function threw", impossible);
        }
    }
}
