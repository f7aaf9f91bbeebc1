package press.rotative.site;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.address.CodeAlphabet;
import press.rotative.media.Shape;
import press.rotative.media.darkroom.Format;
import press.rotative.platform.Problem;
import press.rotative.search.Question;
import press.rotative.story.Corrections;
import press.rotative.story.StoryId;

/// What an address asks for, before anything is looked up. A route holds the parameters that its page declares and no
/// others, in one spelling, so that it can be the key of a cache.
sealed interface Route {
    int LONGEST_PATH = 1000;
    int LONGEST_SEARCH = 200;
    Pattern CORRECTION = Pattern.compile("(\\d{1,15})-([1-9]\\d{0,17})-(\\d{1,9})");
    Pattern PLACE = Pattern.compile("[0-9a-z.-]{1,40}");

    record Root() implements Route {}

    record Robots() implements Route {}

    record SitemapIndex() implements Route {}

    record Front(String edition) implements Route {}

    /// @param asked without white space around it, at most 200 characters; empty before a search
    /// @param after where the page before ended
    record Search(
            String edition,
            String asked,
            SearchFilter filter,
            Question.Order order,
            @Nullable String after) implements Route {}

    /// @param typed so far
    record Suggest(String edition, String typed) implements Route {}

    /// @param before where the page before ended
    record CorrectionList(String edition, Corrections.@Nullable Place before) implements Route {}

    /// @param list path of the section, concept, author or corrections; null for the whole edition
    record Archive(
            String edition, ArchivePeriod period, @Nullable String before) implements Route {}

    record FeedOf(String edition, @Nullable String list, FeedFormat format) implements Route {}

    record SitemapMonth(String edition, YearMonth month) implements Route {}

    /// The pages of the newsroom itself.
    record SitemapPages(String edition) implements Route {}

    record Short(String code, boolean preview) implements Route {}

    /// A picture in one of its sizes. The format is the best that the asker can show.
    record PictureFile(long picture, Shape shape, int width, Format format) implements Route {}

    /// @param story a path that ends in the code of a story
    /// @param version the newer of the two that are compared
    record VersionOf(String story, int version) implements Route {}

    record Asset(String path) implements Route {}

    /// Everything else: a section, a concept, an author, a story, or an address of former times.
    record Page(String path, @Nullable String before) implements Route {}

    enum FeedFormat {
        RSS("rss.xml", "application/rss+xml"),
        ATOM("atom.xml", "application/atom+xml"),
        JSON("feed.json", "application/feed+json");

        private final String file;
        private final String mediaType;

        FeedFormat(String file, String mediaType) {
            this.file = file;
            this.mediaType = mediaType;
        }

        /// The format whose file has this name.
        static Optional<FeedFormat> of(String file) {
            return Arrays.stream(values())
                    .filter(format -> format.file.equals(file))
                    .findFirst();
        }

        String file() {
            return file;
        }

        String mediaType() {
            return mediaType;
        }
    }

    Set<String> CONCEPT_KINDS = Set.of("topic", "person", "place", "organisation", "event");
    Pattern MONTH = Pattern.compile("sitemap-(\\d{4})-(0[1-9]|1[0-2])\\.xml");
    Pattern VERSION = Pattern.compile("(/.+)/versions/([1-9]\\d{0,5})");
    Pattern PICTURE = Pattern.compile("/pictures/([1-9]\\d{0,17})/(3x2-|2x1-)?([1-9]\\d{0,4})\\.(jpg|webp|avif)");

    /// @throws Problem INVALID for an address that cannot be read
    static Route of(String rawPath, @Nullable String query) {
        String path = decodedPath(rawPath);
        Matcher picture = PICTURE.matcher(path);
        if (picture.matches()) {
            return pictureFile(picture);
        }
        if (path.startsWith("/assets/")) {
            return new Asset(path);
        }
        return switch (path) {
            case "/" -> new Root();
            case "/robots.txt" -> new Robots();
            case "/sitemap.xml" -> new SitemapIndex();
            default -> deeper(path, query);
        };
    }

    private static PictureFile pictureFile(Matcher address) {
        String prefix = address.group(2) == null ? "" : address.group(2);
        Shape shape = Stream.of(Shape.values())
                .filter(each -> each.prefix().equals(prefix))
                .findFirst()
                .orElseThrow();
        Format format = Stream.of(Format.values())
                .filter(each -> each.extension().equals(address.group(4)))
                .findFirst()
                .orElseThrow();
        return new PictureFile(Long.parseLong(address.group(1)), shape, Integer.parseInt(address.group(3)), format);
    }

