package press.rotative.wire.html;

import org.jsoup.nodes.Element;

/// A picture or a frame on the page.
///
/// @param element `img` or what stands for it, or `iframe`
/// @param box the block around it
/// @param at the number of parts before it
record Shot(Element element, Box box, int at) {}
