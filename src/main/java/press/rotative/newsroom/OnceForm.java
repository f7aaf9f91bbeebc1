package press.rotative.newsroom;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import press.rotative.platform.Problem;
import press.rotative.platform.Seal;

/// A form of use to who was shown it, and once: it carries a secret, sealed for that person. Another page cannot make
/// one up, and what the act keeps of the secret tells a form that is sent twice.
///
/// @param purpose what the form is for
/// @param staffId who is shown it
public record OnceForm(Seal seal, String purpose, long staffId) {
    private static final String FIELD = "once";

    /// Gives a form its secret, unless it has one.
    public void give(Form form, Supplier<String> secret) {
        if (form.value(FIELD).isEmpty()) {
            form.with(FIELD, seal.close(sealed(), secret.get().getBytes(StandardCharsets.UTF_8)));
        }
    }

    /// The secret of a form that was sent.
    ///
    /// @throws Problem CONFLICT for a form that was not shown to this person; its fields are kept, and sent again
    /// it is
    ///     taken
    public String taken(Form form) {
        return seal.open(sealed(), form.value(FIELD))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> {
                    form.with(FIELD, "");
                    return Problem.conflict("This form is not one that was shown to you. Send it again.")
                            .as("problem.form.stale");
                });
    }

    /// A form that was sent before is another one when it is sent again, with what stands in it.
    ///
    /// @return the same problem
    public Problem refused(Form form, Problem problem) {
        if (problem.phrase()
                .filter(phrase -> phrase.key().equals("problem.form.sent"))
                .isPresent()) {
            form.with(FIELD, "");
        }
        return problem;
    }

    private String sealed() {
        return purpose + " form " + staffId;
    }
}
