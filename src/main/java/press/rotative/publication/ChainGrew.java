package press.rotative.publication;

import press.rotative.platform.Announcement;

/// A chain beside the publication log has a new row: its head, too, is kept outside the database.
public record ChainGrew(Chain.Head head) implements Announcement {}
