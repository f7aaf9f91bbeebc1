package press.rotative.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
        long deadline = System.nanoTime() + limits.longest().toNanos();
        URI next = address;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            WebAnswer answer;
            try {
                answer = ask(next, deadline);
            } catch (Refusal refusal) {
                return new Fetched.Refused(refusal.sentence);
            } catch (SocketTimeoutException slow) {
                return new Fetched.Refused(
                        "It took longer than " + limits.longest().toSeconds() + " seconds.");
            } catch (IOException broken) {
                return new Fetched.Refused("The other server could not be asked, or broke off.");
            }
            if (answer.status() == 200) {
                return new Fetched.Got(next, answer.mediaType(), answer.body());
            }
            boolean moved = List.of(301, 302, 303, 307, 308).contains(answer.status())
                    && !answer.location().isEmpty();
            if (!moved) {
                return new Fetched.Refused("The other server answered " + answer.status() + ".");
            }
            try {
                next = next.resolve(answer.location());
            } catch (IllegalArgumentException nowhere) {
                return new Fetched.Refused("The other server redirects to something that is no address.");
            }
        }
        return new Fetched.Refused("The other server redirects more than " + limits.redirects() + " times.");
    }

    private WebAnswer ask(URI address, long deadline) throws IOException, Refusal {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        if (!secure && !scheme.equals("http") || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new Refusal("Only plain addresses that begin with https:// or http:// are asked.");
        }
        int port = address.getPort() < 0 ? secure ? 443 : 80 : address.getPort();
        if (!limits.ports().contains(port)) {
            throw new Refusal("Port " + port + " is not one of the web's.");
        }
        String host = address.getHost().startsWith("[")
                ? address.getHost().substring(1, address.getHost().length() - 1)
                : address.getHost();
        InetAddress[] found;
        try {
            found = resolver.addresses(host);
        } catch (UnknownHostException unknown) {
            throw new Refusal("The name " + host + " leads nowhere.");
        }
        for (InetAddress each : found) {
            if (!limits.allowed().test(each)) {
                throw new Refusal("The name " + host + " leads into a private network.");
            }
        }
        if (found.length == 0) {
            throw new Refusal("The name " + host + " leads nowhere.");
        }
        try (var request = new WebRequest(address, host, found[0], port, secure, deadline)) {
            return request.send(limits.largestBytes());
        } catch (WebRequest.TooLarge large) {
            throw new Refusal("It is larger than " + limits.largestBytes() / (1024 * 1024) + " MB.");
        }
    }

    /// A reason not to ask.
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final String sentence;

        Refusal(String sentence) {
            super(sentence, null, false, false);
            this.sentence = sentence;
        }
    }
}