    private static Route deeper(String path, @Nullable String query) {
        List<String> parts = List.of(path.substring(1).split("/", -1));
        if (parts.size() == 1) {
            String only = parts.getFirst();
            boolean preview = only.endsWith("+");
            String code = preview ? only.substring(0, only.length() - 1) : only;
            return CodeAlphabet.looksLikeCode(code)
                    ? new Short(code.toLowerCase(java.util.Locale.ROOT), preview)
                    : new Page(path, null);
        }
        Matcher version = VERSION.matcher(path);
        if (version.matches() && codeAtEnd(version.group(1)) != null) {
            return new VersionOf(version.group(1), Integer.parseInt(version.group(2)));
        }
        Optional<FeedFormat> feed = FeedFormat.of(parts.getLast());
        if (feed.isPresent()) {
            String list = path.substring(0, path.lastIndexOf('/'));
            return new FeedOf(parts.getFirst(), parts.size() == 2 ? null : list, feed.get());
        }
        if (parts.get(1).equals("archive")) {
            String date = path.substring(parts.getFirst().length() + "//archive".length());
            Optional<ArchivePeriod> period = ArchivePeriod.of(date);
            return period.isPresent()
                    ? new Archive(parts.getFirst(), period.get(), code(query, "before"))
                    : new Page(path, null);
        }
        if (parts.size() == 2) {
            return inEdition(path, parts.get(0), parts.get(1), query);
        }
        return new Page(path, code(query, "before"));
    }

    private static Route inEdition(String path, String edition, String name, @Nullable String query) {
        Matcher month = MONTH.matcher(name);
        if (month.matches()) {
            return new SitemapMonth(
                    edition, YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))));
        }
        return switch (name) {
            case "" -> new Front(edition);
            case "search" -> new Search(edition, asked(query), SearchFilter.of(query), order(query), after(query));
            case "sitemap-pages.xml" -> new SitemapPages(edition);
            case "suggest" -> new Suggest(edition, asked(query));
            case "corrections" -> new CorrectionList(edition, correction(query));
            default -> new Page(path, code(query, "before"));
        };
    }

    private static String asked(@Nullable String query) {
        String asked = parameter(query, SearchAddress.ASKED);
        String plain =
                asked == null ? "" : asked.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return plain.length() <= LONGEST_SEARCH
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST_SEARCH)));
    }

    private static Question.Order order(@Nullable String query) {
        return switch (parameter(query, SearchAddress.ORDER)) {
            case SearchAddress.BY_DATE -> Question.Order.DATE;
            case SearchAddress.OLDEST -> Question.Order.OLDEST;
            case null, default -> Question.Order.RELEVANCE;
        };
    }

    private static @Nullable String after(@Nullable String query) {
        String place = parameter(query, SearchAddress.AFTER);
        if (place == null || PLACE.matcher(place).matches()) {
            return place;
        }
        throw Problem.invalid("'after' is a place in a list of hits, as the page before links to it.");
    }

    private static Corrections.@Nullable Place correction(@Nullable String query) {
        String place = parameter(query, "before");
        if (place == null) {
            return null;
        }
        Matcher numbers = CORRECTION.matcher(place);
        if (numbers.matches()) {
            return new Corrections.Place(
                    Instant.ofEpochMilli(Long.parseLong(numbers.group(1))),
                    new StoryId(Long.parseLong(numbers.group(2))),
                    Integer.parseInt(numbers.group(3)));
        }
        throw Problem.invalid("'before' is a place in the list of corrections, as the page before links to it.");
    }

    private static @Nullable String code(@Nullable String query, String name) {
        String code = parameter(query, name);
        if (code == null || CodeAlphabet.looksLikeCode(code)) {
            return code == null ? null : code.toLowerCase(java.util.Locale.ROOT);
        }
        throw Problem.invalid("'" + name + "' is the code of a story.");
    }

    /// The first value of a declared parameter; all others are not even decoded.
    static @Nullable String parameter(@Nullable String query, String name) {
        if (query == null || query.length() > 4000) {
            return null;
        }
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                try {
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException notDecodable) {
                    throw Problem.invalid("The address has a '%' that is not followed by two hexadecimal digits.");
                }
            }
        }
        return null;
    }

    private static String decodedPath(String raw) {
        if (raw.length() > LONGEST_PATH || !raw.startsWith("/")) {
            throw Problem.invalid("The address is too long or does not begin with a slash.");
        }
        var bytes = ByteBuffer.allocate(raw.length() * 3);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                int high = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(raw.charAt(i + 2), 16);
                if (low < 0) {
                    throw Problem.invalid("The address has a '%' that is not followed by two hexadecimal digits.");
                }
                bytes.put((byte) (high * 16 + low));
                i += 2;
            } else {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return readable(bytes.flip());
    }

    private static String readable(ByteBuffer bytes) {
        try {
            String path = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (path.chars().noneMatch(Character::isISOControl)) {
                return path;
            }
        } catch (CharacterCodingException notText) {
            throw Problem.invalid("The address is not UTF-8.");
        }
        throw Problem.invalid("The address contains a control character.");
    }

    /// The code at the end of a story's path, which alone finds the story; null where there is none.
    static @Nullable String codeAtEnd(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        int hyphen = last.lastIndexOf('-');
        String code = last.substring(hyphen + 1);
        return hyphen >= 0 && CodeAlphabet.looksLikeCode(code) ? code.toLowerCase(java.util.Locale.ROOT) : null;
    }

    /// The first part of a path, where an edition's code stands.
    static String editionOf(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }
}
