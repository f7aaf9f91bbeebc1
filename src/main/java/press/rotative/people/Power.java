package press.rotative.people;

/// One thing that somebody may be allowed to do. Those over stories, sections and fronts hold where the right was
/// given; the others concern what all editions share, and hold for whoever has them anywhere.
public enum Power {
    READ_STORIES(true),
    WRITE_STORY(true),
    ASSIGN_STORY(true),
    PUBLISH(true),
    CORRECT(true),
    MOVE_STORY(true),
    WITHHOLD(true),
    RELEASE(true),
    KILL(true),
    DESTROY(true),
    ARRANGE_FRONT(true),
    MANAGE_SECTIONS(true),
    MANAGE_PAGES(true),
    ARRANGE_MENUS(true),
    MANAGE_LOOK(true),
    UPLOAD_PICTURE(false),
    EDIT_PICTURE(false),
    /// To destroy a picture for good, wherever it is shown.
    DESTROY_PICTURE(false),
    MANAGE_CONCEPTS(false),
    MANAGE_AUTHORS(false),
    MANAGE_EDITIONS(false),
    IMPORT(false),
    /// To have the pictures of an imported page asked for on the web.
    FETCH_PICTURES(false),
    MANAGE_STAFF(false),
    MANAGE_KEYS(false),
    MANAGE_WEBHOOKS(false),
    READ_STAFF_LOG(false),
    READ_METRICS(false);

    private final boolean placed;

    Power(boolean placed) {
        this.placed = placed;
    }

    /// Whether it reaches the public or the house, not only texts and pictures that wait.
    public boolean weighty() {
        return switch (this) {
            case READ_STORIES, WRITE_STORY, UPLOAD_PICTURE, EDIT_PICTURE -> false;
            case ASSIGN_STORY,
                    PUBLISH,
                    CORRECT,
                    MOVE_STORY,
                    WITHHOLD,
                    RELEASE,
                    KILL,
                    DESTROY,
                    DESTROY_PICTURE,
                    ARRANGE_FRONT,
                    MANAGE_SECTIONS,
                    MANAGE_PAGES,
                    ARRANGE_MENUS,
                    MANAGE_LOOK,
                    MANAGE_CONCEPTS,
                    MANAGE_AUTHORS,
                    MANAGE_EDITIONS,
                    IMPORT,
                    FETCH_PICTURES,
                    MANAGE_STAFF,
                    MANAGE_KEYS,
                    MANAGE_WEBHOOKS,
                    READ_STAFF_LOG,
                    READ_METRICS -> true;
        };
    }

    /// Whether it needs a [Scope].
    public boolean placed() {
        return placed;
    }
}
