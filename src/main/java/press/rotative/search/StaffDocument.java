package press.rotative.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.util.BytesRef;
import press.rotative.story.EditionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.WholeStories;

/// A story as the newsroom's own index holds it: the words of its newest text and of what the public reads, whatever
/// its state. A change here, of [Fields] or of the rules of words is a new [StaffSearch#VERSION].
record StaffDocument(WholeStories.Whole whole, String language) implements Indexed {

    @Override
    public StoryId id() {
        return whole.story().id();
    }

    @Override
    public Document document() {
        EditionId edition = whole.story().edition();
        var document = new Document();
        Indexed.place(document, id(), whole.touchedAt());
        document.add(new NumericDocValuesField(Fields.STAMP, whole.stamp()));
        Indexed.each(document, Fields.MARKS, marks());
        var parts = new ArrayList<List<WordAnalyzer.Token>>();
        var stems = new LinkedHashSet<BytesRef>();
        texts().forEach(content -> {
            StoryWords words = StoryWords.of(content, Language.of(language));
            parts.addAll(words.parts());
            words.stems().forEach(stem -> stems.add(stem.word().stemBytes()));
        });
        document.add(new Field(Fields.text(edition), FieldTerms.spelt(parts), Indexed.SPELT));
        Indexed.each(document, Fields.stems(edition), stems);
        return document;
    }

    private List<StoryContent> texts() {
        var texts = new ArrayList<StoryContent>();
        if (whole.newest() != null) {
            texts.add(whole.newest());
        }
        if (whole.live() != null) {
            texts.add(whole.live());
        }
        return texts;
    }

    private Set<BytesRef> marks() {
        var story = whole.story();
        var marks = new LinkedHashSet<BytesRef>();
        marks.add(new BytesRef("e" + story.edition().value()));
        marks.add(new BytesRef("w" + story.workflow().name()));
        if (story.pubStatus() != null) {
            marks.add(new BytesRef("p" + story.pubStatus().name()));
        }
        whole.sections().forEach(section -> marks.add(new BytesRef("s" + section)));
        if (whole.sections().size() == 1) {
            marks.add(new BytesRef("z" + whole.sections().iterator().next()));
        }
        whole.staff().forEach(member -> marks.add(new BytesRef("o" + member)));
        texts().forEach(content -> {
            marks.add(new BytesRef("k" + content.kind().name()));
            content.pictures().forEach(picture -> marks.add(new BytesRef("i" + picture.value())));
            content.byline()
                    .forEach(each -> marks.add(new BytesRef("a" + each.author().value())));
        });
        return marks;
    }
}
