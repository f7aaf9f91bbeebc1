package press.rotative.wire.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import press.rotative.wire.clipping.Clipping.Concept;
import press.rotative.wire.clipping.Clipping.Kind;

/// Decides whether a tag names a topic, a person, a place, an organisation or an event: by general lists with a named
/// source (countries, cities, given names), by its shape (a common noun is a topic; two capitals are often a person),
/// and by what the text says around it ("le ministre ... X", "fighters of X", "la ville de X").
///
/// Each piece of evidence has a strength between 0 and 1; pieces for one kind add up as `1 - (1-a)(1-b)...`. The kind
/// with
/// the most wins, its confidence lowered by three tenths of what speaks for the next. Nothing here knows one capture.
public final class ConceptKinds {

    private static final Words EVIDENCE = Words.read("evidence.txt");
    private static final Set<String> OF = Set.of("de", "du", "des", "d", "of", "la", "le", "les", "l", "the");
    private static final int TITLE_WITHIN_WORDS = 7;
    private static final double RIVAL = 0.3;

    private final Mentions mentions;
    private final boolean capitalsTell;

    public ConceptKinds(Mentions mentions, Collection<String> tags) {
        this.mentions = mentions;
        this.capitalsTell = tags.size() == 1 || tags.stream().anyMatch(tag -> Character.isLowerCase(tag.charAt(0)));
    }

    public Concept concept(String name) {
        var votes = new Votes();
        List<String> words = Mentions.split(name);
        lists(name, votes);
        shape(name, words, votes);
        for (int at : mentions.of(words)) {
            surroundings(at, words.size(), name, votes);
        }
        return votes.decide(name);
    }

    private static void lists(String name, Votes votes) {
        Places.confidence(name)
                .ifPresent(confidence -> votes.add(Kind.PLACE, confidence, "list of countries and cities"));
        if (GivenNames.fullName(name)) {
            votes.add(Kind.PERSON, 0.75, "begins with a known given name");
        }
    }

    private void shape(String name, List<String> words, Votes votes) {
        char first = name.charAt(0);
        boolean script = Character.getType(first) == Character.OTHER_LETTER;
        boolean namesSomething = script || name.chars().anyMatch(Character::isUpperCase);
        String head = words.isEmpty() ? "" : words.getFirst();
        if (namesSomething && words.size() > 1) {
            word(words, script, "organisationWord", Kind.ORGANISATION, 0.75, votes);
            begins(head, "eventWord", Kind.EVENT, 0.85, votes);
            begins(head, "placeWord", Kind.PLACE, 0.75, votes);
            begins(words.getLast(), "placeWord", Kind.PLACE, 0.6, votes);
        }
        if (script) {
            votes.add(Kind.TOPIC, 0.5, "a tag without other evidence");
        } else if (Character.isLowerCase(first)) {
            votes.add(Kind.TOPIC, namesSomething ? 0.5 : 0.9, "begins in lower case");
        } else if (words.size() == 1
                && name.length() <= 6
                && name.length() > 1
                && name.equals(name.toUpperCase(Locale.ROOT))) {
            votes.add(Kind.ORGANISATION, 0.55, "an acronym");
        } else if (capitals(name)) {
            votes.add(Kind.PERSON, capitalsTell ? 0.55 : 0.3, "several words with capitals");
        } else if (words.size() == 1) {
            votes.add(Kind.TOPIC, lowerCaseInText(words) ? 0.8 : capitalsTell ? 0.3 : 0.45, "one word");
        } else {
            votes.add(Kind.TOPIC, 0.6, "several words, not all with capitals");
        }
    }

    private static void begins(String head, String list, Kind kind, double strength, Votes votes) {
        if (EVIDENCE.keys(list).contains(head)) {
            votes.add(kind, strength, "holds \"" + head + "\"");
        }
    }

    private static void word(List<String> words, boolean script, String list, Kind kind, double strength, Votes votes) {
        for (String word : script ? words.subList(0, 1) : words) {
            if (EVIDENCE.keys(list).contains(word)) {
                votes.add(kind, strength, "holds \"" + word + "\"");
                return;
            }
        }
    }

    private static boolean capitals(String name) {
        String[] words = name.split("\\s+", 6);
        int capitals = 0;
        for (String word : words) {
            if (Character.isUpperCase(word.charAt(0))) {
                capitals++;
            } else if (word.length() > 3) {
                return false;
            }
        }
        return capitals >= 2 && words.length <= 5;
    }

    private boolean lowerCaseInText(List<String> words) {
        return mentions.of(words).stream().anyMatch(at -> !mentions.word(at).capital());
    }

