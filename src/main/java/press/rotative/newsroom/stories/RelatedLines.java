package press.rotative.newsroom.stories;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import press.rotative.address.Addresses;
import press.rotative.people.Actor;
import press.rotative.publication.Subject;
import press.rotative.story.NewestTexts;
import press.rotative.story.Related;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;

/// The stories to read also in a form, one a line: `#12 Headline`, whose words are only for people; the path of a
/// story of ours, public or in the newsroom; else a headline that waits for its story.
final class RelatedLines {
    private static final Pattern NUMBERED = Pattern.compile("#([1-9][0-9]{0,14})(?:\\s.*)?");
    private static final Pattern OF_NEWSROOM = Pattern.compile("/newsroom/stories/([1-9][0-9]{0,14})(?:/.*)?");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|/)\\S+");

    private final DSLContext sql;
    private final Actor actor;
    private final Map<String, Related> before = new LinkedHashMap<>();

    /// @param base the content that the writer began from
    RelatedLines(DSLContext sql, Actor actor, StoryContent base) {
        this(sql, actor, base.related());
    }

    private RelatedLines(DSLContext sql, Actor actor, List<Related> related) {
        this.sql = sql;
        this.actor = actor;
        List<StoryId> stories = related.stream()
                .map(Related::story)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        Map<StoryId, NewestTexts.Newest> texts = new NewestTexts(sql).of(stories);
        for (Related each : related) {
            before.putIfAbsent(line(each, texts), each);
        }
    }

    private String line(Related related, Map<StoryId, NewestTexts.Newest> texts) {
        if (related.story() == null) {
            return one(Objects.requireNonNull(related.title()));
        }
        String number = "#" + related.story().value();
        NewestTexts.Newest newest = texts.get(related.story());
        if (newest == null || newest.content() == null || !new Stories(sql).readable(actor, newest.story())) {
            return number;
        }
        return one(number + " " + newest.content().headline());
    }

    private static String one(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    String shown() {
        return String.join("\n", before.keySet());
    }

    static List<String> lines(String text, UnaryOperator<String> ownPath) {
        return text.lines()
                .map(RelatedLines::one)
                .map(line -> ADDRESS.matcher(line).matches() ? ownPath.apply(line) : line)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /// Lines that mean a story which is not here, or not for this actor.
    List<String> unknown(List<String> lines) {
        return lines.stream().filter(line -> related(line).isEmpty()).toList();
    }

    List<Related> of(List<String> lines) {
        var all = new ArrayList<Related>();
        lines.forEach(line -> related(line).filter(each -> !all.contains(each)).ifPresent(all::add));
        return all;
    }

    /// The story that a line names by its number or its address, if the actor may read it.
    static Optional<StoryId> story(DSLContext sql, Actor actor, String line) {
        var lines = new RelatedLines(sql, actor, List.of());
        return lines.related(line).map(Related::story);
    }

    private Optional<Related> related(String line) {
        Related same = before.get(line);
        if (same != null) {
            return Optional.of(same);
        }
        Matcher numbered = NUMBERED.matcher(line);
        if (numbered.matches()) {
            return story(Long.parseLong(numbered.group(1)));
        }
        return ADDRESS.matcher(line).matches() ? at(line) : Optional.of(new Related(null, line));
    }

    private Optional<Related> story(long number) {
        var stories = new Stories(sql);
        var id = new StoryId(number);
        return stories.find(id).filter(story -> stories.readable(actor, story)).map(story -> new Related(id, null));
    }

    /// @param address a path; whole addresses that are left are those of other sites
    private Optional<Related> at(String address) {
        String path;
        try {
            URI whole = new URI(address);
            path = whole.getAuthority() == null ? whole.getPath() : "";
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
        if (path.length() < 2) {
            return Optional.empty();
        }
        Matcher here = OF_NEWSROOM.matcher(path);
        if (here.matches()) {
            return story(Long.parseLong(here.group(1)));
        }
        var addresses = new Addresses(sql);
        return addresses
                .withPath(path)
                .or(() -> addresses.withCode(path.substring(1)))
                .filter(subject -> subject.kind() == Subject.Kind.STORY)
                .flatMap(subject -> story(subject.id()));
    }
}
