package press.rotative.people;

/// One thing that somebody may be allowed to do.
public enum Power {
    READ_STORIES,
    WRITE_STORY,
    PUBLISH,
    CORRECT,
    MOVE_STORY,
    WITHHOLD,
    RELEASE,
    KILL,
    DESTROY,
    UPLOAD_PICTURE,
    EDIT_PICTURE,
    ARRANGE_FRONT,
    MANAGE_CONCEPTS,
    MANAGE_AUTHORS,
    MANAGE_SECTIONS,
    MANAGE_EDITIONS,
    IMPORT,
    MANAGE_KEYS,
    READ_METRICS
}
