package press.rotative.site;

import gg.jte.Content;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Dates;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.story.FrontBlock;

/// Pages filled by hand, one of each kind, in a language. Every string passes the given function, so that a test can
/// put anything in every place.
record SampleViews(String language, UnaryOperator<String> text) {
    static final Assets ASSETS = Assets.ofProgram();
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final Instant MORNING = Instant.parse("2026-11-24T05:10:00Z");
    static final Instant NOON = Instant.parse("2026-11-24T11:40:00Z");
    static final String PUBLIC = "https://lephare.example";

    static SampleViews in(String language) {
        return new SampleViews(language, UnaryOperator.identity());
    }

    Tongue tongue() {
        return Tongue.of(language);
    }

    Words words() {
        return Words.in("site", tongue(), Digits.WESTERN);
    }

    Dates dates() {
        return new Dates(words(), tongue(), ZoneId.of("Europe/Paris"), NOW);
    }

    private String t(String french, String english, String arabic) {
        return text.apply(
                switch (language) {
                    case "fr" -> french;
                    case "ar" -> arabic;
                    default -> english;
                });
    }

    Chrome chrome(boolean front, @Nullable String title) {
        String name = t("Le Phare", "The Beacon", "المنارة");
        var head = new Chrome.Head(
                title == null ? name : title + " | " + name,
                t("Le quotidien du port", "The paper of the port", "صحيفة الميناء"),
                PUBLIC + "/" + language + "/",
                List.of(
                        new Chrome.Alternate("fr", PUBLIC + "/fr/"),
                        new Chrome.Alternate("x-default", PUBLIC + "/fr/")),
                PUBLIC + "/f7k2p",
                List.of(new Chrome.Feed("application/rss+xml", text.apply("RSS"), "/" + language + "/rss.xml")),
                true,
                "article",
                new Chrome.Social(PUBLIC + "/pictures/ferry/1216.jpg", 1216, 684, text.apply("Ferry")),
                new Chrome.Times("2026-11-24T06:10:00+01:00", "2026-11-24T12:40:00+01:00"),
                "{\"@context\":\"https://schema.org\"}");
        var editions = List.of(
                new Link("Français", "/fr/", Tongue.of("fr"), language.equals("fr")),
                new Link("English", "/en/", Tongue.of("en"), language.equals("en")),
                new Link("العربية", "/ar/", Tongue.of("ar"), language.equals("ar")));
        return new Chrome(
                words(),
                tongue(),
                front,
                head,
                name,
                "/" + language + "/",
                t(
                        "Le quotidien du port et de la ville, depuis 1887",
                        "The paper of port and town since 1887",
                        "صحيفة الميناء والمدينة منذ 1887"),
                dates().today(),
                List.of(
                        t("14 °C, vent d’ouest 35 km/h", "14 °C, west wind", "14 درجة"),
                        t("Pleine mer 16 h 42", "High tide", "المدّ الأعلى 16:42")),
                editions,
                sections(),
                "/" + language + "/search",
                front
                        ? new Chrome.Alert(
                                t("Vigilance orange sur le littoral", "Orange warning on the coast", "إنذار برتقالي"),
                                "/" + language + "/news/orange-R7K2M",
                                dates().brief(NOW))
                        : null,
                new Chrome.Foot(
                        List.of(t("12, quai des Pilotes", "12 Pilot Quay", "12، رصيف المرشدين"), "Port-Lannec"),
                        List.of(Link.to(words().say("corrections"), "/" + language + "/corrections")),
                        List.of(Link.to(words().say("feed.rss"), "/" + language + "/rss.xml")),
                        List.of(t("© 2026 Le Phare", "© 2026 The Beacon", "© 2026 المنارة"))),
                Brand.plain(ASSETS),
                ASSETS);
    }

    private List<Link> sections() {
        return List.of(
                section("International", "World", "العالم"),
                section("Ville", "Town", "المدينة"),
                section("Port", "Port", "الميناء").here(true),
                section("Économie", "Business", "اقتصاد"),
                section("Culture", "Culture", "ثقافة"),
                section("Sport", "Sport", "رياضة"));
    }

    private Link section(String french, String english, String arabic) {
        return Link.to(t(french, english, arabic), "/" + language + "/port");
    }

