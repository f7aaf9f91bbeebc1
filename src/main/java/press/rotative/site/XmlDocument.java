package press.rotative.site;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// An XML document being written. Characters that XML 1.0 (section 2.2) forbids are left out.
final class XmlDocument implements AutoCloseable {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    /// What is written inside an element.
    @FunctionalInterface
    interface Inside {
        void write() throws XMLStreamException;
    }

    /// Text first and bytes at the end: a writer of bytes asks of every character whether it can be encoded.
    private final StringWriter text = new StringWriter(16 * 1024);

    private final XMLStreamWriter writer;

    XmlDocument() {
        try {
            writer = FACTORY.createXMLStreamWriter(text);
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }

    byte[] bytes() {
        close();
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Namespaces are plain attributes here (`xmlns:dc`), names carry their prefix.
    void element(String name, Map<String, String> attributes, Inside inside) {
        try {
            writer.writeStartElement(name);
            for (var attribute : attributes.entrySet()) {
                writer.writeAttribute(attribute.getKey(), allowed(attribute.getValue()));
            }
            inside.write();
            writer.writeEndElement();
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void element(String name, Inside inside) {
        element(name, Map.of(), inside);
    }

    void empty(String name, Map<String, String> attributes) {
        element(name, attributes, () -> {});
    }

    /// Nothing is written for a text that is not there.
    void text(String name, @Nullable String text) {
        text(name, Map.of(), text);
    }

    void text(String name, Map<String, String> attributes, @Nullable String text) {
        if (text != null) {
            element(name, attributes, () -> writer.writeCharacters(allowed(text)));
        }
    }

    @Override
    public void close() {
        try {
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String allowed(String text) {
        return plain(text) || text.codePoints().allMatch(XmlDocument::allowed)
                ? text
                : text.codePoints()
                        .filter(XmlDocument::allowed)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /// Almost every text, found out quickly.
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' || c >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    private static boolean allowed(int c) {
        return c == 0x9
                || c == 0xA
                || c == 0xD
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
