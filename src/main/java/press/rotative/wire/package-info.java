/// # Wire: what others made becomes a clipping, and a clipping becomes a draft
///
/// **What lives here.** The intake of captured pages: an [press.rotative.wire.Import] takes sources in, a
/// [press.rotative.wire.CaptureReader] tells their format and has them read, a [press.rotative.wire.StoryFiling]
/// files what was read. Next door, inside the same room: `clipping` (the values that come out, and the ledger),
/// `words` (what the words of a page say: dates, bylines, credits, furniture), `text` (readers of plain
/// text), `html` (readers of saved pages).
///
/// **Where to start reading.** `CaptureReader`, then `clipping/Clipping`, then `text/TextPages`.
/// The words the readers look for are data: `src/main/resources/wire/`.
///
/// **What it promises.** Every visible character of a source is in the ledger, in order, once: mapped to a field,
/// named as furniture, or listed as not understood. Nothing is invented: a field without evidence stays empty.
/// Matching takes time linear in the input; sizes, line counts and line lengths have limits that are said in words.
///
/// **May import**: story, media, address, publication, people, platform.
@NullMarked
package press.rotative.wire;

import org.jspecify.annotations.NullMarked;
