package press.rotative.platform;

/// Something that an act tells the rest of the program once it is durable. Who listens picks out what is its own.
public interface Announcement {}
