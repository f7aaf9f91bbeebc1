package press.rotative.media.darkroom;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The few functions of libvips (8.13 or newer) that the darkroom calls, by the foreign-function API. An image is a
/// pointer that must be let go once. Only the loaders of [FileKind] are open; all others are blocked.
final class Vips {
    private static final List<String> LIBRARIES =
            List.of("libvips.so.42", "libvips.42.dylib", "/opt/homebrew/lib/libvips.42.dylib");
    private static final List<String> GOBJECTS =
            List.of("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "/opt/homebrew/lib/libgobject-2.0.0.dylib");
    private static final List<String> LOADERS = List.of("Jpeg", "Png", "Nsgif", "Webp", "Tiff", "Heif");

    /// `VipsFailOn`: a file that is cut short is refused.
    private static final int FAIL_ON_TRUNCATED = 1;

    /// `VipsSize`: exactly this width and height.
    private static final int SIZE_FORCE = 3;

    private static final int SIZE_DOWN = 2;
    private static final int ANY_SIZE = 10_000_000;

    private final Arena arena = Arena.global();
    private final SymbolLookup library;
    private final MethodHandle unref;
    private final MethodHandle errorText;
    private final MethodHandle errorClear;
    private final MethodHandle open;
    private final MethodHandle thumbnail;
    private final MethodHandle thumbnailProfiled;
    private final MethodHandle extract;
    private final MethodHandle copy;
    private final MethodHandle save;
    private final MethodHandle typeOf;
    private final MethodHandle fields;
    private final MethodHandle remove;
    private final MethodHandle setBlob;

    private Vips(SymbolLookup library, SymbolLookup gobject) {
        this.library = library;
        unref = handle(gobject, "g_object_unref", FunctionDescriptor.ofVoid(ADDRESS));
        errorText = handle(library, "vips_error_buffer", FunctionDescriptor.of(ADDRESS));
        errorClear = handle(library, "vips_error_clear", FunctionDescriptor.ofVoid());
        open = variadic("vips_image_new_from_file", 1, ADDRESS, ADDRESS, ADDRESS);
        thumbnail = variadic(
                "vips_thumbnail",
                3,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS);
        thumbnailProfiled = variadic(
                "vips_thumbnail",
                3,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                ADDRESS);
        extract = variadic(
                "vips_extract_area", 6, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
        copy = variadic("vips_copy", 2, JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        save = variadic("vips_image_write_to_file", 2, JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        typeOf = handle(library, "vips_image_get_typeof", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS));
        fields = handle(library, "vips_image_get_fields", FunctionDescriptor.of(ADDRESS, ADDRESS));
        remove = handle(library, "vips_image_remove", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
        setBlob = handle(
                library, "vips_image_set_blob_copy", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
    }

    /// Empty where libvips is not installed, or is too old.
    static Optional<Vips> find() {
        Optional<SymbolLookup> library = lookup(LIBRARIES);
        Optional<SymbolLookup> gobject = lookup(GOBJECTS);
        if (library.isEmpty()
                || gobject.isEmpty()
                || library.get().find("vips_operation_block_set").isEmpty()) {
            return Optional.empty();
        }
        var vips = new Vips(library.get(), gobject.get());
        return vips.start() ? Optional.of(vips) : Optional.empty();
    }

    private static Optional<SymbolLookup> lookup(List<String> names) {
        for (String name : names) {
            try {
                return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
            } catch (IllegalArgumentException notThere) {
                continue;
            }
        }
        return Optional.empty();
    }

    private boolean start() {
        int started = (int) call(
                handle(library, "vips_init", FunctionDescriptor.of(JAVA_INT, ADDRESS)), arena.allocateFrom("rotative"));
        if (started != 0) {
            return false;
        }
        call(handle(library, "vips_concurrency_set", FunctionDescriptor.ofVoid(JAVA_INT)), 1);
        call(handle(library, "vips_cache_set_max", FunctionDescriptor.ofVoid(JAVA_INT)), 0);
        MethodHandle block = handle(library, "vips_operation_block_set", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
        call(block, arena.allocateFrom("VipsForeignLoad"), 1);
        LOADERS.forEach(loader -> call(block, arena.allocateFrom("VipsForeignLoad" + loader), 0));
        return true;
    }

    /// Can files with this ending be written?
    boolean writes(String extension) {
        try (var local = Arena.ofConfined()) {
            MethodHandle find = handle(library, "vips_foreign_find_save", FunctionDescriptor.of(ADDRESS, ADDRESS));
            var found = (MemorySegment) call(find, local.allocateFrom("x" + extension));
            call(errorClear);
            return !found.equals(MemorySegment.NULL);
        }
    }

    /// Reads the head of a file.
    MemorySegment open(Path file) throws IOException {
        try (var local = Arena.ofConfined()) {
            var image = (MemorySegment) call(open, local.allocateFrom(file.toString()), MemorySegment.NULL);
            if (image.equals(MemorySegment.NULL)) {
                throw failure();
            }
            return image;
        }
    }

    /// The number that a function such as `vips_image_get_width` tells of an image.
    int number(String function, MemorySegment image) {
        return (int) call(handle(library, function, FunctionDescriptor.of(JAVA_INT, ADDRESS)), image);
    }

    boolean has(MemorySegment image, String field) {
        try (var local = Arena.ofConfined()) {
            return (long) call(typeOf, image, local.allocateFrom(field)) != 0;
        }
    }

    /// The whole picture upright; with `profiled` its colours are converted to sRGB.
    MemorySegment upright(Path file, boolean profiled) throws IOException {
        try (var local = Arena.ofConfined()) {
            MemorySegment out = local.allocate(ADDRESS);
            MemorySegment name = local.allocateFrom(file.toString());
            MemorySegment height = local.allocateFrom("height");
            MemorySegment size = local.allocateFrom("size");
            MemorySegment failOn = local.allocateFrom("fail_on");
            int failed = profiled
                    ? (int) call(
                            thumbnailProfiled,
                            name,
                            out,
                            ANY_SIZE,
                            height,
                            ANY_SIZE,
                            size,
                            SIZE_DOWN,
                            failOn,
                            FAIL_ON_TRUNCATED,
                            local.allocateFrom("export_profile"),
                            local.allocateFrom("srgb"),
                            MemorySegment.NULL)
                    : (int) call(
                            thumbnail,
                            name,
                            out,
                            ANY_SIZE,
                            height,
                            ANY_SIZE,
                            size,
                            SIZE_DOWN,
                            failOn,
                            FAIL_ON_TRUNCATED,
                            MemorySegment.NULL);
            return made(failed, out);
        }
    }

    MemorySegment resized(Path file, int width, int height) throws IOException {
        try (var local = Arena.ofConfined()) {
            MemorySegment out = local.allocate(ADDRESS);
            int failed = (int) call(
                    thumbnail,
                    local.allocateFrom(file.toString()),
                    out,
                    width,
                    local.allocateFrom("height"),
                    height,
                    local.allocateFrom("size"),
                    SIZE_FORCE,
                    local.allocateFrom("fail_on"),
                    FAIL_ON_TRUNCATED,
                    MemorySegment.NULL);
            return made(failed, out);
        }
    }

    MemorySegment extract(MemorySegment image, int left, int top, int width, int height) throws IOException {
        try (var local = Arena.ofConfined()) {
            MemorySegment out = local.allocate(ADDRESS);
            int failed = (int) call(extract, image, out, left, top, width, height, MemorySegment.NULL);
            return made(failed, out);
        }
    }

    /// A copy that carries nothing beside its pixels but this XMP packet.
    MemorySegment withOnly(MemorySegment image, byte[] xmp) throws IOException {
        try (var local = Arena.ofConfined()) {
            MemorySegment out = local.allocate(ADDRESS);
            MemorySegment bare = made((int) call(copy, image, out, MemorySegment.NULL), out);
            for (String field : fields(bare)) {
                if (field.startsWith("exif") || field.endsWith("-data") || field.equals("orientation")) {
                    call(remove, bare, local.allocateFrom(field));
                }
            }
            call(
                    setBlob,
                    bare,
                    local.allocateFrom("xmp-data"),
                    local.allocateFrom(java.lang.foreign.ValueLayout.JAVA_BYTE, xmp),
                    (long) xmp.length);
            return bare;
        }
    }

    private List<String> fields(MemorySegment image) {
        var names = new ArrayList<String>();
        // An array of strings that ends with a null pointer; it is small and is not given back.
        var list = ((MemorySegment) call(fields, image)).reinterpret(Long.MAX_VALUE);
        for (long i = 0; ; i++) {
            MemorySegment name = list.getAtIndex(ADDRESS, i);
            if (name.equals(MemorySegment.NULL)) {
                return names;
            }
            names.add(name.reinterpret(Long.MAX_VALUE).getString(0));
        }
    }

    /// @param options as libvips writes them, in square brackets
    void save(MemorySegment image, Path file, String options) throws IOException {
        try (var local = Arena.ofConfined()) {
            if ((int) call(save, image, local.allocateFrom(file + options), MemorySegment.NULL) != 0) {
                throw failure();
            }
        }
    }

    void letGo(MemorySegment image) {
        call(unref, image);
    }

    private MemorySegment made(int failed, MemorySegment out) throws IOException {
        if (failed != 0) {
            throw failure();
        }
        return out.get(ADDRESS, 0);
    }

    private IOException failure() {
        var text = (MemorySegment) call(errorText);
        String said = text.equals(MemorySegment.NULL)
                ? ""
                : text.reinterpret(Long.MAX_VALUE).getString(0);
        call(errorClear);
        return new IOException(said.strip());
    }

    private static MethodHandle handle(SymbolLookup in, String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(in.findOrThrow(name), shape);
    }

    private MethodHandle variadic(String name, int firstVariadic, MemoryLayout result, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(
                        library.findOrThrow(name),
                        FunctionDescriptor.of(result, arguments),
                        Linker.Option.firstVariadicArg(firstVariadic));
    }

    private static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException("a foreign function threw", impossible);
        }
    }
}
