package press.rotative.newsroom.people;

import jakarta.inject.Singleton;
import java.time.ZonedDateTime;
import press.rotative.language.Dates;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.newsroom.HomeAddress;
import press.rotative.newsroom.Shell;
import press.rotative.people.EmailAddress;
import press.rotative.people.Member;
import press.rotative.people.signin.EmailChanges;
import press.rotative.people.signin.Invitations;
import press.rotative.people.signin.PasswordResets;
import press.rotative.platform.mail.Letter;
import press.rotative.platform.mail.Mailer;

/// The links that people are sent, by mail where the operator set it up.
@Singleton
final class Letters {
    private final Mailer mailer;
    private final HomeAddress home;

    Letters(Mailer mailer, HomeAddress home) {
        this.mailer = mailer;
        this.home = home;
    }

    boolean areSent() {
        return mailer.isSet();
    }

    String invitationLink(String secret) {
        return home.forLinks() + "/newsroom/invitation/" + secret;
    }

    String resetLink(String secret) {
        return home.forLinks() + "/newsroom/reset/" + secret;
    }

    /// In the language of who invites.
    ///
    /// @return whether it went out
    boolean sendInvitation(EmailAddress to, Member inviter, Shell shell, String secret) {
        Words words = shell.words();
        return mailer.send(new Letter(
                to.text(),
                words.say("mail.invitation.subject", shell.newspaper()),
                words.say(
                        "mail.invitation.text",
                        inviter.name(),
                        shell.newspaper(),
                        invitationLink(secret),
                        Invitations.LASTS.toHours())));
    }

    /// In the language of whose address it is to be.
    boolean sendEmailLink(EmailAddress to, Member member, Shell shell, String secret) {
        Words words = shell.words();
        return mailer.send(new Letter(
                to.text(),
                words.say("mail.email.subject", shell.newspaper()),
                words.say(
                        "mail.email.text",
                        member.name(),
                        shell.newspaper(),
                        home.forLinks() + "/newsroom/email/" + secret,
                        EmailChanges.LASTS.toHours())));
    }

    /// In the language of whose account it is.
    ///
    /// @param shell of the screen on which it was changed
    /// @param key of the sentence that says what was changed
    /// @param text key of what stands around it
    boolean sendChanged(Member to, Shell shell, String key, String text, ZonedDateTime when) {
        Tongue tongue = Tongue.of(to.language() == null ? shell.tongue().language() : to.language());
        Words words = Words.in("newsroom", tongue, Digits.WESTERN);
        var dates = new Dates(words, tongue, when.getZone(), when.toInstant());
        return mailer.send(new Letter(
                to.email(),
                words.say("mail.account.subject", shell.newspaper()),
                words.say(
                        text,
                        to.name(),
                        shell.newspaper(),
                        words.say(key),
                        dates.dateAndTime(when.toInstant()).words(),
                        home.forLinks() + "/newsroom/reset")));
    }

    /// In the language of whose password it is.
    ///
    /// @param asked the language of the screen on which it was asked for
    boolean sendReset(Member to, String newspaper, String asked, String secret) {
        Words words = Words.in("newsroom", Tongue.of(to.language() == null ? asked : to.language()), Digits.WESTERN);
        return mailer.send(new Letter(
                to.email(),
                words.say("mail.reset.subject", newspaper),
                words.say(
                        "mail.reset.text",
                        to.name(),
                        newspaper,
                        resetLink(secret),
                        PasswordResets.MAILED.toMinutes())));
    }
}
