package press.rotative.media.darkroom;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Texts as an XMP packet (ISO 16684-1), under the names of the IPTC Photo Metadata Standard 2023.2.
final class XmpPacket {
    private XmpPacket() {}

    static byte[] of(Texts texts) {
        var xml = new StringBuilder("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\""
                + " xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\""
                + " xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\">");
        plain(xml, "photoshop:Headline", texts.headline());
        languages(xml, "dc:description", texts.caption());
        languages(xml, "Iptc4xmpCore:AltTextAccessibility", texts.alt());
        plain(xml, "photoshop:Credit", texts.credit());
        listed(xml, "dc:creator", "Seq", "", texts.creator());
        plain(xml, "photoshop:Source", texts.provider());
        languages(xml, "dc:rights", texts.copyright());
        languages(xml, "xmpRights:UsageTerms", texts.usageTerms());
        return xml.append("</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void plain(StringBuilder xml, String name, @Nullable String text) {
        String clean = Texts.cleaned(text);
        if (clean != null) {
            xml.append('<').append(name).append('>');
            escaped(xml, clean).append("</").append(name).append('>');
        }
    }

    private static void languages(StringBuilder xml, String name, @Nullable String text) {
        listed(xml, name, "Alt", " xml:lang=\"x-default\"", text);
    }

    private static void listed(StringBuilder xml, String name, String list, String mark, @Nullable String text) {
        String clean = Texts.cleaned(text);
        if (clean != null) {
            xml.append('<').append(name).append("><rdf:").append(list).append("><rdf:li");
            xml.append(mark).append('>');
            escaped(xml, clean).append("</rdf:li></rdf:").append(list).append("></");
            xml.append(name).append('>');
        }
    }

    private static StringBuilder escaped(StringBuilder xml, String text) {
        return xml.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
}
