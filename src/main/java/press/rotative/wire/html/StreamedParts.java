package press.rotative.wire.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Sets the pieces of a page that was sent in pieces to their places: a server that streams sends each late piece
/// hidden at the end (`<div hidden id="S:1">`) for a script to set it where a `<template id="B:1">` waits.
final class StreamedParts {

    private static final int MOST = 200;

    private StreamedParts() {}

    static void settle(Document document) {
        Map<String, Element> waiting = new HashMap<>();
        for (Element template : document.getElementsByTag("template")) {
            String id = template.id();
            if (id.startsWith("B:") || id.startsWith("P:")) {
                waiting.put(id.substring(2), template);
            }
        }
        List<Element> hidden = waiting.isEmpty() ? List.of() : document.select("div[hidden][id^=S:]");
        for (Element piece : hidden.subList(0, Math.min(MOST, hidden.size()))) {
            Element place = waiting.remove(piece.id().substring(2));
            if (place != null && place.parent() != null && !place.parents().contains(piece)) {
                for (Node child : List.copyOf(piece.childNodes())) {
                    place.before(child);
                }
                place.remove();
                piece.remove();
            }
        }
    }
}
