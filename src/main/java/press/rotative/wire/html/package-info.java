/// # Html: captures as the HTML of a page
///
/// Start at [press.rotative.wire.html.HtmlPages]. A page is walked once into parts (runs of visible text) and boxes
/// (the block elements around them); readers then fill the fields of a clipping in a fixed order, each only what is
/// still empty: JSON-LD, microdata, Open Graph, meta tags, microformats, and at last the visible text, from which the
/// body always comes. Every part of visible text ends in the ledger.
///
/// Class names that say what a box is for are data: `src/main/resources/wire/html_roles.txt`. Time is linear in the
/// page; depth, elements and text have limits. Knows `clipping` and `words`.
@NullMarked
package press.rotative.wire.html;

import org.jspecify.annotations.NullMarked;