    Figure figure(String name, boolean eager, boolean archive, @Nullable String caption, String credit) {
        var image = new Figure.Image(
                "/pictures/" + name + "/800.jpg",
                "/pictures/" + name + "/480.jpg 480w, /pictures/" + name + "/800.jpg 800w",
                "/pictures/" + name + "/480.webp 480w, /pictures/" + name + "/800.webp 800w",
                "/pictures/" + name + "/480.avif 480w, /pictures/" + name + "/800.avif 800w",
                "(max-width:48rem) 100vw, 38rem",
                800,
                eager ? 450 : 533,
                text.apply("Un ferry blanc"),
                eager);
        return new Figure(image, caption, text.apply(credit), archive);
    }

    Teaser teaser(Teaser.Shape shape, int level, String title, @Nullable Figure figure, boolean withText) {
        return new Teaser(
                shape,
                level,
                withText ? t("Port", "Port", "الميناء") : null,
                null,
                Piece.plain(text.apply(title)),
                "/" + language + "/port/ferry-f7k2p",
                figure,
                withText
                        ? Piece.plain(t(
                                "Le conseil a voté lundi soir un avenant de 2,4 millions d’euros. Le chargeur sera prêt en mai ; le ponton attendra.",
                                "The council voted on Monday night.",
                                "صوّت المجلس البلدي مساء الاثنين على ملحق بقيمة 2.4 مليون يورو."))
                        : List.of(),
                List.of("Maud Kervarn"),
                dates().brief(MORNING),
                null);
    }

    String title() {
        return t(
                "Le ferry électrique de la ligne 3 accostera avant l’été, mais à quai court",
                "Line 3's electric ferry will dock before summer, at a short quay",
                "العبّارة الكهربائية للخط 3 ترسو قبل الصيف، لكن على رصيف أقصر");
    }

    FrontPage front() {
        var latest = new ArrayList<FrontPage.Entry>();
        for (int i = 0; i < 8; i++) {
            latest.add(new FrontPage.Entry(
                    dates().brief(MORNING.minusSeconds(1400L * i)),
                    Link.to(
                            t(
                                    "Tempête Isaure : la digue nord fermée aux piétons jusqu’à mercredi",
                                    "Storm: the north mole closed",
                                    "عاصفة: إغلاق الرصيف الشمالي"),
                            "/x")));
        }
        String zostera = t(
                "Les zostères reviennent dans la rade, et avec elles les hippocampes",
                "Eelgrass returns",
                "الأعشاب البحرية تعود إلى الخليج، ومعها فرس البحر");
        var second = teaser(
                Teaser.Shape.PLAIN,
                3,
                zostera,
                figure("herbier", false, true, null, "© Station marine de Lannec"),
                false);
        var plain = teaser(Teaser.Shape.PLAIN, 3, zostera, null, true);
        var row = teaser(
                Teaser.Shape.ROW, 3, zostera, figure("criee", false, false, null, "© Noé Abgrall / Le Phare"), true);
        var opinion = new Teaser(
                Teaser.Shape.OPINION,
                3,
                words().say("label.opinion"),
                words().say("label.opinion"),
                Piece.plain(zostera),
                "/x",
                null,
                List.of(),
                List.of(t("La rédaction du Phare", "The Beacon", "هيئة التحرير"), text.apply("Odile Barzic")),
                null,
                null);
        var tides = new FrontPage.Tides(
                t("Marées à Port-Lannec", "Tides at Port-Lannec", "المدّ والجزر"),
                List.of(new FrontPage.Tide(
                        t("Pleine mer", "High water", "المدّ"), text.apply("4 h 11"), text.apply("5,90 m"))));
        return new FrontPage(
                chrome(true, null),
                List.of(
                        new FrontPage.Top(
                                teaser(
                                        Teaser.Shape.LEAD,
                                        2,
                                        title(),
                                        figure(
                                                "ferry",
                                                true,
                                                false,
                                                text.apply(
                                                        "Le Goéland, 31 ans de service, quitte la passe sud à l’aube."),
                                                "© Ysée Kerlan / Le Phare"),
                                        true),
                                List.of(
                                        Link.to(text.apply("Carte : où la drague passera, semaine par semaine"), "/x"),
                                        Link.plain(text.apply("Un titre sans page"))),
                                new FrontPage.Latest(latest, "/" + language + "/archive", tides)),
                        new FrontPage.Grid("s0", null, List.of(second, second, second, second)),
                        new FrontPage.Grid("s4", text.apply("Le port en images"), List.of(second, plain)),
                        new FrontPage.Opinions(
                                "s5", Link.to(t("Opinions", "Opinion", "رأي"), "/x"), List.of(opinion, opinion)),
                        new FrontPage.SectionBlock(
                                "s1",
                                section("Ville", "Town", "المدينة"),
                                List.of(section("Quartiers", "Districts", "أحياء")),
                                FrontBlock.Look.FEATURE,
                                List.of(second),
                                List.of(List.of(plain, plain))),
                        new FrontPage.SectionBlock(
                                "s2",
                                section("International", "World", "العالم"),
                                List.of(section("Quartiers", "Districts", "أحياء")),
                                FrontBlock.Look.COLUMNS,
                                List.of(second, plain),
                                List.of(List.of(plain))),
                        new FrontPage.SectionBlock(
                                "s3",
                                section("Économie", "Business", "اقتصاد"),
                                List.of(section("Quartiers", "Districts", "أحياء")),
                                FrontBlock.Look.ROWS,
                                List.of(row, row),
                                List.of())));
    }

