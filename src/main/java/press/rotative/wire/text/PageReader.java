package press.rotative.wire.text;

/// One reader of the anatomy of a page. It looks for the parts it knows, claims the lines or pieces where it found
/// them, and fills only fields that are still empty. What another reader has claimed it leaves alone.
interface PageReader {

    void read(Page page, ClippingDraft draft);
}
