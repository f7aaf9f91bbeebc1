package press.rotative.media.darkroom;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPProperty;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the words that a file carries: XMP first, then IPTC IIM, then EXIF, as the Metadata Working Group's guidelines
/// want it. A file whose words cannot be read has none.
final class EmbeddedTexts {
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
    private static final String IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private static final int MOST_CREATORS = 10;

    private EmbeddedTexts() {}

    static Texts of(Path file) {
        Metadata all = read(file);
        return first(all, XmpDirectory.class, directory -> xmp(directory.getXMPMeta()))
                .or(first(all, IptcDirectory.class, EmbeddedTexts::iim))
                .or(first(all, ExifIFD0Directory.class, EmbeddedTexts::exif));
    }

    /// 1 to 8 (CIPA DC-008, section 4.6.4); 1 when the file does not say.
    static int orientation(Path file) {
        for (ExifIFD0Directory directory : read(file).getDirectoriesOfType(ExifIFD0Directory.class)) {
            try {
                if (directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
                    return directory.getInt(ExifIFD0Directory.TAG_ORIENTATION);
                }
            } catch (MetadataException notANumber) {
                return 1;
            }
        }
        return 1;
    }

    private static Metadata read(Path file) {
        try {
            return ImageMetadataReader.readMetadata(file.toFile());
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            return new Metadata();
        }
    }

    private static <T extends Directory> Texts first(Metadata all, Class<T> kind, Function<T, Texts> reader) {
        Texts found = Texts.NONE;
        for (T directory : all.getDirectoriesOfType(kind)) {
            found = found.or(reader.apply(directory));
        }
        return found;
    }

    private static Texts xmp(XMPMeta xmp) {
        return new Texts(
                plain(xmp, PHOTOSHOP, "Headline"),
                language(xmp, DC, "description"),
                language(xmp, IPTC_CORE, "AltTextAccessibility"),
                plain(xmp, PHOTOSHOP, "Credit"),
                creators(xmp),
                plain(xmp, PHOTOSHOP, "Source"),
                language(xmp, DC, "rights"),
                language(xmp, RIGHTS, "UsageTerms"));
    }

    private static @Nullable String plain(XMPMeta xmp, String space, String name) {
        try {
            return Texts.cleaned(xmp.getPropertyString(space, name));
        } catch (XMPException wrongShape) {
            return null;
        }
    }

    private static @Nullable String language(XMPMeta xmp, String space, String name) {
        try {
            XMPProperty text = xmp.getLocalizedText(space, name, null, "x-default");
            return text == null ? null : Texts.cleaned(text.getValue());
        } catch (XMPException wrongShape) {
            return plain(xmp, space, name);
        }
    }

    private static @Nullable String creators(XMPMeta xmp) {
        try {
            List<String> names = new ArrayList<>();
            int count = Math.min(MOST_CREATORS, xmp.countArrayItems(DC, "creator"));
            for (int i = 1; i <= count; i++) {
                String name = Texts.cleaned(xmp.getArrayItem(DC, "creator", i).getValue());
                if (name != null) {
                    names.add(name);
                }
            }
            return names.isEmpty() ? null : Texts.cleaned(String.join(", ", names));
        } catch (XMPException wrongShape) {
            return null;
        }
    }

    private static Texts iim(IptcDirectory iim) {
        return new Texts(
                text(iim, IptcDirectory.TAG_HEADLINE),
                text(iim, IptcDirectory.TAG_CAPTION),
                null,
                text(iim, IptcDirectory.TAG_CREDIT),
                text(iim, IptcDirectory.TAG_BY_LINE),
                text(iim, IptcDirectory.TAG_SOURCE),
                text(iim, IptcDirectory.TAG_COPYRIGHT_NOTICE),
                null);
    }

    private static Texts exif(ExifIFD0Directory exif) {
        return new Texts(
                null,
                text(exif, ExifIFD0Directory.TAG_IMAGE_DESCRIPTION),
                null,
                null,
                text(exif, ExifIFD0Directory.TAG_ARTIST),
                null,
                text(exif, ExifIFD0Directory.TAG_COPYRIGHT),
                null);
    }

    private static @Nullable String text(Directory directory, int tag) {
        return Texts.cleaned(directory.getString(tag));
    }
}
