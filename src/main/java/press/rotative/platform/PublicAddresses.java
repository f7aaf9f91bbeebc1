package press.rotative.platform;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/// Which addresses of the network are anybody's: not this machine, not the house's network, not what is reserved
/// (IANA special-purpose registries, RFC 6890), in plain form or wrapped into IPv6.
final class PublicAddresses {

    /// First address and length of prefixes that belong to nobody outside.
    private static final int[][] KEPT = {
        {0, 8},
        {10 << 24, 8},
        {100 << 24 | 64 << 16, 10},
        {127 << 24, 8},
        {169 << 24 | 254 << 16, 16},
        {172 << 24 | 16 << 16, 12},
        {192 << 24, 24},
        {192 << 24 | 2 << 8, 24},
        {192 << 24 | 88 << 16 | 99 << 8, 24},
        {192 << 24 | 168 << 16, 16},
        {198 << 24 | 18 << 16, 15},
        {198 << 24 | 51 << 16 | 100 << 8, 24},
        {203 << 24 | 113 << 8, 24},
        {224 << 24, 4},
        {240 << 24, 4}
    };

    private PublicAddresses() {}

    static boolean holds(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> holds(number(four.getAddress(), 0));
            case Inet6Address six -> holds(six.getAddress());
            default -> false;
        };
    }

    private static boolean holds(int address) {
        for (int[] prefix : KEPT) {
            int shift = 32 - prefix[1];
            if (address >>> shift == prefix[0] >>> shift) {
                return false;
            }
        }
        return true;
    }

    /// Global unicast (2000::/3) without Teredo, documentation and 6to4; NAT64 as far as the address inside is public.
    private static boolean holds(byte[] six) {
        int first = number(six, 0);
        if (first == 0x0064_FF9B && number(six, 4) == 0 && number(six, 8) == 0) {
            return holds(number(six, 12));
        }
        boolean global = first >>> 29 == 1;
        boolean teredo = first == 0x2001_0000;
        boolean reserved = first >>> 9 == 0x2001_0000 >>> 9;
        boolean documentation = first == 0x2001_0DB8 || first >>> 12 == 0x3FFF_0000 >>> 12;
        boolean sixToFour = first >>> 16 == 0x2002;
        return global && !teredo && !reserved && !documentation && !sixToFour;
    }

    private static int number(byte[] bytes, int from) {
        return (bytes[from] & 0xFF) << 24
                | (bytes[from + 1] & 0xFF) << 16
                | (bytes[from + 2] & 0xFF) << 8
                | bytes[from + 3] & 0xFF;
    }
}
