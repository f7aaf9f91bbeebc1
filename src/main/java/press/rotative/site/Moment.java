package press.rotative.site;

/// A time for `<time datetime>`.
///
/// @param machine an HTML date or date-time string
/// @param words as the language of the page says it
record Moment(String machine, String words) {}
