package press.rotative.newsroom.desk;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.story.Edition;
import press.rotative.story.Section;
import press.rotative.story.Sections;

/// The editions and sections that a list of stories can be narrowed to.
public record PlaceChoices(DSLContext sql, Words words, List<Edition> editions) {
    public PlaceChoices {
        editions = List.copyOf(editions);
    }

    /// @param chosen null: all
    public List<DeskPage.Choice> editions(@Nullable Long chosen) {
        var choices = new ArrayList<DeskPage.Choice>();
        choices.add(new DeskPage.Choice("", words.say("desk.all.editions"), chosen == null, null, null));
        for (Edition edition : editions) {
            choices.add(new DeskPage.Choice(
                    Long.toString(edition.id().value()),
                    edition.name() + " (" + edition.code() + ")",
                    chosen != null && chosen == edition.id().value(),
                    edition.language(),
                    edition.direction()));
        }
        return choices;
    }

    /// @param of the edition whose sections these are; null: those of all
    /// @param chosen null: all
    public List<DeskPage.Group> sections(@Nullable Long of, @Nullable Long chosen) {
        var groups = new ArrayList<DeskPage.Group>();
        groups.add(new DeskPage.Group(
                "", List.of(new DeskPage.Choice("", words.say("desk.all.sections"), chosen == null, null, null))));
        for (Edition edition : editions) {
            if (of == null || of == edition.id().value()) {
                var choices = new ArrayList<DeskPage.Choice>();
                for (Section section : new Sections(sql).of(edition.id())) {
                    choices.add(new DeskPage.Choice(
                            Long.toString(section.id().value()),
                            section.name(),
                            chosen != null && chosen == section.id().value(),
                            edition.language(),
                            edition.direction()));
                }
                if (!choices.isEmpty()) {
                    groups.add(new DeskPage.Group(edition.name(), choices));
                }
            }
        }
        return groups;
    }
}
