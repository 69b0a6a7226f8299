package org.ximen.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(20), 1 << 20, Duration.ofSeconds(2));
    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.100.100.200",
                "192.0.0.192",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "100::1"
            })
    void whatLiesInsideIsNotPublic(String address) throws Exception {
        assertThat(Network.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3.4",
                "8.8.8.8",
                "100.63.0.1",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.17.0.1",
                "203.0.112.1",
                "223.5.5.5",
                "2400:3200::1",
                "2001:da8::1",
                "2606:4700::1111"
            })
    void whatLiesOutsideIs(String address) throws Exception {
        assertThat(Network.isPublic(InetAddress.getByName(address))).isTrue();
    }

    private static Fetched get(Dns names, String address) {
        var url = HttpUrl.get(address);
        var network = new Network(names, Followed::isOpen);
        return new Web(network, LIMITS, () -> "XimenBot")
                .get(
                        url,
                        Hosts.of(List.of(url.host() + ":" + url.port()), address),
                        Marks.NONE,
                        NOW);
    }

    @Test
    void aNameThatChangesItsMeaningLeadsNowhere() {
        try (var site = new Site();
                var inside = new Site("127.0.0.1", site.port())) {
            inside.page("/", "secret");
            var lookups = new AtomicInteger();
            Dns rebinding =
                    name -> {
                        boolean first = lookups.getAndIncrement() == 0;
                        return List.of(InetAddress.getByName(first ? Site.ADDRESS : "127.0.0.1"));
                    };
            var found = get(rebinding, "http://www.street.test:" + site.port() + "/");
            assertThat(found).isEqualTo(new Fetched.Refused("网址指向内部网络，没有打开"));
            assertThat(site.asked()).containsExactly("/robots.txt");
            assertThat(inside.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://127.1:%d/"
            })
    void anAddressInsideLeadsNowhereThoughAllowListed(String form) {
        try (var inside = new Site("127.0.0.1", 0)) {
            inside.page("/", "secret");
            var found = get(Dns.SYSTEM, form.formatted(inside.port()));
            assertThat(found).isInstanceOf(Fetched.Failed.class);
            assertThat(found.toString()).contains("指向内部网络");
            assertThat(inside.asked()).isEmpty();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted(@TempDir Path home) throws Exception {
        var server = HttpsServer.create(new InetSocketAddress(Site.ADDRESS, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(home.resolve("keys"))));
        server.start();
        var address = "https://www.street.test:" + server.getAddress().getPort() + "/";
        var found = get(name -> List.of(InetAddress.getByName(Site.ADDRESS)), address);
        assertThat(found.toString()).contains("证书有问题");
        server.stop(0);
    }

    private static SSLContext selfSigned(Path keys) throws Exception {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var asked =
                "-genkeypair -alias a -keyalg EC -dname CN=www.street.test -storepass changeit"
                        + " -storetype PKCS12 -keystore "
                        + keys;
        var command = new ArrayList<>(List.of(tool));
        command.addAll(List.of(asked.split(" ")));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
        var store = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void theSameAddressesAnswerWhereTheyAreOpen() {
        try (var inside = new Site("127.0.0.1", 0)) {
            inside.page("/", "open");
            var address = HttpUrl.get("http://127.0.0.1:" + inside.port() + "/");
            var open = new Network(Dns.SYSTEM, any -> true);
            var hosts = Hosts.of(List.of("127.0.0.1:" + inside.port()), address.toString());
            var found =
                    new Web(open, LIMITS, () -> "XimenBot").get(address, hosts, Marks.NONE, NOW);
            assertThat(found).isInstanceOf(Fetched.Page.class);
            ((Fetched.Page) found).answer().close();
        }
    }

    @Test
    void noWayToAskForASocketLeadsInside() throws Exception {
        var sockets = Network.PUBLIC.sockets();
        var here = InetAddress.getLoopbackAddress();
        assertThatThrownBy(() -> sockets.createSocket("127.0.0.1", 80))
                .isInstanceOf(Network.Inside.class);
        assertThatThrownBy(() -> sockets.createSocket(here, 80)).isInstanceOf(Network.Inside.class);
        assertThatThrownBy(() -> sockets.createSocket("127.0.0.1", 80, here, 0))
                .isInstanceOf(Network.Inside.class);
        assertThatThrownBy(() -> sockets.createSocket(here, 80, here, 0))
                .isInstanceOf(Network.Inside.class);
    }
}
