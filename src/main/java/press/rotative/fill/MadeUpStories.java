package press.rotative.fill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import press.rotative.media.PictureId;
import press.rotative.story.AuthorId;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Contribution;
import press.rotative.story.Mark;
import press.rotative.story.PictureUse;
import press.rotative.story.Related;
import press.rotative.story.Source;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.Text;
import press.rotative.story.TranslatedFrom;
import press.rotative.story.archive.ArchiveStory;

/// Writes made-up stories: number n of a seed always reads the same. What a story points to (teasers, stories to read
/// also, the original it translates, pictures) was filed in the block before the last, so that a block can be written
/// while the one before it is being filed.
final class MadeUpStories {
    private final long seed;
    private final World world;
    private final Outlines outlines;
    private final FilledNewsroom newsroom;
    private final Map<Tongue, Telling.Phrases> phrases = new EnumMap<>(Tongue.class);

    MadeUpStories(long seed, LocalDate begun, World world, Map<Tongue, PhraseBook> books, FilledNewsroom newsroom) {
        this.seed = seed;
        this.world = world;
        this.outlines = new Outlines(seed, begun, world);
        this.newsroom = newsroom;
        books.forEach((tongue, book) -> phrases.put(tongue, Telling.Phrases.of(book)));
    }

    private Telling.Phrases phrases(Tongue tongue) {
        return Objects.requireNonNull(phrases.get(tongue));
    }

    /// @param filed what stands in the newsroom already, at least all but the block before this story's
    MadeUpStory story(long number, Filed filed) {
        return new Writing(number, filed).story();
    }

    /// One story while it is written.
    private final class Writing {
        private final Chance chance;
        private final Filed filed;
        private final long window;
        private final Outline outline;
        private final @Nullable Earlier original;
        private final Telling telling;
        private final List<Block> blocks = new ArrayList<>();

        Writing(long number, Filed filed) {
            this.chance = new Chance(seed, number * 2 + 1);
            this.filed = filed;
            this.window = (number / Filed.BLOCK - 2) * Filed.BLOCK;
            Outline own = outlines.of(number);
            this.original = chance.perMille(120)
                    ? earlier(each -> each.tongue() != own.tongue()).orElse(null)
                    : null;
            this.outline = original == null ? own : own.about(original.outline());
            this.telling = new Telling(world, phrases(own.tongue()), outline, chance);
        }

        private record Earlier(Outline outline, StoryId id) {}

        /// A readable story of the window; empty where some tries find none.
        private Optional<Earlier> earlier(Predicate<Outline> wanted) {
            for (int i = 0; window >= 0 && i < 8; i++) {
                Outline drawn = outlines.of(window + chance.below(Filed.BLOCK));
                if (drawn.ending().readable() && wanted.test(drawn)) {
                    Optional<StoryId> id = filed.story(drawn.number());
                    if (id.isPresent()) {
                        return id.map(each -> new Earlier(drawn, each));
                    }
                }
            }
            return Optional.empty();
        }

        MadeUpStory story() {
            String headline = telling.one("headline-" + (outline.section() + 1));
            String standfirst = telling.one("standfirst");
            write();
            var content = new StoryContent(
                    outline.brief() ? StoryKind.BRIEF : StoryKind.ARTICLE,
                    headline,
                    outline.brief() ? null : standfirst,
                    newsroom.section(outline.tongue(), outline.section()),
                    byline(),
                    chance.perMille(400) ? telling.fill(Sentence.Slot.PLACE) : null,
                    null,
                    null,
                    chance.between(3, 6),
                    hero(),
                    outline.concepts().stream().map(newsroom.concepts()::get).toList(),
                    new Body(blocks),
                    related(),
                    original == null ? null : new TranslatedFrom(original.id(), 1),
                    chance.perMille(80)
                            ? List.of(new Source(telling.fill(Sentence.Slot.ORGANISATION), null))
                            : List.of(),
                    phrases(outline.tongue()).book().line("making"),
                    outline.published().toEpochMilli(),
                    null);
            return new MadeUpStory(outline, ArchiveStory.of(newsroom.edition(outline.tongue()), content, null), said());
        }

