/// The staff's screens under `/newsroom`: what they share. The screens themselves stand in folders of their own,
/// such as `newsroom/people`.
///
/// Start reading at [press.rotative.newsroom.Guard] (who may enter), then [press.rotative.newsroom.Screens] (how a
/// screen is made). How to add one: `docs/developers/newsroom.md`.
/// Promises: no screen is entered that does not say who may enter; nothing is changed by a request of another site;
/// what somebody typed comes back when it could not be taken; every word is there in French, English and Arabic.
/// May import: site, webhooks, api, search, wire, story, media, address, jobs, people, publication, language, platform.
@NullMarked
package press.rotative.newsroom;

import org.jspecify.annotations.NullMarked;
