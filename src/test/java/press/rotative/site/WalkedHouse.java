package press.rotative.site;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import press.rotative.people.Actor;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.ConceptId;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;
import press.rotative.story.house.AlertBands;
import press.rotative.story.house.ArrangeMenu;
import press.rotative.story.house.ChangeLook;
import press.rotative.story.house.CreatePage;
import press.rotative.story.house.HouseFiles;
import press.rotative.story.house.LogoFiles;
import press.rotative.story.house.Look;
import press.rotative.story.house.Looks;
import press.rotative.story.house.Menu;
import press.rotative.story.house.MenuEntry;
import press.rotative.story.house.MenuPlace;
import press.rotative.story.house.OwnPage;
import press.rotative.story.house.OwnPageId;
import press.rotative.story.house.OwnPageKind;
import press.rotative.story.house.OwnPages;
import press.rotative.story.house.PageText;
import press.rotative.story.house.PublishPage;
import press.rotative.story.house.SavePage;
import press.rotative.story.house.SetAlert;
import press.rotative.story.house.TakeAlertDown;
import press.rotative.story.house.TakeDownPage;

/// What happens to menus, looks, alerts and pages of the newsroom on a walk. A word of a page that is not public may
/// stand nowhere.
final class WalkedHouse {
    private static final int MOST_PAGES = 4;

    private final WalkedNewsroom newsroom;
    private final Map<OwnPageId, String> shown = new HashMap<>();
    private final Map<EditionId, String> alerts = new HashMap<>();

    WalkedHouse(WalkedNewsroom newsroom) {
        this.newsroom = newsroom;
    }

    List<WalkStep> steps() {
        return List.of(
                new WalkStep("new page", 1, this::newPage),
                new WalkStep("save page", 1, this::savePage),
                new WalkStep("move page", 1, this::movePage),
                new WalkStep("publish page", 2, this::publishPage),
                new WalkStep("take page down", 1, this::takeDown),
                new WalkStep("arrange menu", 2, this::arrangeMenu),
                new WalkStep("change look", 1, this::changeLook),
                new WalkStep("set alert", 2, this::setAlert),
                new WalkStep("take alert down", 1, this::takeAlertDown));
    }

    private OwnPage page(OwnPageId id) {
        return newsroom.press.database().read(sql -> new OwnPages(sql).get(id));
    }

    private List<OwnPage> pages(EditionId edition) {
        return newsroom.press.database().read(sql -> new OwnPages(sql).of(edition));
    }

    private OwnPage anyPage() {
        EditionId edition = newsroom.any(newsroom.editions);
        List<OwnPage> pages = pages(edition);
        return pages.isEmpty() ? page(fresh(edition)) : newsroom.any(pages);
    }

    private PageText text() {
        String word = newsroom.word();
        return new PageText(newsroom.name("Page"), null, new Body(List.of(Block.Paragraph.of("", word))));
    }

    private OwnPageId fresh(EditionId edition) {
        return newsroom.perform(new CreatePage(Actor.OPERATOR, edition, OwnPageKind.FREE, null, null, text()));
    }

    private String newPage() {
        EditionId edition = newsroom.any(newsroom.editions);
        return pages(edition).size() < MOST_PAGES ? fresh(edition).toString() : savePage();
    }

    private String savePage() {
        OwnPage page = anyPage();
        newsroom.perform(new SavePage(Actor.OPERATOR, page.id(), page.version(), page.kind(), null, null, text()));
        return page.id().toString();
    }

    /// Its address and its kind change, or it is linked with a page of another edition.
    private String movePage() {
        OwnPage page = anyPage();
        PageText text = newsroom.press.database().read(sql -> new OwnPages(sql).text(page.id(), page.lastText()));
        OwnPageKind wished = newsroom.any(List.of(OwnPageKind.values()));
        boolean taken = pages(page.edition()).stream()
                .anyMatch(other -> other.kind() == wished && !other.id().equals(page.id()));
        newsroom.perform(new SavePage(
                Actor.OPERATOR,
                page.id(),
                null,
                taken ? OwnPageKind.FREE : wished,
                "page-" + newsroom.number(),
                null,
                text));
        return page.id().toString();
    }

    private String publishPage() {
        OwnPage page = anyPage();
        publish(page);
        return page.id().toString();
    }

