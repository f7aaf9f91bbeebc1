package press.rotative.fill;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import press.rotative.story.ConceptKind;

/// Tells one story: fills the slots of the sentences with its own subjects, with its figures and days.
final class Telling implements Sentence.Slots {
    private final World world;
    private final Phrases phrases;
    private final Outline outline;
    private final Chance chance;
    private final LocalDate day;
    private String rare;

    Telling(World world, Phrases phrases, Outline outline, Chance chance) {
        this.world = world;
        this.phrases = phrases;
        this.outline = outline;
        this.chance = chance;
        this.day = outline.published().atZone(ZoneOffset.UTC).toLocalDate();
        this.rare = RareNames.draw(outline.tongue(), chance);
    }

    /// One sentence of that list.
    String one(String list) {
        var out = new StringBuilder();
        add(list, out);
        return out.toString();
    }

    /// Appends one sentence of that list.
    void add(String list, StringBuilder out) {
        List<Sentence> sentences = phrases.book().sentences(list);
        sentences.get(chance.below(sentences.size())).say(out, chance, this);
    }

    /// The invented name that was used last.
    String rare() {
        return rare;
    }

    @Override
    public String fill(Sentence.Slot slot) {
        return switch (slot) {
            case PERSON -> subject(ConceptKind.PERSON);
            case PLACE -> subject(ConceptKind.PLACE);
            case ORGANISATION -> subject(ConceptKind.ORGANISATION);
            case TOPIC -> subject(ConceptKind.TOPIC);
            case RARE -> rareName();
            case NUMBER -> phrases.number(chance.perMille(300) ? chance.between(1001, 90_000) : chance.between(2, 999));
            case PERCENT -> phrases.percent(chance.between(5, 950));
            case MONEY -> phrases.millions(chance.between(2, 480));
            case DAY -> phrases.day(day.plusDays(chance.between(-12, 12)));
            case YEAR -> String.valueOf(chance.between(1974, day.getYear() - 1));
        };
    }

    /// A subject of the story itself, mostly; else another of its kind.
    private String subject(ConceptKind kind) {
        int own = 0;
        for (int place : outline.concepts()) {
            own += world.concept(place).kind() == kind ? 1 : 0;
        }
        if (own > 0 && chance.perMille(800)) {
            int wanted = chance.below(own);
            for (int place : outline.concepts()) {
                if (world.concept(place).kind() == kind && wanted-- == 0) {
                    return world.concept(place).inSentence(outline.tongue());
                }
            }
        }
        List<Integer> all = world.of(kind);
        return world.concept(all.get(chance.skewed(all.size()))).inSentence(outline.tongue());
    }

    private String rareName() {
        if (chance.perMille(400)) {
            rare = RareNames.draw(outline.tongue(), chance);
        }
        return rare;
    }

    /// The ways a language writes figures and days.
    record Phrases(PhraseBook book, List<String> months, List<String> days) {
        static Phrases of(PhraseBook book) {
            return new Phrases(book, book.words("months"), book.words("days"));
        }

        String number(int value) {
            if (value < 1000) {
                return String.valueOf(value);
            }
            String separator =
                    switch (book.tongue()) {
                        case FRENCH -> " ";
                        case ENGLISH -> ",";
                        case ARABIC -> ".";
                    };
            return value / 1000
                    + separator
                    + String.valueOf(1000 + value % 1000).substring(1);
        }

        String percent(int tenths) {
            return switch (book.tongue()) {
                case FRENCH -> tenths / 10 + "," + tenths % 10 + " %";
                case ENGLISH, ARABIC -> tenths / 10 + "." + tenths % 10 + "%";
            };
        }

        String millions(int tenths) {
            return switch (book.tongue()) {
                case FRENCH -> tenths / 10 + "," + tenths % 10 + " millions d'euros";
                case ENGLISH -> "€" + tenths / 10 + "." + tenths % 10 + " million";
                case ARABIC -> tenths / 10 + "." + tenths % 10 + " مليون يورو";
            };
        }

        String day(LocalDate date) {
            String month = months.get(date.getMonthValue() - 1);
            String day = days.get(date.getDayOfWeek().getValue() - 1);
            return day + " " + date.getDayOfMonth() + " " + month;
        }
    }
}
