package press.rotative.search;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.jspecify.annotations.Nullable;
import press.rotative.story.LiveStory;

/// What is indexed of a usable story. Sections, concepts and authors stand here by number: their names can change
/// without a word to the index. A change of these fields or of [Analysis] is a new [SearchIndex#VERSION].
@SearchEntity(name = StoryDocument.INDEX)
@Indexed(index = StoryDocument.INDEX)
public final class StoryDocument {
    static final String INDEX = "story";

    @DocumentId
    public final Long id;

    @GenericField
    public final Long edition;

    @KeywordField
    public final String language;

    @FullTextField(analyzer = Analysis.WORDS)
    public final String headline;

    @FullTextField(analyzer = Analysis.WORDS)
    public final @Nullable String standfirst;

    @FullTextField(analyzer = Analysis.WORDS)
    public final String body;

    @GenericField(sortable = Sortable.YES)
    public final Instant publishedAt;

    @GenericField(sortable = Sortable.YES)
    public final Long number;

    @GenericField
    public final @Nullable Long section;

    @GenericField
    public final List<Long> concepts;

    @GenericField
    public final List<Long> authors;

    StoryDocument(LiveStory story, String language) {
        var content = story.content();
        this.id = story.id().value();
        this.number = id;
        this.edition = story.edition().value();
        this.language = language;
        this.headline = composed(content.headline());
        this.standfirst = content.standfirst() == null ? null : composed(content.standfirst());
        this.body = composed(PlainText.of(content.body()));
        this.publishedAt = story.publishedAt();
        this.section = story.section() == null ? null : story.section().value();
        this.concepts =
                content.concepts().stream().map(concept -> concept.value()).toList();
        this.authors = content.byline().stream()
                .map(contribution -> contribution.author().value())
                .distinct()
                .toList();
    }

    /// One spelling for letters that Unicode can write in several ways.
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
