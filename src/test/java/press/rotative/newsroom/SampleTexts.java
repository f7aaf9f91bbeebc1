package press.rotative.newsroom;

import static press.rotative.platform.db.Tables.STORY;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.Press;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.publication.Act;
import press.rotative.story.Authors;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Contribution;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.PictureUse;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.Workflow;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.HandOnStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.TranslateStory;
import press.rotative.story.writing.PartChange;
import press.rotative.story.writing.SaveParts;
import press.rotative.story.writing.Standing;

/// The texts that the sample newsroom has in hand: fiction, as all of the sample is.
final class SampleTexts {
    private final Press press;
    private final Edition english;
    private final Actor tom;
    private final Actor maud;
    private final Actor tarek;

    SampleTexts(Press press, Actor tom, Actor maud, Actor tarek) {
        this.press = press;
        this.english = edition("en");
        this.tom = tom;
        this.maud = maud;
        this.tarek = tarek;
    }

    private <T> T perform(Act<T> act) {
        return press.acts().perform(act).value();
    }

    Edition edition(String code) {
        return press.database().read(sql -> new Editions(sql).find(code)).orElseThrow();
    }

    private SectionId section(String slug) {
        return press.database()
                .read(sql -> new Sections(sql).find(english.id(), slug))
                .orElseThrow()
                .id();
    }

    /// The story of the sample whose address holds these words.
    StoryId story(String slug, String edition) {
        return press.database().read(sql -> sql.select(STORY.ID)
                .from(STORY)
                .where(STORY.SLUG.contains(slug))
                .and(STORY.EDITION_ID.eq(edition(edition).id().value()))
                .orderBy(STORY.ID)
                .limit(1)
                .fetchOptional(row -> new StoryId(row.value1()))
                .orElseThrow(() -> new AssertionError("no story with an address of " + slug)));
    }

    /// The picture of the library whose caption holds these words.
    PictureId picture(String words) {
        return press.database().read(sql -> new Pictures(sql).after(0, 100)).stream()
                .filter(each -> String.valueOf(each.description().caption()).contains(words))
                .findFirst()
                .map(Picture::id)
                .orElseThrow(() -> new AssertionError("no picture of " + words));
    }

    void pitch(Actor who, String section, String headline) {
        handOn(begin(who, text(section, headline, null, null)), Workflow.PITCH);
    }

    void handOn(StoryId story, Workflow to) {
        perform(new HandOnStory(maud, story, null, to));
    }

    private StoryId begin(Actor who, StoryContent content) {
        return perform(new CreateStory(who, english.id(), content, null, false)).story();
    }

