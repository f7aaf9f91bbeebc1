package press.rotative.newsroom.manage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.platform.Problem;
import press.rotative.story.Edition;
import press.rotative.story.EditionSettings;
import press.rotative.story.Editions;
import press.rotative.story.StoryJson;
import press.rotative.story.Texts;

/// What the form of an edition holds: name, motto, and those of its settings that the site reads. Settings that have
/// no field stay as they are.
final class EditionForm {
    /// Numbering systems by their CLDR names.
    static final List<String> DIGITS = List.of("latn", "arab");

    private static final List<String> TEXTS = List.of("description", "newsroomName", "opinions", "digits");
    private static final List<String> LINES = List.of("weather", "address", "footer");
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_LINES = 12;
    private static final int LONGEST_LINE = 200;
    /// What, when, how high.
    private static final int PARTS_OF_A_TIDE = 3;

    record Typed(String name, @Nullable String motto, String settings) {}

    record Names(String name, @Nullable String motto) {}

    private EditionForm() {}

    static Form fill(Form form, Edition edition) {
        ObjectNode settings = settings(edition.settings());
        fillNames(form, edition);
        TEXTS.forEach(field -> form.with(field, settings.path(field).asText("")));
        LINES.forEach(field -> form.with(field, String.join("\n", texts(settings.path(field)))));
        JsonNode tides = settings.path("tides");
        form.with("tides", tides.path("title").asText(""));
        var lines = new ArrayList<String>();
        tides.path("lines").forEach(line -> lines.add(String.join("; ", texts(line))));
        return form.with("tide-lines", String.join("\n", lines));
    }

    /// Name and motto alone.
    static Form fillNames(Form form, Edition edition) {
        return form.with("version", "" + edition.version())
                .with("name", edition.name())
                .with("motto", edition.motto() == null ? "" : edition.motto());
    }

    private static ObjectNode settings(String json) {
        try {
            return StoryJson.MAPPER.readTree(json) instanceof ObjectNode object
                    ? object
                    : StoryJson.MAPPER.createObjectNode();
        } catch (JsonProcessingException e) {
            throw StoryJson.problem(e);
        }
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asText("")));
        return texts;
    }

    /// @param before the settings as they are
    /// @return null when a field is wrong; the form says which
    static @Nullable Typed read(Form form, String before) {
        Names names = readNames(form);
        ObjectNode settings = settings(before);
        for (String field : TEXTS) {
            put(settings, field, form.take(field, EditionForm::text));
        }
        for (String field : LINES) {
            put(settings, field, form.take(field, EditionForm::lines));
        }
        putTides(form, settings);
        if (names == null || !form.good()) {
            return null;
        }
        return new Typed(names.name(), names.motto(), EditionSettings.checked(settings.toString()));
    }

    /// @return null when one of both is wrong; the form says which
    static @Nullable Names readNames(Form form) {
        String name = form.take("name", Editions::checkedName);
        String motto = form.take("motto", EditionForm::motto);
        return name == null || motto == null ? null : new Names(name, motto.isEmpty() ? null : motto);
    }

    /// Empty where nothing is typed.
    private static String motto(String typed) {
        String motto = Editions.checkedMotto(typed);
        return motto == null ? "" : motto;
    }

    /// Empty where nothing is typed.
    private static String text(String typed) {
        String text = Texts.optional(typed.replaceAll("\\s+", " "), LONGEST_TEXT, "This");
        return text == null ? "" : text;
    }

    private static List<String> lines(String typed) {
        List<String> lines = ManagedForm.lines(typed);
        if (lines.size() > MOST_LINES) {
            throw Problem.invalid("At most " + MOST_LINES + " lines.")
                    .as("problem.story.most", MOST_LINES, lines.size());
        }
        lines.forEach(line -> Texts.checked(line, LONGEST_LINE, "A line"));
        return lines;
    }

    private static void put(ObjectNode settings, String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            settings.remove(field);
        } else {
            settings.put(field, text);
        }
    }

    private static void put(ObjectNode settings, String field, @Nullable List<String> lines) {
        settings.remove(field);
        if (lines != null && !lines.isEmpty()) {
            ArrayNode array = settings.putArray(field);
            lines.forEach(array::add);
        }
    }

    /// A table under a title: one without the other is not shown.
    private static void putTides(Form form, ObjectNode settings) {
        String title = form.take("tides", EditionForm::text);
        List<List<String>> lines = form.take("tide-lines", EditionForm::tides);
        settings.remove("tides");
        if (title == null || lines == null || title.isEmpty() && lines.isEmpty()) {
            return;
        }
        if (title.isEmpty() || lines.isEmpty()) {
            form.refuseField(title.isEmpty() ? "tides" : "tide-lines", "problem.story.needed");
            return;
        }
        ObjectNode tides = settings.putObject("tides").put("title", title);
        ArrayNode rows = tides.putArray("lines");
        lines.forEach(line -> {
            ArrayNode row = rows.addArray();
            line.forEach(row::add);
        });
    }

    private static List<List<String>> tides(String typed) {
        return lines(typed).stream().map(EditionForm::tide).toList();
    }

    private static List<String> tide(String line) {
        List<String> parts =
                Arrays.stream(line.split(";", -1)).map(String::strip).toList();
        if (parts.size() != PARTS_OF_A_TIDE || parts.getFirst().isEmpty()) {
            throw Problem.invalid("A line has three parts with semicolons between them: what, when, how high.")
                    .as("problem.edition.tide", line);
        }
        return parts;
    }
}