    private void surroundings(int at, int length, String name, Votes votes) {
        boolean several = length > 1;
        boolean script = Character.getType(name.charAt(0)) == Character.OTHER_LETTER;
        if (!script
                && Character.isUpperCase(name.charAt(0))
                && !mentions.word(at).capital()) {
            return;
        }
        int after = at + length;
        if (titleBefore(at, several, script)) {
            votes.add(Kind.PERSON, 0.8, "a title stands before it");
        }
        boolean sentenceEnds = after >= mentions.size() || mentions.word(after).sentence();
        if (!sentenceEnds
                && mentions.beginsAt(after, EVIDENCE, "sayVerb")
                && mentions.word(after).before() == ' ') {
            votes.add(several ? Kind.PERSON : Kind.ORGANISATION, several ? 0.6 : 0.2, "speaks");
        }
        if (several && mentions.endingBefore(at, EVIDENCE, "sayBefore") > 0) {
            votes.add(Kind.PERSON, 0.4, "speaks");
        }
        if (!sentenceEnds && mentions.word(after).before() == ',' && several && titleNear(after)) {
            votes.add(Kind.PERSON, 0.6, "a title stands after it");
        }
        bodies(at, after, sentenceEnds, script, votes);
        places(at, script, votes);
    }

    /// Directly before a single word; for a longer name some words may stand between, but not "de" right before it.
    private boolean titleBefore(int at, boolean several, boolean script) {
        if (at == 0 || mentions.word(at).sentence()) {
            return false;
        }
        if (mentions.endingBefore(at, EVIDENCE, "personTitle") > 0) {
            return several || !script;
        }
        if (!several || OF.contains(mentions.word(at - 1).folded())) {
            return false;
        }
        for (int back = 1; back <= TITLE_WITHIN_WORDS && at - back >= 0; back++) {
            if (mentions.endingBefore(at - back + 1, EVIDENCE, "personTitle") > 0) {
                return true;
            }
            if (mentions.word(at - back).sentence()) {
                return false;
            }
        }
        return false;
    }

    private boolean titleNear(int after) {
        for (int on = 0; on < 3 && after + on < mentions.size(); on++) {
            if (mentions.beginsAt(after + on, EVIDENCE, "personTitle")) {
                return true;
            }
        }
        return false;
    }

    private void bodies(int at, int after, boolean sentenceEnds, boolean script, Votes votes) {
        int back = at;
        while (back > 0
                && at - back < 2
                && OF.contains(mentions.word(back - 1).folded())
                && !mentions.word(back).sentence()) {
            back--;
        }
        boolean belongs = (back < at || script) && !mentions.word(at).sentence();
        if (belongs && mentions.endingBefore(back, EVIDENCE, "memberOf") > 0) {
            votes.add(Kind.ORGANISATION, 0.75, "has members, employees or fighters");
        }
        if (!mentions.word(at).sentence() && mentions.endingBefore(at, EVIDENCE, "organisationBefore") > 0) {
            votes.add(Kind.ORGANISATION, 0.75, "is called an organisation");
        }
        if (!sentenceEnds && mentions.beginsAt(after, EVIDENCE, "organisationAfter") && !script) {
            votes.add(Kind.ORGANISATION, 0.5, "is called an organisation");
        }
        boolean explains = at > 1
                && mentions.word(at).before() == '('
                && mentions.word(at - 2).capital();
        if (explains) {
            votes.add(Kind.ORGANISATION, 0.5, "a short form in brackets after its long form");
        }
    }

    private void places(int at, boolean script, Votes votes) {
        if (at == 0 || mentions.word(at).sentence()) {
            return;
        }
        if (mentions.endingBefore(at, EVIDENCE, "placeBefore") > 0) {
            votes.add(Kind.PLACE, 0.8, "is called a place");
        } else if (mentions.endingBefore(at, EVIDENCE, "placePreposition") > 0) {
            votes.add(Kind.PLACE, script ? 0.2 : 0.35, "a preposition of place stands before it");
        }
    }

    /// What speaks for each kind, each sort of evidence counted once.
    private static final class Votes {
        private final Map<Kind, Double> doubts = new EnumMap<>(Kind.class);
        private final Map<Kind, List<String>> evidence = new EnumMap<>(Kind.class);

        void add(Kind kind, double strength, String because) {
            List<String> reasons = evidence.computeIfAbsent(kind, _ -> new ArrayList<>());
            if (!reasons.contains(because)) {
                reasons.add(because);
                doubts.merge(kind, 1 - strength, (a, b) -> a * b);
            }
        }

        Concept decide(String name) {
            Kind best = Kind.TOPIC;
            double most = 0;
            double next = 0;
            for (Kind kind : Kind.values()) {
                double confidence = 1 - doubts.getOrDefault(kind, 1.0);
                if (confidence > most) {
                    next = most;
                    most = confidence;
                    best = kind;
                } else {
                    next = Math.max(next, confidence);
                }
            }
            double confidence = Math.round(Math.clamp(most - RIVAL * next, 0.05, 0.99) * 100) / 100.0;
            return new Concept(name, best, confidence, evidence.getOrDefault(best, List.of()));
        }
    }
}
