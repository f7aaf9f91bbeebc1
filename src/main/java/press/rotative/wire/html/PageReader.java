package press.rotative.wire.html;

/// Reads one kind of mark-up of a page into the fields that are still empty.
interface PageReader {

    /// As the report names it.
    String name();

    void read(HtmlPage page, HtmlDraft draft);
}
