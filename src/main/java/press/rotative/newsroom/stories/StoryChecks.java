package press.rotative.newsroom.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Addresses;
import press.rotative.language.Dates;
import press.rotative.language.Words;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Authors;
import press.rotative.story.Block;
import press.rotative.story.Contribution;
import press.rotative.story.Lacks;
import press.rotative.story.Mark;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.Text;

/// What somebody should look at before a story is published, beside its text: what publishing would refuse or readers
/// would not see (`bad`), what is worth a look (`warn`), and what is as it should be (`okc`).
final class StoryChecks {
    /// Signs beyond which a headline is cut in lists and search engines.
    static final int LONG_HEADLINE = 90;

    private static final Duration RIGHTS_END_SOON = Duration.ofDays(30);
    private static final Pattern OF_PICTURE = Pattern.compile("Picture (\\d+) .*");
    private static final Pattern NAME_TWICE = Pattern.compile(
            "\\b(\\p{Lu}[\\p{L}’'-]+|[\\p{IsArabic}&&\\p{L}][\\p{IsArabic}\\p{M}]{2,})\\s+\\1\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    /// Arabic has no capital letters, so any word that stands there twice may be a name; these stand twice rightly.
    private static final Pattern TWICE_IN_ARABIC = Pattern.compile("جدا|رويدا|قليلا|كثيرا|مرارا|يوما|شيئا|.*\u064b.?");

    private final DSLContext sql;
    private final Words words;
    private final Dates dates;
    private final Instant now;
    private final boolean planned;
    private final List<Check> checks = new ArrayList<>();

    StoryChecks(DSLContext sql, Words words, Dates dates, Instant now) {
        this(sql, words, dates, now, false);
    }

    /// @param at when the text becomes public: rights are those of that instant
    /// @param planned whether that is later
    StoryChecks(DSLContext sql, Words words, Dates dates, Instant at, boolean planned) {
        this.sql = sql;
        this.words = words;
        this.dates = dates;
        this.now = at;
        this.planned = planned;
    }

    /// @param look `bad`, `warn` or `okc`
    /// @param part where: a field of the form, or `block:ID`; null: nowhere in particular
    record Check(String look, String words, @Nullable String part) {}

    List<Check> of(StoryContent content) {
        Map<PictureId, Picture> pictures = new Pictures(sql).find(content.pictures());
        headline(content);
        if (content.body().blocks().isEmpty() && content.standfirst() == null) {
            add("bad", words.say("story.refused.no.text"), null);
        }
        for (PictureId id : content.pictures()) {
            if (!pictures.containsKey(id)) {
                add("bad", words.say("story.refused.gone.picture", Long.toString(id.value())), place(content, id));
            }
        }
        for (String lack : Lacks.of(content, pictures)) {
            add("bad", Refusals.say(words, lack), place(content, lack));
        }
        pictures.values().forEach(picture -> rights(content, picture));
        byline(content);
        names(content);
        links(content);
        cards(content);
        pictures.values().removeIf(Picture::destroyed);
        long credited =
                pictures.values().stream().filter(each -> each.credit() != null).count();
        if (!pictures.isEmpty() && credited == pictures.size()) {
            add("okc", words.say("check.credits", words.number(credited)), null);
        }
        return List.copyOf(checks);
    }

    private void add(String look, String sentence, @Nullable String part) {
        checks.add(new Check(look, sentence, part));
    }

    private void headline(StoryContent content) {
        int signs = content.headline().codePointCount(0, content.headline().length());
        if (signs == 0) {
            add("bad", words.say("story.refused.no.headline"), "headline");
        } else if (signs > LONG_HEADLINE) {
            add("warn", words.say("check.headline.long", words.number(signs), words.number(LONG_HEADLINE)), "headline");
        } else {
            add("okc", words.say("check.headline.good", words.number(signs), words.number(LONG_HEADLINE)), "headline");
        }
    }

    private static @Nullable String place(StoryContent content, String lack) {
        Matcher picture = OF_PICTURE.matcher(lack);
        if (picture.matches()) {
            return place(content, new PictureId(Long.parseLong(picture.group(1))));
        }
        return lack.contains("standfirst")
                ? "standfirst"
                : lack.contains("byline") ? "byline" : lack.contains("section") ? "section" : null;
    }

    private static String place(StoryContent content, PictureId picture) {
        return content.body().blocks().stream()
                .filter(block -> block instanceof Block.Illustration shown
                                && shown.picture().equals(picture)
                        || block instanceof Block.Teaser teaser && picture.equals(teaser.picture()))
                .map(block -> "block:" + block.id())
                .findFirst()
                .orElse("hero");
    }

    private void rights(StoryContent content, Picture picture) {
        Instant ends = picture.rights().ends();
        if (picture.destroyed()) {
            add(
                    "bad",
                    words.say(
                            "check.picture.destroyed", words.number(picture.id().value())),
                    place(content, picture.id()));
        } else if (!picture.rights().runAt(now)) {
            add(
                    "bad",
                    planned
                            ? words.say(
                                    "check.rights.then",
                                    words.number(picture.id().value()),
                                    dates.stampWithTime(now).words())
                            : words.say(
                                    "check.rights.none",
                                    words.number(picture.id().value())),
                    place(content, picture.id()));
        } else if (ends != null && ends.isBefore(now.plus(RIGHTS_END_SOON))) {
            add(
                    "warn",
                    words.say(
                            "check.rights.end",
                            words.number(picture.id().value()),
                            dates.date(ends).words()),
                    place(content, picture.id()));
        }
    }

    private void byline(StoryContent content) {
        var seen = new HashSet<AuthorId>();
        Map<AuthorId, Author> authors = new Authors(sql)
                .find(content.byline().stream().map(Contribution::author).toList());
        for (Contribution each : content.byline()) {
            Author author = authors.get(each.author());
            if (!seen.add(each.author()) && author != null) {
                add("warn", words.say("check.name.byline", author.name()), "byline");
            }
        }
    }

    private void names(StoryContent content) {
        look(content.headline(), "headline");
        look(content.standfirst() == null ? "" : content.standfirst(), "standfirst");
        for (Block block : content.body().blocks()) {
            texts(block).forEach(text -> look(text.plain(), "block:" + block.id()));
        }
    }

    private void look(String text, String part) {
        nameTwice(text).ifPresent(name -> add("warn", words.say("check.name.twice", name), part));
    }

    /// The first word that stands twice in a row and may be a name.
    static Optional<String> nameTwice(String text) {
        return NAME_TWICE
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !TWICE_IN_ARABIC.matcher(name).matches())
                .findFirst();
    }

