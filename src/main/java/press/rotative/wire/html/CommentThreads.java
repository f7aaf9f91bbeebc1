package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.Prose;

/// Finds readers' comments and keeps them aside: in boxes named as comments, each in the narrowest such box.
final class CommentThreads {

    private static final int MOST = 1000;

    private CommentThreads() {}

    static void read(HtmlPage page, HtmlDraft draft) {
        Map<Box, List<Part>> threads = new LinkedHashMap<>();
        for (Part part : page.parts) {
            Box one = one(part);
            if (one != null && !"body".equals(part.area) && part.words > 0) {
                threads.computeIfAbsent(one, _ -> new ArrayList<>()).add(part);
            }
        }
        for (List<Part> parts : threads.values()) {
            if (draft.comments.size() < MOST) {
                comment(parts, draft);
            }
        }
    }

    /// The narrowest box of one comment: named as comments, inside another one that is.
    private static @Nullable Box one(Part part) {
        Box inner = part.box.withRole(Role.COMMENTS, null);
        while (inner != null && inner.parent != null && !item(inner)) {
            inner = inner.parent.withRole(Role.COMMENTS, null);
        }
        return inner;
    }

    private static boolean item(Box box) {
        String names = " " + box.element.className().toLowerCase(java.util.Locale.ROOT) + " ";
        return names.contains(" comment ")
                || names.contains(" comment-body ")
                || names.contains(" commentaire ")
                || box.tag.equals("li")
                || box.tag.equals("article");
    }

    /// What stands before the time, without the marks between them.
    private static String name(String before) {
        return before.replaceFirst("[\\s|·•,–—-]+$", "");
    }

    private static void comment(List<Part> parts, HtmlDraft draft) {
        Optional<String> author = Optional.empty();
        Optional<String> date = Optional.empty();
        StringBuilder text = new StringBuilder();
        List<Part> used = new ArrayList<>();
        for (Part part : parts) {
            boolean button = part.linkShare() > 0.9 && part.words <= 2 && author.isPresent();
            Optional<Part.Span> time = part.spans.stream()
                    .filter(span -> span.element().normalName().equals("time") && span.from() > 0)
                    .findFirst();
            boolean both = author.isEmpty() && text.isEmpty() && time.isPresent() && part.words <= 16;
            if (both) {
                author = Optional.of(name(part.text.substring(0, time.get().from())));
                date = Optional.of(
                        part.text.substring(time.get().from(), time.get().to()));
                text.append(name(part.text.substring(time.get().to())).strip());
            } else if (author.isEmpty() && text.isEmpty() && part.words <= 6 && !Prose.fullStop(part.text)) {
                author = Optional.of(part.text);
            } else if (date.isEmpty()
                    && part.words <= 12
                    && (part.box.withRole(Role.DATE, null) != null
                            || part.spans.stream().anyMatch(span -> span.role() == Role.DATE)
                            || Values.said(part.text, draft.language).isPresent())) {
                date = Optional.of(part.text);
            } else if (button || Phrases.kind(part.text).isPresent() && part.words < 6) {
                part.furniture("discussion");
                continue;
            } else {
                text.append(text.isEmpty() ? "" : "\n").append(part.text);
            }
            used.add(part);
        }
        if (text.isEmpty() || author.isEmpty()) {
            parts.forEach(part -> part.furniture("discussion"));
            return;
        }
        draft.comments.add(new Clipping.Comment(author, date, text.toString()));
        int number = draft.comments.size();
        used.forEach(part -> part.map("comments[" + number + "]"));
    }
}
