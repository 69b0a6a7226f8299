package org.ximen.sources;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Who answers to a name, and with which addresses we may connect. The address is checked in the
 * socket itself, at the moment of connecting: a name that means something else a second later leads
 * nowhere either.
 */
record Network(Dns names, Predicate<InetAddress> open) {
    /** The internet, without what lies inside any house. */
    static final Network PUBLIC = new Network(Dns.SYSTEM, Network::isPublic);

    /** Sockets that connect with allowed addresses only. */
    SocketFactory sockets() {
        return new Checked(open);
    }

    /** Whether an address is one of the public internet. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublicSix(six.getAddress());
            default -> false;
        };
    }

    // Special-purpose blocks of RFC 6890 that the JDK does not know.
    private static boolean isPublic(byte[] four) {
        int first = four[0] & 0xff;
        int second = four[1] & 0xff;
        int third = four[2] & 0xff;
        return switch (first) {
            case 0 -> false;
            case 100 -> second < 64 || second > 127; // carrier's NAT; 100.100.100.200 is metadata
            case 192 -> !(second == 0 && (third == 0 || third == 2));
            case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> first < 240;
        };
    }

    // Only 2000::/3 is public, and what of it wraps an IPv4 address is judged by that.
    private static boolean isPublicSix(byte[] six) {
        if ((six[0] & 0xe0) != 0x20) {
            return false;
        }
        boolean wraps6to4 = six[0] == 0x20 && six[1] == 0x02;
        boolean special = six[0] == 0x20 && six[1] == 0x01 && (six[2] & 0xfe) == 0;
        boolean example =
                six[0] == 0x20 && six[1] == 0x01 && six[2] == 0x0d && six[3] == (byte) 0xb8;
        return !wraps6to4 && !special && !example;
    }

    private static final class Checked extends SocketFactory {
        private final Predicate<InetAddress> open;

        Checked(Predicate<InetAddress> open) {
            this.open = open;
        }

        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress to, int timeout) throws IOException {
                    if (!(to instanceof InetSocketAddress known)
                            || known.isUnresolved()
                            || !open.test(known.getAddress())) {
                        throw new Inside(to);
                    }
                    super.connect(to, timeout);
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port), null);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort)
                throws IOException {
            return connected(
                    new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port), null);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
                throws IOException {
            return connected(
                    new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
        }

        private Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from)
                throws IOException {
            var socket = createSocket();
            try {
                socket.bind(from);
                socket.connect(to);
                return socket;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        }
    }

    /** The address lies inside a house. */
    static final class Inside extends IOException {
        private static final long serialVersionUID = 1;

        Inside(SocketAddress to) {
            super("not a public address: " + to);
        }
    }
}
