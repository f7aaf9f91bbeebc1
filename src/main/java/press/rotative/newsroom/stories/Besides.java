package press.rotative.newsroom.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import press.rotative.language.Words;
import press.rotative.publication.PublicAct;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.Families;
import press.rotative.story.NewestTexts;
import press.rotative.story.PubStatus;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.webhooks.Webhooks;

/// What comes of a decision besides the pages that change.
final class Besides {
    private final DSLContext sql;
    private final Words words;
    private final Story story;
    private final Edition edition;
    private final Deed deed;

    Besides(DSLContext sql, Words words, Story story, Edition edition, Deed deed) {
        this.sql = sql;
        this.words = words;
        this.story = story;
        this.edition = edition;
        this.deed = deed;
    }

    /// @param rewords readers will read other words
    List<String> of(Optional<StoryContent> live, Optional<StoryContent> text, boolean rewords) {
        var besides = new ArrayList<String>();
        if (deed.publishes() && live.isEmpty() && story.pubStatus() == null && text.isPresent()) {
            besides.add(words.say("story.besides.new"));
        }
        if (rewords) {
            besides.addAll(translations());
        }
        act().ifPresent(act -> {
            int told = new Webhooks(sql).asking(act, edition.code());
            if (told > 0) {
                besides.add(words.count("story.besides.webhooks", told));
            }
        });
        return besides;
    }

    /// Those that are made from this very story; what is made from them follows them.
    private List<String> translations() {
        List<Story> behind = new Families(sql)
                .members(story).stream()
                        .filter(member -> member.pubStatus() != PubStatus.CANCELED
                                && member.translates() != null
                                && member.translates().story().equals(story.id()))
                        .toList();
        var texts = new NewestTexts(sql).of(behind.stream().map(Story::id).toList());
        var editions = new Editions(sql);
        return behind.stream()
                .map(member -> {
                    NewestTexts.Newest newest = texts.get(member.id());
                    String headline = newest == null || newest.content() == null
                            ? words.say("story.destroyed")
                            : newest.content().headline();
                    return words.say(
                            "story.besides.translation",
                            editions.get(member.edition()).name(),
                            headline.isBlank() ? words.say("story.no.headline") : headline);
                })
                .toList();
    }

    /// What the log will say of it; empty: nothing becomes public by it.
    private Optional<PublicAct> act() {
        return switch (deed) {
            case PUBLICATION, SCHEDULE, EMBARGO ->
                Optional.of(story.pubStatus() == null ? PublicAct.PUBLISHED : PublicAct.UPDATED);
            case CORRECTION -> Optional.of(PublicAct.CORRECTED);
            case WITHHOLDING -> Optional.of(PublicAct.WITHHELD);
            case RELEASE -> Optional.of(PublicAct.RELEASED);
            case KILL -> Optional.of(PublicAct.KILLED);
            case RESCHEDULING, UNSCHEDULING, EXPIRY -> Optional.empty();
        };
    }
}
