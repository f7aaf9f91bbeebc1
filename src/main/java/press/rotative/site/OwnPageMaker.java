package press.rotative.site;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.rotative.language.FrenchTypography;
import press.rotative.story.Block;
import press.rotative.story.Edition;
import press.rotative.story.house.OwnPage;
import press.rotative.story.house.OwnPageKind;
import press.rotative.story.house.OwnPages;
import press.rotative.story.house.PageText;

/// Makes the pages on which the newsroom speaks of itself.
final class OwnPageMaker {
    private final Snapshot snapshot;
    private final ChromeMaker chromes;
    private final Places places;

    OwnPageMaker(Snapshot snapshot, ChromeMaker chromes, Places places) {
        this.snapshot = snapshot;
        this.chromes = chromes;
        this.places = places;
    }

    /// @param page one that is public
    OwnPagePage page(Voice voice, OwnPage page) {
        OwnPage.Live live = Objects.requireNonNull(page.live());
        PageText text = snapshot.text(page.id(), live.text());
        String path = OwnPages.path(voice.edition(), page.slug());
        List<ChromeMaker.Elsewhere> others = elsewhere(page);
        var about = new JsonLd.Page(
                type(page.kind()),
                places.whole(path),
                text.title(),
                text.standfirst(),
                voice.edition().language(),
                voice.dates().dateAndTime(live.at()).machine());
        Chrome.Head head = chromes.head(voice, title(voice, text), description(voice, text), path, others, List.of())
                .telling(JsonLd.of(chromes.publisher(voice), chromes.crumbs(voice, null), about));
        return made(voice, text, chromes.chrome(voice, false, page.id().subject(), head, others), live);
    }

    /// A text that is not public, as it would look; known to no list and to no machine.
    OwnPagePage preview(Voice voice, PageText text) {
        Chrome.Head head = Chrome.Head.bare(title(voice, text), description(voice, text));
        return made(voice, text, chromes.chrome(voice, false, null, head, List.of()), null);
    }

    private static OwnPagePage made(Voice voice, PageText text, Chrome chrome, OwnPage.@Nullable Live live) {
        String html = BodyHtml.of(text.body(), "", new OnThePage(voice));
        return new OwnPagePage(
                chrome,
                text.title(),
                text.standfirst(),
                output -> output.writeContent(html),
                live == null ? null : voice.dates().date(live.at()));
    }

    private static String title(Voice voice, PageText text) {
        return text.title() + " | " + voice.edition().name();
    }

    private static String description(Voice voice, PageText text) {
        return text.standfirst() == null
                ? voice.words()
                        .say("page.description", text.title(), voice.edition().name())
                : text.standfirst();
    }

    private static String type(OwnPageKind kind) {
        return switch (kind) {
            case ABOUT -> "AboutPage";
            case CONTACT -> "ContactPage";
            case IMPRINT, PRIVACY, CORRECTIONS, PRINCIPLES, ACCESSIBILITY, FREE -> "WebPage";
        };
    }

    /// The same page in the other editions.
    private List<ChromeMaker.Elsewhere> elsewhere(OwnPage page) {
        return snapshot.editions().stream()
                .filter(other -> !other.id().equals(page.edition()))
                .flatMap(other -> snapshot.house().live(other.id()).stream()
                        .filter(each -> each.isLike(page))
                        .map(each -> elsewhere(other, each)))
                .toList();
    }

    private static ChromeMaker.Elsewhere elsewhere(Edition other, OwnPage page) {
        return new ChromeMaker.Elsewhere(other, OwnPages.path(other, page.slug()));
    }

    /// Pages of the newsroom hold nothing but words: [PageText] refuses everything else.
    private record OnThePage(Voice voice) implements BodyHtml.Target {
        @Override
        public String text(String plain) {
            return voice.words().french() ? FrenchTypography.set(plain) : plain;
        }

        @Override
        public String address(String href) {
            return href;
        }

        @Override
        public String picture(Block.Illustration picture) {
            return "";
        }

        @Override
        public String teaser(Block.Teaser teaser) {
            return "";
        }

        @Override
        public String correction(Block.Correction correction) {
            return "";
        }
    }
}
