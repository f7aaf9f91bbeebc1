package press.rotative.site;

import java.time.Instant;
import press.rotative.language.Dates;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.story.Edition;

/// How an edition speaks at one moment: its language, words, figures and dates.
record Voice(Edition edition, EditionLook look, Tongue tongue, Words words, Dates dates) {

    static Voice of(Edition edition, Instant now) {
        var tongue = new Tongue(edition.language(), edition.direction());
        EditionLook look = EditionLook.of(edition.settings());
        Words words = Words.in("site", tongue, look.figures());
        return new Voice(edition, look, tongue, words, new Dates(words, tongue, edition.timeZone(), now));
    }

    /// Who signs when nobody does.
    String newsroom() {
        return look.newsroomName() == null ? words.say("newsroom") : look.newsroomName();
    }

    String description() {
        return look.description() == null ? words.say("front.description", edition.name()) : look.description();
    }
}