    private StoryContent text(
            String section, String headline, String standfirst, @Nullable PictureId hero, Block... blocks) {
        var signs = press.database()
                .read(sql -> new Authors(sql).named("Tom Varrick"))
                .orElseThrow();
        return new StoryContent(
                StoryKind.ARTICLE,
                headline,
                standfirst,
                section(section),
                List.of(new Contribution(signs.id(), null)),
                "Port-Lannec",
                null,
                null,
                5,
                hero == null ? null : new PictureUse(hero, null, null),
                List.of(),
                new Body(List.of(blocks)),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static Block paragraph(String text) {
        return Block.Paragraph.of("", text);
    }

    StoryId inReview() {
        return begin(
                tom,
                text(
                        "city",
                        "Market days: the relief boat’s timetable, hour by hour",
                        "The Goéland stays another year. When she sails, and who pays for the fuel.",
                        picture("Goéland"),
                        paragraph("On Tuesdays and Saturdays the old boat follows the new one by eleven minutes.")));
    }

    StoryId ready() {
        return begin(
                maud,
                text(
                        "science",
                        "Eleven divers, one quarrel: how seahorses are counted",
                        "A pair is two, unless it moves. A morning in the meadow of the bay.",
                        picture("herbier"),
                        paragraph("The rope is knotted every metre, and whoever holds it counts aloud.")));
    }

    StoryId planned(String section, String headline, String standfirst, String picture) {
        return begin(
                tom,
                text(
                        section,
                        headline,
                        standfirst,
                        picture(picture),
                        paragraph("The harbour office closes Quai des Pilotes an hour before high water.")));
    }

    /// What is written now, with a picture, a heading, a quote, and something that is lacking still.
    StoryId draft() {
        return begin(
                tom,
                text(
                        "harbour",
                        "Three metres of mud: how a channel is read",
                        "Before one bucket of the south channel is dredged, the marine station must say what lies in"
                                + " it. A morning on the barge.",
                        null,
                        paragraph("The barge drops its legs at half past six, in the lee of the north breakwater. From"
                                + " then on nobody walks across the deck without a reason: the tube that goes down is"
                                + " nine metres long, and what it brings up must not be shaken."),
                        new Block.Heading("", "Tin, copper and old paint", 2),
                        paragraph("Each core is cut into slices of ten centimetres, numbered, and laid in a cool box."
                                + " The hull paint of the eighties lies at forty centimetres, that of the nineties"
                                + " above it. What is read off will decide whether the longer pontoon can be built."),
                        new Block.Illustration("", picture("passe sud et ses fonds"), null, null),
                        new Block.Quote(
                                "",
                                "Mud keeps better records than the harbour office.",
                                List.of(),
                                "The technician who numbers the slices"),
                        paragraph("By noon eleven of thirty cores are in their boxes. The rest wait for the tide.")));
    }

    private StoryContent standing(StoryId story) {
        return press.database().read(sql -> Standing.of(sql, story, "").content());
    }

    /// A newer draft beside what the public reads.
    void update(StoryId update) {
        StoryContent before = standing(update);
        List<Block> blocks = new ArrayList<>(before.body().blocks());
        blocks.add(1, paragraph("On Friday the ferry board named the barge: the Hirondelle, hired until June."));
        perform(new SaveDraft(tom, update, null, before.withBody(new Body(blocks))));
    }

    /// Two people wrote another standfirst at the same time.
    StoryId twoMinds() {
        StoryId story = begin(
                tom,
                text(
                        "city",
                        "The town hall counts its benches, and finds nine",
                        "Nine benches for 23,000 people, says a count of the town hall.",
                        picture("rue des Cordiers"),
                        paragraph("The count took a morning. It began at the square of the semaphore, where a bench"
                                + " stood until 2019, and ended there, since nobody could find another."),
                        paragraph("The deputy mayor promises twelve more before the summer, with backs.")));
        var before = TextNode.valueOf(standing(story).standfirst());
        change(tom, story, before, "Nine benches for 23,000 people, of which two face a wall.");
        change(maud, story, before, "One bench for 2,500 people: the town hall has counted.");
        return story;
    }

    private void change(Actor who, StoryId story, TextNode before, String standfirst) {
        var change = new PartChange("standfirst", before, TextNode.valueOf(standfirst));
        perform(new SaveParts(who, story, "save-by-" + who.staffId(), "", List.of(change)));
    }

    /// An English story on its way into Arabic.
    StoryId translate() {
        Edition arabic = edition("ar");
        SectionId port = press.database()
                .read(sql -> new Sections(sql).find(arabic.id(), "port"))
                .orElseThrow()
                .id();
        StoryId story = perform(new TranslateStory(tarek, story("foghorn", "en"), arabic.id(), port))
                .story();
        StoryContent begun = standing(story);
        List<Block> blocks = new ArrayList<>(begun.body().blocks());
        blocks.set(
                0,
                Block.Paragraph.of(
                        blocks.getFirst().id(),
                        "نغمة واحدة، أربع ثوانٍ في كل ثلاثين. في الليالي الهادئة كانت تُسمع في بلوارن، على بعد أحد عشر"
                                + " ميلًا، حيث كان الناس يرون فيها بشارة مطر. أُسكتت صافرة الرصيف الجنوبي في الأول من"
                                + " مارس 1996."));
        perform(new SaveDraft(
                tarek,
                story,
                null,
                begun.withBody(new Body(blocks))
                        .withHeadline("صافرة الضباب التي لم يفتقدها أحد ستصدح من جديد")
                        .withStandfirst("صمتت منذ 1996، ولها اليوم ضاغط جديد وحارس قديم وجدول مواعيد.")));
        return story;
    }
}
