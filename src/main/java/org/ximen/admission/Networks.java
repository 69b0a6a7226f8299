package org.ximen.admission;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Which addresses count as one: an IPv4 address, or the /64 that one IPv6 customer gets whole. */
public final class Networks {
    private static final int CUSTOMER_BYTES = 8;

    private Networks() {}

    /** The name of the network of an address; what is no address stands for itself. */
    public static String of(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return parsed instanceof Inet6Address six ? customer(six) : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static String customer(Inet6Address address) {
        var bytes = Arrays.copyOf(address.getAddress(), CUSTOMER_BYTES);
        return HexFormat.of().formatHex(bytes) + "/64";
    }
}
