package press.rotative.command;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import press.rotative.Press;
import press.rotative.Settings;
import press.rotative.media.BlobStore;
import press.rotative.media.Intake;
import press.rotative.media.Renditions;
import press.rotative.newsroom.HomeAddress;
import press.rotative.people.signin.Attempts;
import press.rotative.people.signin.Links;
import press.rotative.people.signin.PasskeySetUp;
import press.rotative.people.signin.PasskeySignIn;
import press.rotative.people.signin.Passwords;
import press.rotative.people.signin.SignIn;
import press.rotative.platform.Database;
import press.rotative.platform.Fetcher;
import press.rotative.platform.Figures;
import press.rotative.platform.Networks;
import press.rotative.platform.Seal;
import press.rotative.platform.mail.Mailer;
import press.rotative.publication.Acts;
import press.rotative.publication.PublicNumber;
import press.rotative.search.StaffSearch;
import press.rotative.site.Finder;
import press.rotative.site.Site;
import press.rotative.webhooks.ByHand;
import press.rotative.webhooks.Courier;
import press.rotative.webhooks.HookAddress;
import press.rotative.webhooks.StopNotice;
import press.rotative.wire.CaptureDoor;

/// Hands the server its one open newsroom: opened while the server starts, closed after the last answer is out.
///
/// Whatever serves HTTP asks for a [Press] in its constructor.
@Singleton
public final class Serving {
    private @Nullable Courier courier;

    @Produces
    @Singleton
    @Startup
    Press open() {
        return Opening.take().orElseGet(() -> open(Settings.ofProcess()));
    }

    /// What the clock called for while nobody ran is done before the port opens. The caller holds the data directory.
    static Press open(Settings settings) {
        Press press = Press.open(settings.data(), settings.databaseUrl(), Clock.systemUTC());
        press.sweepBlobs();
        press.jobs().start();
        press.staffSearch().start();
        press.pictureKeys().start();
        return press;
    }

    // The rooms know no Press: the API is handed what it needs of it.

    @Produces
    @Singleton
    Database database(Press press) {
        return press.database();
    }

    @Produces
    @Singleton
    BlobStore blobs(Press press) {
        return press.blobs();
    }

    @Produces
    @Singleton
    Intake intake(Press press) {
        return press.intake();
    }

    @Produces
    @Singleton
    CaptureDoor captureDoor(Press press) {
        return new CaptureDoor(press.data(), press.clock());
    }

    @Produces
    @Singleton
    Renditions renditions(Press press) {
        return press.renditions();
    }

    @Produces
    @Singleton
    Finder finder(Press press) {
        return press.finder();
    }

    @Produces
    @Singleton
    StaffSearch staffSearch(Press press) {
        return press.staffSearch();
    }

    @Produces
    @Singleton
    Acts acts(Press press) {
        return press.acts();
    }

    @Produces
    @Singleton
    PublicNumber number(Press press) {
        return press.number();
    }

    @Produces
    @Singleton
    Figures figures(Press press) {
        return press.figures();
    }

    @Produces
    @Singleton
    Clock clock(Press press) {
        return press.clock();
    }

    @Produces
    @Singleton
    HomeAddress home(HttpServer server) {
        return new HomeAddress(Settings.ofProcess().publicAddress(), () -> URI.create(ServerAddress.forPeople(server)));
    }

    @Produces
    @Singleton
    Networks believed() {
        return Settings.ofProcess().proxies();
    }

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    Passwords passwords(SecureRandom random) {
        return new Passwords(random);
    }

    @Produces
    @Singleton
    Attempts attempts(Press press) {
        return new Attempts(press.clock());
    }

    /// What asks other servers for a person of the newsroom.
    @Produces
    @Singleton
    Fetcher web() {
        return Fetcher.ofTheWeb();
    }

    @Produces
    @Singleton
    Seal seal(Press press, SecureRandom random) {
        return Seal.of(press.data(), Settings.ofProcess().secretsKey(), random);
    }

    @Produces
    @Singleton
    SignIn signIn(Press press, Passwords passwords, Attempts attempts, Seal seal, SecureRandom random) {
        return new SignIn(press.database(), press.acts(), passwords, attempts, seal, random);
    }

    @Produces
    @Singleton
    PasskeySignIn passkeySignIn(Press press, Attempts attempts, SignIn signIn, Seal seal, SecureRandom random) {
        return new PasskeySignIn(press.database(), press.acts(), attempts, signIn, seal, random, press.clock());
    }

    @Produces
    @Singleton
    PasskeySetUp passkeySetUp(Press press, Attempts attempts, SignIn signIn, Seal seal, SecureRandom random) {
        return new PasskeySetUp(press.database(), press.acts(), attempts, signIn, seal, random, press.clock());
    }

    @Produces
    @Singleton
    Links links(Press press, Passwords passwords, Attempts attempts, SignIn signIn, SecureRandom random) {
        return new Links(press.database(), press.acts(), passwords, attempts, signIn, random);
    }

    @Produces
    @Singleton
    Mailer mailer(Press press) {
        return new Mailer(Settings.ofProcess().mail(), press.clock());
    }

    /// For screens that tell what readers were given.
    @Produces
    @Singleton
    Site site(SiteServing serving) {
        return serving.site();
    }

    @Produces
    @Singleton
    HookAddress hookAddresses() {
        return new HookAddress(Settings.ofProcess().webhooksLoopback());
    }

    @Produces
    @Singleton
    @Startup
    Courier courier(
            Press press, Seal seal, SecureRandom random, HookAddress addresses, HomeAddress home, StopNotice notice) {
        Courier made = new Courier(
                press.database(),
                press.acts(),
                press.number(),
                press.clock(),
                seal,
                random,
                addresses,
                home::forLinks,
                notice);
        courier = made;
        return made;
    }

    @Produces
    @Singleton
    ByHand webhooksByHand(Courier made) {
        return made.byHand();
    }

    /// Messages name the public address, which may be known only now.
    void listens(@ObservesAsync HttpServerStart server, Courier made) {
        made.start();
    }

    void close(@Disposes Press press) {
        if (courier != null) {
            courier.close();
        }
        press.close();
    }
}
