package press.rotative.fill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import press.rotative.media.PictureId;
import press.rotative.platform.Problem;
import press.rotative.platform.SettingStore;
import press.rotative.story.StoryId;

/// How far a newsroom is filled, kept in its settings and written in the act that files the stories, so that both are
/// there or neither is.
///
/// @param begun the day after the newest story, as in 2026-11-24
/// @param done how many stories are there
/// @param stories under which numbers of ours the latest of them stand, oldest first
/// @param pictures numbers of the latest pictures, block by block
record Filed(long seed, String begun, long done, List<Run> stories, List<Run> pictures) {
    /// Stories are filed in blocks of this many; the last may be cut short.
    static final int BLOCK = 500;

    private static final String SETTING = "fill";
    private static final int KEPT_BLOCKS = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param number of the first, in the order of filling
    /// @param id of the first; the others follow without a gap
    record Run(long number, long id, int count) {
        boolean holds(long wanted) {
            return wanted >= number && wanted < number + count;
        }
    }

    Filed {
        stories = List.copyOf(stories);
        pictures = List.copyOf(pictures);
    }

    /// The number of a story in the newsroom, for the latest of them.
    Optional<StoryId> story(long number) {
        return stories.stream()
                .filter(run -> run.holds(number))
                .findFirst()
                .map(run -> new StoryId(run.id() + number - run.number()));
    }

    /// The pictures made for the stories up to that block.
    Optional<Run> pictures(long block) {
        return pictures.stream().filter(run -> run.number() <= block).reduce((first, second) -> second);
    }

    static PictureId picture(Run run, int place) {
        return new PictureId(run.id() + place);
    }

    Filed with(List<StoryId> filed, Run picturesOfBlock) {
        var runs = new ArrayList<>(stories);
        long number = done;
        for (StoryId id : filed) {
            Run last = runs.isEmpty() ? new Run(-1, -1, 0) : runs.getLast();
            if (last.number() + last.count() == number && last.id() + last.count() == id.value()) {
                runs.set(runs.size() - 1, new Run(last.number(), last.id(), last.count() + 1));
            } else {
                runs.add(new Run(number, id.value(), 1));
            }
            number++;
        }
        long kept = number - (long) KEPT_BLOCKS * BLOCK;
        runs.removeIf(run -> run.number() + run.count() <= kept);
        var blocks = new ArrayList<>(pictures);
        blocks.removeIf(run -> run.number() == picturesOfBlock.number());
        blocks.add(picturesOfBlock);
        while (blocks.size() > KEPT_BLOCKS) {
            blocks.removeFirst();
        }
        return new Filed(seed, begun, number, runs, blocks);
    }

    static Optional<Filed> read(DSLContext sql) {
        return new SettingStore(sql).find(SETTING).map(Filed::parsed);
    }

    private static Filed parsed(String text) {
        try {
            return JSON.readValue(text, Filed.class);
        } catch (JsonProcessingException unreadable) {
            throw Problem.conflict("What the newsroom says about its filling cannot be read. Begin a new directory.");
        }
    }

    void write(DSLContext sql) {
        try {
            new SettingStore(sql).put(SETTING, JSON.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
