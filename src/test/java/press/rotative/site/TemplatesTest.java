package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.rotative.language.Tongue;
import press.rotative.language.Words;

class TemplatesTest {
    private static final Pattern PAGE = Pattern.compile("(?m)^@param (\\w+) page$");

    private static final List<String> HOSTILE = List.of(
            "</title><script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</textarea></style></p></main><h1>",
            "<!-- ${7*7} @if(true) {{x}}",
            "javascript:alert(1)",
            "&lt;b&gt; & <b>",
            "\u0000\u202e\ud800 ]]>");

    static Stream<Arguments> pages() {
        return Words.LANGUAGES.stream().flatMap(language -> SampleViews.in(language).rendered().entrySet().stream()
                .map(page -> Arguments.of(language + " " + page.getKey(), page.getValue())));
    }

    /// A template that takes the layout is a whole page, and names its type: `@param FrontPage page`.
    @Test
    void no_page_template_is_missing_among_those_that_are_judged() throws IOException {
        var wanted = new TreeSet<String>();
        try (Stream<Path> files = Files.list(Path.of("src/main/jte/site"))) {
            for (Path file : files.toList()) {
                String source = Files.readString(file);
                if (source.contains("@template.site.layout(")) {
                    Matcher page = PAGE.matcher(source);
                    assertTrue(page.find(), file + " names no page");
                    wanted.add(page.group(1));
                }
            }
        }
        assertTrue(wanted.size() > 8, wanted.toString());
        for (String language : Words.LANGUAGES) {
            assertEquals(
                    wanted,
                    SampleViews.in(language).pages().values().stream()
                            .map(page -> page.getClass().getSimpleName())
                            .collect(Collectors.toCollection(TreeSet::new)),
                    "SampleViews shows every page template in " + language);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void every_page_is_well_formed(String name, byte[] bytes) {
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        Document page = Jsoup.parse(text(bytes), "", parser);
        assertEquals(
                List.of(), parser.getErrors().stream().map(Object::toString).toList());
        assertEquals(1, page.select("h1").size(), "one h1");
        assertEquals(1, page.select("main#main").size(), "one main");
        assertEquals(
                page.select("[id]").eachAttr("id").stream().distinct().count(),
                page.select("[id]").size(),
                "ids once");
        assertEquals(name.substring(0, 2), page.selectFirst("html").attr("lang"));
        assertEquals(0, page.select("[style], [onclick]").size(), "no inline style or handler");
        assertEquals(
                0,
                page.select("img:not([alt]), img:not([width]), img:not([height])")
                        .size());
        assertEquals(0, page.select("a:not([href])").size(), "no dead links");
        assertTrue(page.select("link[href^=http], script[src], iframe").stream().allMatch(TemplatesTest::isOwnAddress));
    }

    private static boolean isOwnAddress(Element element) {
        return element.is("link[rel=canonical], link[rel=alternate], link[rel=shortlink]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "ar"})
    void hostile_text_never_becomes_markup(String language) {
        Map<String, byte[]> tame = new SampleViews(language, text -> "x").rendered();
        for (String hostile : HOSTILE) {
            new SampleViews(language, text -> hostile)
                    .rendered()
                    .forEach((name, bytes) ->
                            assertEquals(skeleton(tame.get(name)), skeleton(bytes), name + " with " + hostile));
        }
    }

    @Property(tries = 150)
    void no_text_at_all_changes_the_markup(@ForAll @StringLength(min = 1, max = 40) String any) {
        var sample = new SampleViews("fr", text -> any);
        assertEquals(
                skeleton(Templates.render(new SampleViews("fr", text -> "x").story())),
                skeleton(Templates.render(sample.story())));
    }

    /// Elements and attribute names, without any text.
    private static String skeleton(byte[] bytes) {
        var result = new StringBuilder();
        for (Element element : Jsoup.parse(text(bytes)).getAllElements()) {
            result.append(element.tagName());
            element.attributes().forEach(attribute -> result.append(' ').append(attribute.getKey()));
            result.append('\n');
        }
        return result.toString();
    }

    @Test
    void french_pages_are_set_in_french_typography_but_their_attributes_are_not() {
        var sample = new SampleViews("fr", text -> "Lavrov: «oui»");
        Document page = Jsoup.parse(text(Templates.render(sample.story())));
        assertEquals("Lavrov\u00a0: «\u202foui\u202f»", page.selectFirst("h1").wholeText());
        assertEquals("Lavrov: «oui»", page.selectFirst("img").attr("alt"));
        assertTrue(page.title().startsWith("Lavrov: «oui»"));
        Document english = Jsoup.parse(text(Templates.render(new SampleViews("en", text -> "Lavrov: «oui»").story())));
        assertEquals("Lavrov: «oui»", english.selectFirst("h1").wholeText());
    }

    @Test
    void a_picture_that_is_not_held_keeps_its_credit() {
        Document page = Jsoup.parse(text(Templates.render(SampleViews.in("fr").story())));
        Element held = page.selectFirst(".held").parent();
        assertTrue(held.text().contains("© Agence Littoral"));
        assertEquals("Archive", held.selectFirst(".arch").text());
    }

    @Test
    void a_title_whose_story_is_not_here_is_plain_text() {
        Document page = Jsoup.parse(text(Templates.render(SampleViews.in("fr").story())));
        Element title = page.select(".also h3").stream()
                .filter(h -> h.text().startsWith("Dix ans"))
                .findFirst()
                .orElseThrow();
        assertEquals(0, title.select("a").size());
    }

    @Test
    void pages_keep_within_the_budget() throws IOException {
        var sample = SampleViews.in("fr");
        assertTrue(Templates.render(sample.story()).length < 40 * 1024);
        assertTrue(gzip(Templates.render(sample.story())) < 10 * 1024);
        assertTrue(gzip(Templates.render(sample.front())) < 10 * 1024);
    }

    @Test
    void style_fonts_and_script_keep_within_the_budget() throws IOException {
        Assets assets = SampleViews.ASSETS;
        byte[] style = assets.at(assets.style()).orElseThrow().bytes();
        assertTrue(style.length <= 15_360, "minified " + style.length);
        assertTrue(gzip(style) <= 4_608, "gzip " + gzip(style));
        int fonts = assets.preloads(Tongue.of("fr")).stream()
                .mapToInt(font -> assets.at(font).orElseThrow().bytes().length)
                .sum();
        assertTrue(fonts < 60 * 1024);
        assertTrue(assets.script().length() < 2048);
        assertFalse(text(style).contains("url(fonts/"), "every font has its address");
    }

    @Test
    void the_style_of_the_newsroom_keeps_within_its_budget() throws IOException {
        Assets assets = SampleViews.ASSETS;
        byte[] style = assets.at(assets.address("newsroom.css")).orElseThrow().bytes();
        assertTrue(style.length <= 14_336, "minified " + style.length);
        assertTrue(gzip(style) <= 4_500, "gzip " + gzip(style));
        assertFalse(text(style).contains("url(fonts/"), "every font has its address");
    }

    @Test
    void the_policy_allows_only_what_pages_use() {
        String policy = new SecurityHeaders(SampleViews.ASSETS, true).all().get("Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'"));
        assertFalse(policy.contains("unsafe-"));
        assertTrue(policy.contains("'sha256-"));
    }

    private static int gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