    StoryPage story() {
        Figure notHeld = new Figure(null, text.apply("Le poste du Bassin-Neuf"), text.apply("© Agence Littoral"), true);
        return new StoryPage(
                chrome(false, title()),
                StoryPage.Form.NEWS,
                section("Port", "Port", "الميناء"),
                t("Analyse", "Analysis", "تحليل"),
                title(),
                t(
                        "Le conseil a voté lundi soir un avenant de 2,4 millions d’euros. Le chargeur sera prêt en mai ; l’allongement du ponton, lui, attendra que la vase de la passe soit analysée.",
                        "The council voted on Monday night.",
                        "صوّت المجلس البلدي مساء الاثنين على ملحق بقيمة 2.4 مليون يورو."),
                List.of(
                        new StoryPage.Signature(words().say("by"), Link.to("Maud Kervarn", "/fr/author/maud-kervarn")),
                        new StoryPage.Signature(words().say("list.last"), Link.plain(text.apply("Noé Abgrall")))),
                words().say("by.from", t("à Port-Lannec", "in Port-Lannec", "من بور-لانيك")),
                List.of(
                        new StoryPage.Stamp(words().say("published"), dates().dateAndTime(MORNING)),
                        new StoryPage.Stamp(words().say("updated.same.day"), dates().after(MORNING, NOON))),
                language.equals("fr")
                        ? null
                        : new StoryPage.Drift(words().say("drift"), Link.to(words().say("drift.original"), "/fr/x")),
                figure(
                        "ferry",
                        true,
                        true,
                        text.apply("Le Goéland, 31 ans de service, dans la passe sud en mars 2024."),
                        "© Agence Littoral / D. Roche, fonds Le Phare"),
                new StoryPage.Rail(
                        "lephare.example/f7k2p",
                        words().count("reading", 5),
                        List.of(new StoryPage.Edition(
                                new Link("English", "/en/x", Tongue.of("en"), false), words().say("outdated"))),
                        "10391"),
                body(),
                List.of(new StoryPage.Note(
                        dates().dateAndTime(NOON),
                        t(
                                "Une première version indiquait 54 m pour la longueur du ponton provisoire. Il mesure 48 m.",
                                "It is 48 m long.",
                                "الصحيح 48 مترًا."))),
                "/" + language + "/corrections",
                List.of(
                        new StoryPage.Tags(
                                words().say("tags.topic"),
                                List.of(
                                        Link.to(t("Ferry", "Ferry", "العبّارات"), "/x"),
                                        Link.to(t("Dragage", "Dredging", "التجريف"), "/x"))),
                        new StoryPage.Tags(
                                words().say("tags.person"), List.of(Link.to(text.apply("Hélène Guivarch"), "/x")))),
                new StoryPage.Making(
                        true,
                        List.of(words().say("making.imported")),
                        List.of(
                                new StoryPage.Version(
                                        dates().dateAndTime(NOON),
                                        words().say("making.update"),
                                        Link.to(words().say("making.changes"), "/x/versions/2")),
                                new StoryPage.Version(dates().dateAndTime(MORNING), words().say("making.first"), null)),
                        List.of(Link.to(text.apply("Rapport de carottage, septembre 2026"), "/x")),
                        List.of(words().say("making.lacks.byline"))),
                List.of(
                        teaser(
                                Teaser.Shape.PLAIN,
                                3,
                                "Carte : où la drague passera, semaine par semaine",
                                figure("carte", false, false, null, "© Service hydrographique"),
                                false),
                        Teaser.titleOnly(text.apply("Dix ans de promesses pour la ligne 3")),
                        teaser(
                                Teaser.Shape.PLAIN,
                                3,
                                "Au Bassin-Neuf, le poste électrique",
                                notHeld.withoutCaption(),
                                false)));
    }

