package press.rotative.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A sentence of a phrase book with its choices `[a|b]` and its slots `{place}`.
final class Sentence {
    private sealed interface Part {
        void write(StringBuilder out, Chance chance, Slots slots);
    }

    private record Words(String text) implements Part {
        @Override
        public void write(StringBuilder out, Chance chance, Slots slots) {
            out.append(text);
        }
    }

    private record Filled(Slot slot) implements Part {
        @Override
        public void write(StringBuilder out, Chance chance, Slots slots) {
            out.append(slots.fill(slot));
        }
    }

    private record Choice(List<List<Part>> ways) implements Part {
        @Override
        public void write(StringBuilder out, Chance chance, Slots slots) {
            for (Part part : ways.get(chance.below(ways.size()))) {
                part.write(out, chance, slots);
            }
        }
    }

    /// What a sentence leaves open.
    enum Slot {
        PERSON,
        PLACE,
        ORGANISATION,
        TOPIC,
        RARE,
        NUMBER,
        PERCENT,
        MONEY,
        DAY,
        YEAR
    }

    interface Slots {
        String fill(Slot slot);
    }

    private final List<Part> parts;

    private Sentence(List<Part> parts) {
        this.parts = parts;
    }

    static Sentence of(String pattern) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < pattern.length()) {
            int open = pattern.indexOf('[', at);
            int end = open < 0 ? pattern.length() : open;
            parts.addAll(plain(pattern.substring(at, end)));
            at = end;
            if (open >= 0) {
                int close = pattern.indexOf(']', open);
                var ways = new ArrayList<List<Part>>();
                for (String way : pattern.substring(open + 1, close).split("\\|")) {
                    ways.add(plain(way));
                }
                parts.add(new Choice(ways));
                at = close + 1;
            }
        }
        return new Sentence(List.copyOf(parts));
    }

    private static List<Part> plain(String text) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int end = open < 0 ? text.length() : open;
            if (end > at) {
                parts.add(new Words(text.substring(at, end)));
            }
            at = end;
            if (open >= 0) {
                int close = text.indexOf('}', open);
                parts.add(
                        new Filled(Slot.valueOf(text.substring(open + 1, close).toUpperCase(Locale.ROOT))));
                at = close + 1;
            }
        }
        return parts;
    }

    /// Appends the sentence, with a capital first letter.
    void say(StringBuilder out, Chance chance, Slots slots) {
        int begin = out.length();
        for (Part part : parts) {
            part.write(out, chance, slots);
        }
        if (out.length() > begin) {
            out.setCharAt(begin, Character.toUpperCase(out.charAt(begin)));
        }
    }
}
