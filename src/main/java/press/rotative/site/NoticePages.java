package press.rotative.site;

import java.util.List;
import press.rotative.language.Words;
import press.rotative.story.LiveStory;
import press.rotative.story.PublicStory;

/// Makes the small pages that stand before or instead of a story: where a short link leads, and what remains of a
/// killed or expired story.
final class NoticePages {
    private final ChromeMaker chromes;
    private final Places places;

    NoticePages(ChromeMaker chromes, Places places) {
        this.chromes = chromes;
        this.places = places;
    }

    byte[] preview(Voice voice, LiveStory story, String path) {
        String address = places.spoken(Places.shortLink(story));
        var head = Chrome.Head.bare(
                address + " | " + voice.edition().name(), voice.words().say("preview"));
        return Templates.render(new ShortLinkPreviewPage(
                chromes.chrome(voice, false, null, head, List.of()),
                address,
                places.whole(path),
                Link.to(story.content().headline(), path),
                story.content().standfirst(),
                voice.dates().date(story.publishedAt())));
    }

    byte[] notice(Voice voice, PublicStory.Standing.Killed killed) {
        Words words = voice.words();
        var head =
                Chrome.Head.bare(words.say("notice") + " | " + voice.edition().name(), words.say("notice.untitled"));
        return Templates.render(new NoticePage(
                chromes.chrome(voice, false, null, head, List.of()),
                words.say("notice"),
                killed.title() == null ? words.say("notice.untitled") : killed.title(),
                killed.notice().isBlank() ? words.say("notice.plain") : killed.notice(),
                voice.dates().date(killed.when())));
    }

    /// For a page of the newsroom that is public no more.
    byte[] takenDown(Voice voice) {
        Words words = voice.words();
        String kick = words.say("notice.page.kick");
        var head = Chrome.Head.bare(kick + " | " + voice.edition().name(), words.say("notice.page.title"));
        return Templates.render(new NoticePage(
                chromes.chrome(voice, false, null, head, List.of()),
                kick,
                words.say("notice.page.title"),
                words.say("notice.page"),
                null));
    }

    byte[] notice(Voice voice, PublicStory.Standing.Expired expired) {
        Words words = voice.words();
        String kick = words.say("notice.expired.kick");
        String title = words.say("notice.expired.title");
        var head = Chrome.Head.bare(kick + " | " + voice.edition().name(), title);
        return Templates.render(new NoticePage(
                chromes.chrome(voice, false, null, head, List.of()),
                kick,
                title,
                words.say("notice.expired"),
                voice.dates().date(expired.when())));
    }
}