    private Content body() {
        var row = teaser(
                Teaser.Shape.ROW,
                3,
                t("Les zostères reviennent dans la rade", "Eelgrass returns", "الأعشاب البحرية تعود إلى الخليج"),
                figure("herbier", false, false, null, "© Station marine de Lannec"),
                true);
        String paragraph = t(
                "<p><span class=\"dl\">PORT-LANNEC.</span> Il était minuit passé quand les mains se sont levées\u00a0: vingt-sept voix pour, onze contre. Le <em>Sterne</em>, premier ferry électrique de la rade, <b>accostera</b> bien avant l’été. Mais il le fera sur un ponton de 48\u00a0m au lieu des 62 promis.</p><h2>Sous le ponton, trois mètres de vase</h2><p>L’avenant, que <a href=\"/x\">nous publions en intégralité</a>, ajoute 2,4 millions d’euros à un marché qui en comptait déjà 19.</p>",
                "<p><span class=\"dl\">PORT-LANNEC.</span> It was past midnight.</p><h2>Three metres of mud</h2><p>More.</p>",
                "<p><span class=\"dl\">بور-لانيك.</span> كان الوقت قد تجاوز منتصف الليل حين ارتفعت الأيدي: سبعة وعشرون صوتًا مؤيدًا.</p><h2>ثلاثة أمتار من الطمي</h2>");
        String quote =
                "<blockquote class=\"pull\"><p>«\u202fSi le bus n’attend pas deux minutes, le bateau peut bien en gagner douze.\u202f»</p><footer>Jeanne Lozach</footer></blockquote>";
        boolean markup = text.apply("<").equals("<");
        return output -> {
            if (markup) {
                output.writeContent(paragraph);
            }
            output.writeContent("<aside class=\"inset\">");
            JteteaserGenerated.render((gg.jte.html.HtmlTemplateOutput) output, null, words(), row, List.of());
            output.writeContent("</aside>" + quote);
        };
    }

    ListPage list() {
        var row = teaser(
                Teaser.Shape.ROW,
                3,
                "1974 : la nuit où la ligne 3 a continué sans feux",
                figure("phare", false, true, null, "© Fonds Le Phare"),
                true);
        return new ListPage(
                chrome(false, t("Ferry", "Ferry", "العبّارات")),
                Link.to(t("Port", "Port", "الميناء"), "/x"),
                words().say("kind.topic"),
                t("Ferry", "Ferry", "العبّارات"),
                null,
                List.of(),
                teaser(
                        Teaser.Shape.LEAD,
                        2,
                        title(),
                        figure("ferry", true, false, null, "© Ysée Kerlan / Le Phare"),
                        false),
                List.of(row, row, teaser(Teaser.Shape.PLAIN, 3, "Tarif solidaire", null, false)),
                "?before=f7k2p",
                "?",
                List.of(),
                Link.to(words().say("list.follow"), "/x/rss.xml"),
                List.of(Link.to(text.apply("Dragage"), "/x")));
    }

    SearchPage search() {
        var hit = new Teaser(
                Teaser.Shape.ROW,
                3,
                t("Port", "Port", "الميناء"),
                null,
                List.of(
                        new Piece(text.apply("Le "), false),
                        new Piece(text.apply("ferry"), true),
                        new Piece(text.apply(" électrique"), false)),
                "/x",
                figure("ferry", false, false, null, "© Ysée Kerlan / Le Phare"),
                List.of(
                        new Piece(text.apply("… sur un "), false),
                        new Piece(text.apply("ponton"), true),
                        new Piece(text.apply(" de 48 m …"), false)),
                List.of("Maud Kervarn"),
                dates().date(MORNING),
                null);
        return new SearchPage(
                chrome(false, "ferry"),
                text.apply("ponton ferry"),
                "/x/suggest",
                words().count("search.found", 214),
                new SearchPage.Spelling(words().say("search.meant"), Link.to(text.apply("pontons"), "?q=pontons")),
                List.of(hit, hit),
                "?q=ferry",
                "?q=ferry&after=x",
                narrow(),
                List.of(Link.to(text.apply("Ferry"), "/x")),
                List.of(),
                List.of());
    }

