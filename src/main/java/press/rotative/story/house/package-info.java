/// What the newsroom says of itself: pages of its own (imprint, contact, privacy), the menus of its editions, its logo
/// and colours.
///
/// Start reading at [press.rotative.story.house.OwnPage], [press.rotative.story.house.Menu] and
/// [press.rotative.story.house.Look]; the acts stand beside them.
/// Promises: what stands in a menu and is gone is left out; a colour that cannot be read on the grounds of the site is
/// refused; a logo holds nothing but shapes.
@NullMarked
package press.rotative.story.house;

import org.jspecify.annotations.NullMarked;
