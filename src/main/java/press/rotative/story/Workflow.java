package press.rotative.story;

/// Where the newsroom stands with a story's newest text; never merged with [PubStatus].
public enum Workflow {
    PITCH,
    DRAFT,
    IN_REVIEW,
    READY,
    PUBLISHED
}