        private void write() {
            int wanted = outline.brief() ? chance.between(80, 160) : chance.between(300, 900);
            int words = paragraph("opening", 1);
            boolean teased = false;
            for (int i = 1; words < wanted; i++) {
                if (i % 4 == 0 && wanted - words > 120) {
                    blocks.add(new Block.Heading(id(), telling.one("heading"), 2));
                }
                words += switch (chance.below(12)) {
                    case 0 -> quote();
                    case 1 -> list();
                    default -> paragraph("general", chance.between(1, 3));
                };
                if (!teased && words > wanted / 2) {
                    teased = true;
                    teaser();
                }
            }
        }

        private String id() {
            return "b" + (blocks.size() + 1);
        }

        private int paragraph(String first, int more) {
            var text = new StringBuilder();
            telling.add(first, text);
            for (int i = 0; i < more; i++) {
                text.append(' ');
                telling.add(chance.perMille(550) ? "about-" + (outline.section() + 1) : "general", text);
            }
            if (chance.perMille(350)) {
                text.append(' ');
                telling.add("said", text);
            }
            blocks.add(new Block.Paragraph(id(), text.toString(), marks(text)));
            return words(text);
        }

        private List<Mark> marks(StringBuilder text) {
            int at = chance.perMille(150) ? text.indexOf(telling.rare()) : -1;
            return at < 0 ? List.of() : List.of(new Mark(at, at + telling.rare().length(), Mark.Kind.EMPHASIS, null));
        }

        private int quote() {
            String quoted = telling.one("quote");
            blocks.add(new Block.Quote(id(), quoted, List.of(), telling.fill(Sentence.Slot.PERSON)));
            return words(quoted);
        }

        private int list() {
            var items = new ArrayList<Text>();
            int words = 0;
            for (int i = chance.between(2, 4); i > 0; i--) {
                String item = telling.one("about-" + (outline.section() + 1));
                items.add(Text.of(item));
                words += words(item);
            }
            blocks.add(new Block.Items(id(), chance.perMille(300), items));
            return words;
        }

        private void teaser() {
            if (chance.perMille(300)) {
                earlier(this::readAlike).ifPresent(story -> blocks.add(new Block.Teaser(id(), story.id(), null, null)));
            }
            if (chance.perMille(150)) {
                picture().ifPresent(picture -> blocks.add(new Block.Illustration(id(), picture, null, null)));
            }
        }

        private boolean readAlike(Outline other) {
            return other.tongue() == outline.tongue();
        }

        /// One whose words are in the language of the story.
        private Optional<PictureId> picture() {
            int place = chance.below(PictureShelf.IN_A_BLOCK);
            while (PictureWords.tongue(place) != outline.tongue()) {
                place = (place + 1) % PictureShelf.IN_A_BLOCK;
            }
            int found = place;
            return filed.pictures(outline.number() / Filed.BLOCK - 2).map(run -> Filed.picture(run, found));
        }

        private @Nullable PictureUse hero() {
            return outline.brief() || chance.perMille(250)
                    ? null
                    : picture().map(id -> new PictureUse(id, null, null)).orElse(null);
        }

        private List<Contribution> byline() {
            List<AuthorId> all = newsroom.authors(outline.tongue());
            if (outline.brief() || chance.perMille(50)) {
                return List.of();
            }
            var first = new Contribution(all.get(chance.skewed(all.size())), null);
            AuthorId second = all.get(chance.skewed(all.size()));
            return chance.perMille(150) && !second.equals(first.author())
                    ? List.of(first, new Contribution(second, null))
                    : List.of(first);
        }

        private List<Related> related() {
            var related = new ArrayList<Related>();
            for (int i = chance.perMille(600) ? chance.between(1, 3) : 0; i > 0; i--) {
                earlier(this::readAlike)
                        .map(story -> new Related(story.id(), null))
                        .filter(each -> !related.contains(each))
                        .ifPresent(related::add);
            }
            if (chance.perMille(60)) {
                related.add(new Related(null, telling.one("headline-" + (outline.section() + 1))));
            }
            return related;
        }

        private @Nullable String said() {
            return switch (outline.ending()) {
                case STANDS -> null;
                case UPDATED -> telling.one("update");
                case CORRECTED -> telling.one("correction");
                case WITHHELD, KILLED -> telling.one("notice");
            };
        }
    }

    private static int words(CharSequence text) {
        int words = 1;
        for (int i = 0; i < text.length(); i++) {
            words += text.charAt(i) == ' ' ? 1 : 0;
        }
        return words;
    }
}
