package press.rotative.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The networks whose servers are believed when they say for whom they ask (`ROTATIVE_PROXIES`). From everybody else
/// `X-Forwarded-For` is only text.
public final class Networks {
    public static final Networks NONE = new Networks(List.of());

    private record Network(byte[] address, int bits) {
        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            return Arrays.equals(address, 0, whole, other, 0, whole)
                    && (rest == 0 || (address[whole] ^ other[whole]) >> 8 - rest == 0);
        }
    }

    private final List<Network> networks;

    private Networks(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /// @param text addresses and networks, `10.0.0.0/8 ::1`, parted by spaces or commas
    /// @throws IllegalArgumentException naming what is no network
    public static Networks of(String text) {
        List<Network> networks = new ArrayList<>();
        for (String each : text.strip().split("[\\s,]+")) {
            if (!each.isEmpty()) {
                networks.add(network(each));
            }
        }
        return new Networks(networks);
    }

    private static Network network(String text) {
        String[] parts = text.split("/", -1);
        byte[] address = literal(parts[0]);
        if (address == null || parts.length > 2) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        int most = address.length * 8;
        if (parts.length == 1) {
            return new Network(address, most);
        }
        if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > most) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        return new Network(address, Integer.parseInt(parts[1]));
    }

    /// Who asks: the last address in the chain that no believed server stands at.
    ///
    /// @param remote who holds the connection
    /// @param forwarded all values of `X-Forwarded-For`, joined with commas; null: there is none
    public String asker(String remote, @Nullable String forwarded) {
        String asker = remote;
        List<String> chain = forwarded == null ? List.of() : Arrays.asList(forwarded.split(","));
        for (int at = chain.size() - 1; at >= 0 && isBelieved(asker); at--) {
            String before = chain.get(at).strip();
            if (literal(before) == null) {
                return asker;
            }
            asker = before;
        }
        return asker;
    }

    private boolean isBelieved(String address) {
        byte[] bytes = literal(address);
        return bytes != null && networks.stream().anyMatch(network -> network.holds(bytes));
    }

    /// The network that an address is in, as it may be kept: /24, or /48 of IPv6.
    public static String around(String address) {
        byte[] bytes = literal(address);
        if (bytes == null) {
            return "unknown";
        }
        int kept = bytes.length == 4 ? 3 : 6;
        Arrays.fill(bytes, kept, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress().replaceAll("(:0)+$", "::") + "/" + kept * 8;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }

    /// Never asks for a name; IPv4 addresses written as IPv6 are IPv4 addresses.
    private static byte @Nullable [] literal(String text) {
        String plain = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (!plain.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(plain).getAddress();
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
