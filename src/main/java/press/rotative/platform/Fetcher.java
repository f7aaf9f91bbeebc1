package press.rotative.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;

/// The one way in which this program asks other servers for something, or tells them something. It speaks to public
/// addresses only, on the ports of the web; a name is resolved once, every address it has must be public, and the
/// connection goes to the address that was checked. Redirects are followed a few times and checked like the first
/// address. What takes too long, or is too large, is broken off.
///
/// ```java
/// switch (Fetcher.ofTheWeb().get(address)) { case Fetched.Got got -> ...; case Fetched.Refused(String why) -> ...; }
/// ```
public final class Fetcher {

    /// How far a fetcher goes.
    ///
    /// @param ports that it speaks to
    /// @param allowed which addresses it speaks to
    public record Limits(
            int largestBytes, Duration longest, int redirects, IntPredicate ports, Predicate<InetAddress> allowed) {}

    /// Finds the addresses of a name.
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /// What asking came to.
    public sealed interface Fetched {
        /// @param address where it was found in the end
        /// @param mediaType as the server says, without parameters, in lower case; empty when it does not
        record Got(URI address, String mediaType, byte[] bytes) implements Fetched {}

        /// @param reason a sentence
        record Refused(String reason) implements Fetched {}
    }

    /// What sending came to.
    public sealed interface Sent {
        /// @param retryAfter when it may be tried again, as the other side says it (RFC 9110, 10.2.3); empty: not said
        /// @param beginning of what it answered
        record Answered(int status, String retryAfter, byte[] beginning) implements Sent {}

        record Refused(Problem why) implements Sent {}
    }

    private static final int LARGEST_BYTES = 10 * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Limits limits;
    private final Resolver resolver;

    public Fetcher(Limits limits, Resolver resolver) {
        this.limits = limits;
        this.resolver = resolver;
    }

    /// 10 MB, 10 seconds in all, 3 redirects, ports 80 and 443, public addresses.
    public static Fetcher ofTheWeb() {
        return new Fetcher(
                new Limits(LARGEST_BYTES, LONGEST, 3, List.of(80, 443)::contains, PublicAddresses::holds),
                InetAddress::getAllByName);
    }

    /// This machine alone, on any port: for who tries something out.
    public static Fetcher ofThisMachine() {
        return new Fetcher(
                new Limits(LARGEST_BYTES, LONGEST, 0, port -> true, InetAddress::isLoopbackAddress),
                InetAddress::getAllByName);
    }

    /// Asks for what stands at an address. Never throws for what the other side does.
    public Fetched get(URI address) {
        try {
            return follow(address, limits.largestBytes());
        } catch (Problem refusal) {
            return new Fetched.Refused(refusal.sentence());
        }
    }

    /// Asks whether anything stands at an address, without taking what does. Never throws for what the other side does.
    ///
    /// @return why it cannot be reached; empty: it can
    public Optional<Problem> unreachable(URI address) {
        try {
            follow(address, WebRequest.HEAD_ONLY);
            return Optional.empty();
        } catch (Problem refusal) {
            return Optional.of(refusal);
        }
    }

    /// Sends a body by POST and takes the beginning of the answer. Redirects are answers like others. Never throws for
    /// what the other side does.
    ///
    /// @param headers besides those of the connection
    /// @param begin how many bytes of the answer are taken
    public Sent post(URI address, Map<String, String> headers, byte[] body, int begin) {
        long deadline = System.nanoTime() + limits.longest().toNanos();
        try {
            WebAnswer answer = answer(address, deadline, request -> request.post(headers, body, begin));
            return new Sent.Answered(answer.status(), answer.retryAfter(), answer.body());
        } catch (Problem refusal) {
            return new Sent.Refused(refusal);
        }
    }

    private Fetched.Got follow(URI address, int largest) {
        long deadline = System.nanoTime() + limits.longest().toNanos();
        URI next = address;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            WebAnswer answer = answer(next, deadline, request -> request.get(largest));
            if (answer.status() == 200) {
                return new Fetched.Got(next, answer.mediaType(), answer.body());
            }
            boolean moved = List.of(301, 302, 303, 307, 308).contains(answer.status())
                    && !answer.location().isEmpty();
            if (!moved) {
                throw refused(
                        "problem.web.status",
                        "The other server answered " + answer.status() + ".",
                        answer.status() + "");
            }
            try {
                next = next.resolve(answer.location());
            } catch (IllegalArgumentException nowhere) {
                throw refused("problem.web.nowhere", "The other server redirects to something that is no address.");
            }
        }
        throw refused(
                "problem.web.redirects",
                "The other server redirects more than " + limits.redirects() + " times.",
                limits.redirects());
    }

    private interface Asking {
        WebAnswer ask(WebRequest request) throws IOException;
    }

    private WebAnswer answer(URI address, long deadline, Asking asking) {
        try {
            return ask(address, deadline, asking);
        } catch (SocketTimeoutException slow) {
            throw slow();
        } catch (SSLException untrusted) {
            throw System.nanoTime() < deadline
                    ? refused(
                            "problem.web.certificate",
                            "The other server shows no certificate that is good for its name.")
                    : slow();
        } catch (IOException broken) {
            throw System.nanoTime() < deadline
                    ? refused("problem.web.broken", "The other server could not be asked, or broke off.")
                    : slow();
        }
    }

    private Problem slow() {
        long seconds = limits.longest().toSeconds();
        return refused("problem.web.slow", "It took longer than " + seconds + " seconds.", seconds);
    }

    private WebAnswer ask(URI address, long deadline, Asking asking) throws IOException {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        if (!secure && !scheme.equals("http") || address.getHost() == null || address.getRawUserInfo() != null) {
            throw refused("problem.web.address", "Only plain addresses that begin with https:// or http:// are asked.");
        }
        int port = address.getPort() < 0 ? secure ? 443 : 80 : address.getPort();
        if (!limits.ports().test(port)) {
            throw refused("problem.web.port", "Port " + port + " is not one of the web's.", port + "");
        }
        String host = address.getHost().startsWith("[")
                ? address.getHost().substring(1, address.getHost().length() - 1)
                : address.getHost();
        try (var request = new WebRequest(address, host, publicAddress(host), port, secure, deadline)) {
            return asking.ask(request);
        } catch (WebRequest.TooLarge large) {
            int megabytes = limits.largestBytes() / (1024 * 1024);
            throw refused("problem.web.large", "It is larger than " + megabytes + " MB.", megabytes);
        }
    }

    private InetAddress publicAddress(String host) {
        InetAddress[] found;
        try {
            found = resolver.addresses(host);
        } catch (UnknownHostException unknown) {
            found = new InetAddress[0];
        }
        for (InetAddress each : found) {
            if (!limits.allowed().test(each)) {
                throw refused("problem.web.private", "The name " + host + " leads into a private network.", host);
            }
        }
        if (found.length == 0) {
            throw refused("problem.web.name", "The name " + host + " leads nowhere.", host);
        }
        return found[0];
    }

    /// A reason not to ask, or why asking came to nothing.
    private static Problem refused(String key, String sentence, Object... arguments) {
        return Problem.invalid(sentence).as(key, arguments);
    }
}
