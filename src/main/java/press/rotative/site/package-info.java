/// The public pages: fronts, sections, stories, concepts, authors, search, corrections, feeds, sitemaps, and the page
/// cache in front of them.
///
/// Start reading at [press.rotative.site.Site] (a request in, a whole answer out), then
/// [press.rotative.site.PageMaker] (which page an address is) and [press.rotative.site.Templates] (which template makes
/// it). What is at hand is answered in front of the router by [press.rotative.site.fast]. Templates are in
/// `src/main/jte/site`, style, fonts and script in `src/main/web`, interface words in `messages/site_*.properties`.
/// Promises: one page is made from one snapshot; a kept page is answered only while no clock it read has moved; a
/// template gets facts and computes nothing; every string is escaped by its place; no page needs script or asks a third
/// party for anything.
/// May import: story, search, media, address, people, publication, language, platform.
@NullMarked
package press.rotative.site;

import org.jspecify.annotations.NullMarked;
