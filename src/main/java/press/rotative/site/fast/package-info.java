/// The fast way: a page at hand is answered in front of the router, by one buffer of bytes that is ready to be sent.
///
/// Start reading at [press.rotative.site.fast.FastWay] (which requests it takes), then
/// [press.rotative.site.fast.FastHandler] (its place on a connection),
/// [press.rotative.site.fast.FastReader] (plain requests, before the server's decoder) and
/// [press.rotative.site.fast.Pipeline] (what it expects of the server's own handlers).
/// Promises: it answers with the same bytes as [press.rotative.site.SiteRoute], in the order of the requests, or not at
/// all; everything it is not sure of passes on to the router untouched.
/// May import: site, publication, platform.
@NullMarked
package press.rotative.site.fast;

import org.jspecify.annotations.NullMarked;
