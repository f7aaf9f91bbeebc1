package press.rotative.fill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import press.rotative.story.ConceptKind;

/// Settles language, section, subjects, date and fate of every made-up story, each from its number alone.
final class Outlines {
    private final long seed;
    private final World world;
    private final Calendar calendar;
    private final List<List<Integer>> topics = new ArrayList<>();
    private final int sections;

    Outlines(long seed, LocalDate begun, World world) {
        this.seed = seed;
        this.world = world;
        this.calendar = new Calendar(begun);
        this.sections = world.sections(Tongue.FRENCH).size();
        for (int section = 0; section < sections; section++) {
            topics.add(world.topicsOf(section));
        }
    }

    Outline of(long number) {
        var chance = new Chance(seed, number * 2);
        int language = chance.below(100);
        Tongue tongue = language < 40 ? Tongue.FRENCH : language < 75 ? Tongue.ENGLISH : Tongue.ARABIC;
        int section = Math.min(chance.below(sections), chance.below(sections));
        return new Outline(
                number,
                tongue,
                section,
                chance.perMille(60),
                concepts(section, chance),
                calendar.published(number),
                Ending.draw(chance));
    }

    private List<Integer> concepts(int section, Chance chance) {
        var concepts = new LinkedHashSet<Integer>();
        draw(topics.get(section), chance.between(1, 2), chance, concepts);
        draw(world.of(ConceptKind.PERSON), chance.between(1, 2), chance, concepts);
        draw(world.of(ConceptKind.PLACE), chance.between(1, 2), chance, concepts);
        draw(world.of(ConceptKind.ORGANISATION), chance.below(2), chance, concepts);
        if (chance.perMille(50)) {
            draw(world.of(ConceptKind.EVENT), 1, chance, concepts);
        }
        return List.copyOf(concepts);
    }

    private static void draw(List<Integer> from, int count, Chance chance, LinkedHashSet<Integer> into) {
        for (int i = 0; i < count; i++) {
            into.add(from.get(chance.skewed(from.size())));
        }
    }
}
