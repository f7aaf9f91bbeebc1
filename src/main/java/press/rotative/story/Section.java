package press.rotative.story;

/// A section of an edition.
///
/// @param slug second part of its addresses
public record Section(SectionId id, int version, EditionId edition, String slug, String name, int position) {}
