package press.rotative.newsroom.manage;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.newsroom.stories.BlockMatch;
import press.rotative.newsroom.stories.MarkedBlocks;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Problem;
import press.rotative.story.Body;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.house.OwnPage;
import press.rotative.story.house.OwnPageId;
import press.rotative.story.house.OwnPageKind;
import press.rotative.story.house.OwnPages;
import press.rotative.story.house.PageText;

/// What the form of a page of the newsroom holds. Its text is written with a few signs, as that of stories is.
final class OwnPageForm {
    /// @param slug null: as it is, or made from the title
    /// @param like null: no other page
    record Typed(
            OwnPageKind kind,
            @Nullable String slug,
            @Nullable OwnPageId like,
            PageText text) {}

    private OwnPageForm() {}

    static Form fill(Form form, OwnPage page, PageText text, @Nullable OwnPageId like) {
        return form.with("version", "" + page.version())
                .with("title", text.title())
                .with("standfirst", text.standfirst())
                .with("body", MarkedBlocks.write(text.body().blocks()))
                .with("kind", page.kind().label())
                .with("slug", page.slug())
                .with("like", like == null ? "" : "" + like.value());
    }

    /// @param before whose blocks keep their ids
    /// @return null when a field is wrong; the form says which
    static @Nullable Typed read(Form form, Body before) {
        String title = form.take("title", PageText::checkedTitle);
        String standfirst = form.take("standfirst", typed -> orEmpty(PageText.checkedStandfirst(typed)));
        Body body = form.take("body", typed -> PageText.checkedBody(BlockMatch.of(before, typed)));
        OwnPageKind kind = form.take("kind", OwnPageForm::kind);
        String slug = form.take("slug", typed -> typed.isBlank() ? "" : CreateSection.checkedSlug(typed.strip()));
        if (title == null || standfirst == null || body == null || kind == null || slug == null) {
            return null;
        }
        Long like = kind == OwnPageKind.FREE ? Asked.number(form.value("like")) : null;
        return new Typed(
                kind,
                slug.isEmpty() ? null : slug,
                like == null ? null : new OwnPageId(like),
                new PageText(title, standfirst, body));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static OwnPageKind kind(String typed) {
        return OwnPageKind.labelled(typed)
                .orElseThrow(() -> Problem.invalid("Choose what the page is.").as("problem.page.kind.choose"));
    }

    static List<DeskPage.Choice> kinds(Words words, Form form) {
        var choices = new ArrayList<DeskPage.Choice>();
        for (OwnPageKind kind : OwnPageKind.values()) {
            choices.add(new DeskPage.Choice(
                    kind.label(),
                    words.say("manage.page.kind." + kind.label()),
                    form.value("kind").equals(kind.label()),
                    null,
                    null));
        }
        return choices;
    }

    /// Free pages of other editions that the public reads or the actor looks after, and those linked already.
    ///
    /// @param itself null: a page that is being added
    static List<DeskPage.Choice> like(DSLContext sql, Words words, Form form, Actor actor, @Nullable OwnPage itself) {
        var choices = new ArrayList<DeskPage.Choice>();
        choices.add(new DeskPage.Choice(
                "", words.say("manage.page.like.none"), form.value("like").isEmpty(), null, null));
        List<Edition> editions = new Editions(sql).all();
        for (OwnPage page : new OwnPages(sql).all()) {
            boolean here = itself != null && page.edition().equals(itself.edition());
            boolean linked = itself != null && page.isLike(itself);
            if (page.kind() != OwnPageKind.FREE || here || !linked && !page.mayBeLinked(actor)) {
                continue;
            }
            editions.stream()
                    .filter(each -> each.id().equals(page.edition()))
                    .forEach(of -> choices.add(new DeskPage.Choice(
                            "" + page.id().value(),
                            of.name() + ": " + title(page, actor),
                            form.value("like").equals("" + page.id().value()),
                            of.language(),
                            of.direction())));
        }
        return choices;
    }

    /// As the actor may read it.
    private static String title(OwnPage page, Actor actor) {
        OwnPage.Live live = page.live();
        boolean manages = Policy.allows(
                actor, Power.MANAGE_PAGES, Scope.ofEdition(page.edition().value()));
        return manages || live == null ? page.title() : live.title();
    }

    /// The first page of another edition that is linked with this one.
    static @Nullable OwnPageId like(DSLContext sql, OwnPage page) {
        return page.kind() != OwnPageKind.FREE
                ? null
                : new OwnPages(sql)
                        .all().stream()
                                .filter(other ->
                                        other.isLike(page) && !other.edition().equals(page.edition()))
                                .map(OwnPage::id)
                                .findFirst()
                                .orElse(null);
    }
}
