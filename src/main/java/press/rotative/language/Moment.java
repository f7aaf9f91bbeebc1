package press.rotative.language;

/// A time for `<time datetime>`.
///
/// @param machine an HTML date or date-time string
/// @param words as the language of the page says it
public record Moment(String machine, String words) {}
