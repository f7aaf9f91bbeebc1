package press.rotative.platform.mail;

/// A mail in plain text to one person.
///
/// @param to an address as mail servers take it
/// @param subject one line
/// @param text lines end in `\n`
public record Letter(String to, String subject, String text) {
    public Letter {
        subject = subject.replaceAll("\\p{Cntrl}+", " ");
    }
}