    private void publish(OwnPage page) {
        newsroom.perform(new PublishPage(Actor.OPERATOR, page.id(), null));
        String before = shown.put(page.id(), page.title());
        newsroom.gone.remove(page.title()); // taken down and shown again
        if (before != null && !before.equals(page.title())) {
            newsroom.gone.add(before);
        }
    }

    private String takeDown() {
        OwnPage page = anyPage();
        if (page.live() == null) {
            publish(page);
        }
        newsroom.perform(new TakeDownPage(Actor.OPERATOR, page.id(), null));
        newsroom.gone.add(shown.remove(page.id()));
        return page.id().toString();
    }

    private String arrangeMenu() {
        EditionId edition = newsroom.any(newsroom.editions);
        MenuPlace place = newsroom.any(List.of(MenuPlace.values()));
        Menu menu = null;
        if (newsroom.random.nextInt(4) > 0) {
            var entries = new ArrayList<MenuEntry>();
            entries.add(new MenuEntry.OfSection(newsroom.anySection(edition), null));
            ConceptId concept = newsroom.any(newsroom.concepts);
            entries.add(new MenuEntry.OfConcept(concept, null));
            pages(edition).forEach(page -> entries.add(new MenuEntry.OfPage(page.id(), null)));
            entries.add(new MenuEntry.OfCorrections(newsroom.word()));
            entries.add(new MenuEntry.OfLink("https://port.example/", newsroom.word()));
            menu = new Menu(entries);
        }
        newsroom.perform(new ArrangeMenu(Actor.OPERATOR, edition, place, null, menu));
        return edition + " " + place;
    }

    private String setAlert() {
        return setAlert(newsroom.any(newsroom.editions));
    }

    private String setAlert(EditionId edition) {
        AlertBands.Standing before = alert(edition);
        List<StoryId> there = newsroom.usable.keySet().stream()
                .filter(story -> edition.equals(newsroom.editionOf.get(story)))
                .toList();
        StoryId story = there.isEmpty() || newsroom.random.nextInt(4) == 0 ? null : newsroom.any(there);
        String text = newsroom.name("Alert");
        newsroom.perform(new SetAlert(
                Actor.OPERATOR,
                edition,
                before.version(),
                text,
                story,
                newsroom.clock.instant().plus(Duration.ofMinutes(10 + newsroom.random.nextInt(3000)))));
        String replaced = alerts.put(edition, text);
        if (replaced != null) {
            newsroom.gone.add(replaced);
        }
        return edition + " to " + story;
    }

    private String takeAlertDown() {
        EditionId edition = newsroom.any(newsroom.editions);
        if (alert(edition).band() == null) {
            setAlert(edition);
        }
        newsroom.perform(new TakeAlertDown(Actor.OPERATOR, edition, null));
        newsroom.gone.add(alerts.remove(edition));
        return edition.toString();
    }

    /// What stands. The word of one that the clock took may stand nowhere.
    private AlertBands.Standing alert(EditionId edition) {
        AlertBands.Standing standing = newsroom.press.database().read(sql -> new AlertBands(sql).of(edition));
        String before = alerts.get(edition);
        if (standing.band() == null && before != null) {
            newsroom.gone.add(alerts.remove(edition)); // the clock took it
        }
        return standing;
    }

    private String changeLook() {
        boolean whole = newsroom.random.nextBoolean();
        long edition = whole ? Looks.NEWSROOM : newsroom.any(newsroom.editions).value();
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 40\"><path d=\"M0 0h%dv40z\"/></svg>"
                .formatted(10 + newsroom.random.nextInt(180));
        HouseFiles.Whole logo = LogoFiles.logo(svg.getBytes(StandardCharsets.UTF_8));
        Look look = newsroom.random.nextInt(4) == 0
                ? Look.PLAIN
                : Look.PLAIN
                        .withColours(
                                newsroom.any(List.of("#8a1f5c", "#0b5c3b", "#1d4f91")),
                                newsroom.any(List.of("#f0a0c8", "#7fd6a8", "#9cc4ff")))
                        .withLogo(newsroom.random.nextBoolean() ? logo.file() : null, null);
        newsroom.perform(new ChangeLook(Actor.OPERATOR, edition, null, look, List.of(logo)));
        return "of " + edition;
    }
}