    private static Stream<Text> texts(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> Stream.of(paragraph.content());
            case Block.Quote quote -> Stream.of(quote.content());
            case Block.Question question -> Stream.of(question.content());
            case Block.Items items -> items.items().stream();
            case Block.Heading heading -> Stream.of(Text.of(heading.text()));
            case Block.Correction correction -> Stream.of(Text.of(correction.text()));
            case Block.Illustration picture -> Stream.empty();
            case Block.Teaser teaser -> Stream.empty();
            case Block.Embed embed -> Stream.empty();
            case Block.Table table -> Stream.empty();
        };
    }

    /// Addresses of this site are looked up here; those of others are asked when somebody wants it.
    private void links(StoryContent content) {
        Map<String, String> own = new LinkedHashMap<>();
        links(content, (href, part) -> {
            if (href.startsWith("/")) {
                own.putIfAbsent(href, part);
            }
        });
        var addresses = new Addresses(sql);
        Set<String> paths = addresses.knownPaths(
                own.keySet().stream().map(StoryChecks::path).toList());
        Set<String> codes = addresses.knownCodes(
                own.keySet().stream().map(StoryChecks::code).toList());
        own.forEach((href, part) -> {
            String path = path(href);
            if (!paths.contains(path) && !codes.contains(code(href)) && !path.equals("/")) {
                add("warn", words.say("check.link.own", href), part);
            }
        });
    }

    private static String path(String href) {
        return href.replaceAll("[?#].*", "");
    }

    /// What stands behind the last hyphen, as it is looked for.
    private static String code(String href) {
        String path = path(href);
        return path.substring(path.lastIndexOf('-') + 1).replace("/", "").toLowerCase(Locale.ROOT);
    }

    /// Every address that a text links to, with the block that does.
    static void links(StoryContent content, BiConsumer<String, String> each) {
        for (Block block : content.body().blocks()) {
            String part = "block:" + block.id();
            texts(block)
                    .flatMap(text -> text.marks().stream())
                    .map(Mark::href)
                    .flatMap(href -> Optional.ofNullable(href).stream())
                    .forEach(href -> each.accept(href, part));
            if (block instanceof Block.Embed embed) {
                each.accept(embed.url(), part);
            }
        }
        content.sources().stream()
                .flatMap(source -> Optional.ofNullable(source.url()).stream())
                .forEach(url -> each.accept(url, "sources"));
    }

    private void cards(StoryContent content) {
        Map<StoryId, String> shown = new HashMap<>();
        for (Block block : content.body().blocks()) {
            if (block instanceof Block.Teaser teaser && teaser.story() != null) {
                shown.putIfAbsent(teaser.story(), "block:" + block.id());
            }
        }
        content.related().forEach(each -> {
            if (each.story() != null) {
                shown.putIfAbsent(each.story(), "related");
            }
        });
        Set<StoryId> read = new Stories(sql).usable(shown.keySet());
        shown.forEach((story, part) -> {
            if (!read.contains(story)) {
                add("warn", words.say("check.card", "#" + story.value()), part);
            }
        });
    }
}
