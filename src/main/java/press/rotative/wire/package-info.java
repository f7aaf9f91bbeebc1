/// # Wire: what others made becomes a clipping, and a clipping becomes a draft
///
/// **What lives here.** The intake of captured pages. A [press.rotative.wire.Capture] is the bytes of one source; a
/// [press.rotative.wire.CaptureReader] finds the parts of a story in it and answers with a
/// [press.rotative.wire.Clipping], whose [press.rotative.wire.LossLedger] accounts for every line of the source.
///
/// **Where to start reading.** `CaptureReader` (the ordered list of readers), then `Clipping`, then `Page`.
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
