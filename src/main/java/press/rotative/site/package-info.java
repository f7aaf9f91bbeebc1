/// The public pages: fronts, sections, stories, concepts, authors, search, corrections, feeds, sitemaps, and the page
/// cache in front of them.
///
/// Start reading at [press.rotative.site.Templates] (which page is made by which template) and
/// [press.rotative.site.StoryPage] (what a story page knows). Templates are in `src/main/jte/site`, style, fonts and
/// script in `src/main/web`, interface words in `messages/site_*.properties`.
/// Promises: a template gets facts and computes nothing; every string is escaped by its place; no page needs script or
/// asks a third party for anything.
/// May import: story, search, media, address, people, publication, platform. Nobody imports it but the composition root.
@NullMarked
package press.rotative.site;

import org.jspecify.annotations.NullMarked;
