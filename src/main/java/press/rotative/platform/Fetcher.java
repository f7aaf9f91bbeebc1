package press.rotative.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// The one way in which this program asks other servers for something. It speaks to public addresses only, on the
/// ports of the web; a name is resolved once, every address it has must be public, and the connection goes to the
/// address that was checked. Redirects are followed a few times and checked like the first address. What takes too
/// long, or is too large, is broken off.
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
            int largestBytes, Duration longest, int redirects, List<Integer> ports, Predicate<InetAddress> allowed) {}

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
                new Limits(LARGEST_BYTES, LONGEST, 3, List.of(80, 443), PublicAddresses::holds),
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

    private Fetched.Got follow(URI address, int largest) {
        long deadline = System.nanoTime() + limits.longest().toNanos();
        URI next = address;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            WebAnswer answer = answer(next, largest, deadline);
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

    private WebAnswer answer(URI address, int largest, long deadline) {
        try {
            return ask(address, largest, deadline);
        } catch (SocketTimeoutException slow) {
            long seconds = limits.longest().toSeconds();
            throw refused("problem.web.slow", "It took longer than " + seconds + " seconds.", seconds);
        } catch (IOException broken) {
            throw refused("problem.web.broken", "The other server could not be asked, or broke off.");
        }
    }

    private WebAnswer ask(URI address, int largest, long deadline) throws IOException {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        if (!secure && !scheme.equals("http") || address.getHost() == null || address.getRawUserInfo() != null) {
            throw refused("problem.web.address", "Only plain addresses that begin with https:// or http:// are asked.");
        }
        int port = address.getPort() < 0 ? secure ? 443 : 80 : address.getPort();
        if (!limits.ports().contains(port)) {
            throw refused("problem.web.port", "Port " + port + " is not one of the web's.", port + "");
        }
        String host = address.getHost().startsWith("[")
                ? address.getHost().substring(1, address.getHost().length() - 1)
                : address.getHost();
        try (var request = new WebRequest(address, host, publicAddress(host), port, secure, deadline)) {
            return request.send(largest);
        } catch (WebRequest.TooLarge large) {
            int megabytes = largest / (1024 * 1024);
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
