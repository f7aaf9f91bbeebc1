package press.rotative.wire.html;

/// What a box or a run of text is for, as its mark-up says. `furniture` is the name that the ledger gives to text of
/// this role that is part of the page and not of the story.
enum Role {
    NONE("", false),
    BODY("", false),
    HEADLINE("", false),
    STANDFIRST("", false),
    FIGURE("", false),
    CAPTION("caption", false),
    CREDIT("credit", false),
    /// Words of a caption that stand in an element of their own, whose name says nothing.
    PIECE("", false),
    SPEAKER("", false),
    BYLINE("byline", true),
    DATE("published", true),
    SECTION("section", true),
    TAGS("tags", true),
    AUTHOR_BOX("author", true),
    SHARE("share", true),
    RELATED("related", true),
    COMMENTS("discussion", true),
    NEWSLETTER("newsletter", true),
    NAVIGATION("navigation", true),
    FOOTER("footer", true),
    ASIDE("aside", true),
    ADVERT("advertisement", true),
    COOKIES("cookies", true),
    PAYWALL("subscribe", true),
    PLAYER("player", true),
    TOOLS("tools", true),
    FORM("form", true),
    HIDDEN("hidden", true);

    private final String furniture;
    private final boolean apart;

    Role(String furniture, boolean apart) {
        this.furniture = furniture;
        this.apart = apart;
    }

    String furniture() {
        return furniture;
    }

    /// Text of this role is not part of the running text.
    boolean apart() {
        return apart;
    }
}
