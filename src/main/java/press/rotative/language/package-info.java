/// How the interface speaks: its words in French, English and Arabic, plural forms, figures, dates and the
/// typography of French.
///
/// Start reading at [press.rotative.language.Words] (messages), then [press.rotative.language.Dates].
/// Promises: whatever people read on a screen comes from here or from the newsroom's own texts; templates write
/// through [press.rotative.language.PageOutput], which escapes every string by its place.
/// May import: platform.
@NullMarked
package press.rotative.language;

import org.jspecify.annotations.NullMarked;