    private SearchPage.Narrow narrow() {
        return new SearchPage.Narrow(
                "/x/search",
                List.of(new SearchPage.Hidden("q", text.apply("ponton ferry"))),
                List.of(new SearchPage.Chip(
                        text.apply("Port"), "?q=ferry", words().say("search.remove", text.apply("Port")))),
                List.of(
                        Link.to(words().say("search.order.relevance"), "?q=ferry")
                                .here(true),
                        Link.to(words().say("search.order.date"), "?q=ferry&order=date"),
                        Link.to(words().say("search.order.oldest"), "?q=ferry&order=oldest")),
                "2026-11-01",
                null,
                List.of(new SearchPage.Facet(
                        words().say("search.about"),
                        List.of(new SearchPage.Value(
                                Link.to(text.apply("Ferry"), "?q=ferry&concept=1"), words().number(12))))));
    }

    /// A search that found nothing.
    SearchPage searchedInVain() {
        SearchPage found = search();
        return new SearchPage(
                found.chrome(),
                found.asked(),
                found.suggestions(),
                words().say("search.none", found.asked()),
                null,
                List.of(),
                null,
                null,
                found.narrow(),
                List.of(),
                List.of(new SearchPage.Help(
                        words().say("search.alone"), List.of(Link.to(text.apply("ponton (12)"), "?q=ponton")))),
                List.of(teaser(Teaser.Shape.PLAIN, 3, "Tarif solidaire", null, false)));
    }

    CorrectionsPage corrections() {
        var entry = new CorrectionsPage.Entry(
                dates().dateAndTime(NOON),
                Link.to(title(), "/x"),
                text.apply("Le ponton provisoire mesure 48 m, et non 54 m."));
        return new CorrectionsPage(
                chrome(false, words().say("corrections")),
                List.of(
                        new CorrectionsPage.Month(
                                dates().month(YearMonth.of(2026, 11)),
                                words().count("corrections.count", 2),
                                List.of(entry, entry)),
                        new CorrectionsPage.Month(
                                dates().month(YearMonth.of(2026, 10)),
                                words().count("corrections.count", 1),
                                List.of(entry))),
                null,
                null,
                Link.to(words().say("list.follow"), "/x/rss.xml"));
    }

    OwnPagePage ownPage() {
        return new OwnPagePage(
                chrome(false, title()),
                title(),
                text.apply("Qui publie ce site, et qui en répond."),
                output -> output.writeContent("<h2>A</h2>\n<p>B <a href=\"/x\">c</a></p>\n<ul><li>D</li></ul>\n"),
                dates().date(NOON));
    }

    NoticePage notice() {
        return new NoticePage(
                chrome(false, words().say("notice")),
                words().say("notice"),
                text.apply("Un titre retiré"),
                text.apply("Cet article reposait sur un document faux."),
                dates().date(NOON));
    }

    ProblemPage problem() {
        return new ProblemPage(
                chrome(false, words().say("problem.404")),
                404,
                words().say("problem.404"),
                words().say("problem.404.do"));
    }

    ShortLinkPreviewPage preview() {
        return new ShortLinkPreviewPage(
                chrome(false, "f7k2p"),
                text.apply("lephare.example/f7k2p"),
                text.apply("https://lephare.example/fr/port/ferry-f7k2p"),
                Link.to(title(), "/x"),
                text.apply("Le conseil a voté."),
                dates().date(NOON));
    }

    /// Every page template at least once.
    Map<String, Record> pages() {
        var archives = new SampleArchives(this);
        var pages = new TreeMap<String, Record>();
        pages.put("front", front());
        pages.put("front-empty", new FrontPage(chrome(true, null), List.of()));
        pages.put("story", story());
        pages.put("list", list());
        pages.put("archive", archives.years());
        pages.put("archive-month", archives.month());
        pages.put("comparison", archives.comparison());
        pages.put("comparison-closed", archives.closedComparison());
        pages.put("search", search());
        pages.put("search-nothing", searchedInVain());
        pages.put("corrections", corrections());
        pages.put("own-page", ownPage());
        pages.put("notice", notice());
        pages.put("problem", problem());
        pages.put("preview", preview());
        return pages;
    }

    Map<String, byte[]> rendered() {
        var rendered = new TreeMap<String, byte[]>();
        pages().forEach((name, page) -> rendered.put(name, rendered(page)));
        return rendered;
    }

    /// By the template of its type.
    private static byte[] rendered(Record page) {
        try {
            return (byte[])
                    Templates.class.getDeclaredMethod("render", page.getClass()).invoke(null, page);
        } catch (ReflectiveOperationException noTemplate) {
            throw new IllegalStateException(page.getClass() + " has no template", noTemplate);
        }
    }
}
