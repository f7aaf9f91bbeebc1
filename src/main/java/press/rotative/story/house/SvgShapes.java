package press.rotative.story.house;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// A drawing in SVG 1.1 or 2, written anew from its shapes, gradients and clips. What could run, load something or
/// depend on the reader's fonts is refused with a sentence that names it; notes of drawing programs are left
/// out. Nothing of the source is copied but names and values that are known and checked letter by letter.
///
/// @param source a whole document
/// @param width of the view box, rounded, at least 1
record SvgShapes(String source, int width, int height) {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final int MOST_ELEMENTS = 2000;
    private static final int DEEPEST = 30;
    private static final double LARGEST_BOX = 100_000;

    private static final Set<String> SHAPES = Set.of(
            "g",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath");
    /// What says something about the drawing and shows nothing.
    private static final Set<String> NOTES = Set.of("title", "desc", "metadata");
    private static final Set<String> GRADIENTS = Set.of("linearGradient", "radialGradient");
    /// Presentation attributes, which may also stand in `style` (SVG 2, section 6.1).
    private static final Set<String> PRESENTATION = Set.of(
            "clip-path",
            "clip-rule",
            "color",
            "display",
            "fill",
            "fill-opacity",
            "fill-rule",
            "opacity",
            "stop-color",
            "stop-opacity",
            "stroke",
            "stroke-dasharray",
            "stroke-dashoffset",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "stroke-opacity",
            "stroke-width",
            "visibility");
    private static final Set<String> GEOMETRY = Set.of(
            "clipPathUnits",
            "cx",
            "cy",
            "d",
            "fx",
            "fy",
            "gradientTransform",
            "gradientUnits",
            "height",
            "id",
            "offset",
            "points",
            "r",
            "rx",
            "ry",
            "spreadMethod",
            "transform",
            "width",
            "x",
            "x1",
            "x2",
            "y",
            "y1",
            "y2");

    private static final String ID = "[A-Za-z_][A-Za-z0-9_.-]{0,99}";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9#%.,+\\-()\\s]*");
    private static final Pattern OWN = Pattern.compile("url\\(\\s*['\"]?#(" + ID + ")['\"]?\\s*\\)");
    private static final Pattern REFERENCE = Pattern.compile("#(" + ID + ")");
    private static final Pattern NUMBER = Pattern.compile("([0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?)(?:px)?");

    /// @throws Problem INVALID
    static SvgShapes read(byte[] sent) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(sent));
            try {
                return new Reading(reader).document();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw Problem.invalid("The SVG cannot be read. Save it again as plain SVG and send that.")
                    .as("problem.svg.broken");
        }
    }

    private static Problem refused(String what) {
        String shown = what.length() > 60 ? what.substring(0, 60) : what;
        return Problem.invalid("The SVG holds '" + shown + "', which a logo may not. Save it as plain SVG with shapes "
                        + "only: letters turned into paths, colours written at the shapes, no pictures, no scripts.")
                .as("problem.svg.holds", shown);
    }

    private static final class Reading {
        private final XMLStreamReader reader;
        private final StringBuilder out = new StringBuilder();
        private final Deque<String> open = new ArrayDeque<>();
        private int elements;
        private int width;
        private int height;

        Reading(XMLStreamReader reader) {
            this.reader = reader;
        }

        SvgShapes document() throws XMLStreamException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> begin();
                    case XMLStreamConstants.END_ELEMENT ->
                        out.append("</").append(open.pop()).append('>');
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (!reader.isWhiteSpace()) {
                            throw refused(reader.getText().strip());
                        }
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("&" + reader.getLocalName());
                    default -> {} // comments, instructions, white space, the document type
                }
            }
            if (width == 0) {
                throw refused("");
            }
            return new SvgShapes(out.toString(), width, height);
        }

        private void begin() throws XMLStreamException {
            String name = reader.getLocalName();
            boolean ours = SVG.equals(reader.getNamespaceURI());
            if (open.isEmpty()) {
                if (!ours || !name.equals("svg")) {
                    throw refused(name);
                }
                root();
                return;
            }
            if (++elements > MOST_ELEMENTS || open.size() > DEEPEST) {
                throw Problem.invalid("The SVG has more than " + MOST_ELEMENTS + " shapes. Simplify it.")
                        .as("problem.svg.most", MOST_ELEMENTS);
            }
            if (!ours || NOTES.contains(name)) {
                passOver();
                return;
            }
            if (!SHAPES.contains(name)) {
                throw refused(name);
            }
            out.append('<').append(name);
            attributes(name).forEach((key, value) -> write(key, value));
            out.append('>');
            open.push(name);
        }

        private void write(String key, String value) {
            out.append(' ').append(key).append("=\"").append(value).append('"');
        }

        private void passOver() throws XMLStreamException {
            for (int depth = 1; depth > 0; ) {
                int event = reader.next();
                depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
                depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
            }
        }

        private void root() {
            double[] box = box();
            width = (int) Math.max(1, Math.round(box[2]));
            height = (int) Math.max(1, Math.round(box[3]));
            out.append("<svg xmlns=\"").append(SVG).append('"');
            write("viewBox", plain(box[0]) + " " + plain(box[1]) + " " + plain(box[2]) + " " + plain(box[3]));
            write("width", "" + width);
            write("height", "" + height);
            Map<String, String> attributes = attributes("svg");
            attributes.keySet().removeAll(Set.of("width", "height", "x", "y", "id"));
            attributes.forEach(this::write);
            out.append('>');
            open.push("svg");
        }

        private static String plain(double number) {
            return number == Math.rint(number) ? "" + (long) number : "" + number;
        }

        /// The view box, else the size (SVG 2, section 8.6).
        private double[] box() {
            String box = reader.getAttributeValue(null, "viewBox");
            double[] numbers;
            try {
                if (box != null) {
                    String[] parts = box.strip().split("[\\s,]+");
                    numbers = new double[parts.length];
                    for (int i = 0; i < parts.length; i++) {
                        numbers[i] = Double.parseDouble(parts[i]);
                    }
                } else {
                    numbers = new double[] {0, 0, length("width"), length("height")};
                }
            } catch (NumberFormatException e) {
                throw unsized();
            }
            boolean good = numbers.length == 4;
            for (double number : numbers) {
                good &= Math.abs(number) <= LARGEST_BOX;
            }
            if (!good || !(numbers[2] > 0) || !(numbers[3] > 0)) {
                throw unsized();
            }
            return numbers;
        }

        private double length(String attribute) {
            String value = reader.getAttributeValue(null, attribute);
            Matcher number = NUMBER.matcher(value == null ? "" : value.strip());
            if (!number.matches()) {
                throw unsized();
            }
            return Double.parseDouble(number.group(1));
        }

        private static Problem unsized() {
            return Problem.invalid("The SVG does not say how large it is: it needs a 'viewBox' of four numbers.")
                    .as("problem.svg.size");
        }

        private Map<String, String> attributes(String element) {
            var attributes = new TreeMap<String, String>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String space = reader.getAttributeNamespace(i);
                String name = reader.getAttributeLocalName(i);
                String value = reader.getAttributeValue(i);
                boolean own = space == null || space.isEmpty();
                if (name.equals("href") && (own || XLINK.equals(space))) {
                    attributes.put("href", reference(element, value));
                } else if (own) {
                    attribute(attributes, name, value);
                }
            }
            return attributes;
        }

        private static void attribute(Map<String, String> attributes, String name, String value) {
            if (name.length() > 2 && name.regionMatches(true, 0, "on", 0, 2)) {
                throw refused(name);
            }
            if (name.equals("style")) {
                style(attributes, value);
            } else if (PRESENTATION.contains(name) || GEOMETRY.contains(name)) {
                attributes.putIfAbsent(name, checked(name, value));
            }
        }

        /// Declarations stand above attributes, as in a browser.
        private static void style(Map<String, String> attributes, String style) {
            for (String declaration : style.split(";")) {
                int colon = declaration.indexOf(':');
                String property =
                        colon < 0 ? "" : declaration.substring(0, colon).strip();
                if (PRESENTATION.contains(property)) {
                    String value = declaration.substring(colon + 1).replaceAll("(?i)\\s*!important", "");
                    attributes.put(property, checked(property, value));
                }
            }
        }

        private static String checked(String name, String value) {
            String plain = OWN.matcher(value.strip()).replaceAll("url(#$1)");
            String rest = plain.replaceAll("url\\(#" + ID + "\\)", "");
            boolean id = name.equals("id");
            if (id ? !value.strip().matches(ID) : !PLAIN.matcher(rest).matches() || rest.contains("url")) {
                throw refused(name + "=" + value);
            }
            return plain.replaceAll("\\s+", " ");
        }

        private static String reference(String element, @Nullable String value) {
            String stripped = value == null ? "" : value.strip();
            if (!GRADIENTS.contains(element) || !REFERENCE.matcher(stripped).matches()) {
                throw refused("href=" + stripped);
            }
            return stripped;
        }
    }
}
