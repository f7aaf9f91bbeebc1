/// # Words: what the words of a news page say
///
/// Dates, bylines, credits, file marks, furniture, languages and kinds of concepts, told from text alone, whether it
/// came as lines or as HTML. The words themselves are data: `src/main/resources/wire/`. Everything here takes time
/// linear in the text. Knows `clipping` and no reader.
@NullMarked
package press.rotative.wire.words;

import org.jspecify.annotations.NullMarked;
