package org.ximen.telegram;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import okhttp3.Call;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** HTTP clients for the Bot API: through the proxy, never repeating a request by themselves. */
final class Lines {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    // An edit and the message in its place still end before the outbox gives a send up for lost.
    private static final Duration CALL = Duration.ofSeconds(25);
    private static final int GATEWAY = 500;
    private static final int GATEWAY_TIMEOUT = 504;

    private Lines() {}

    static OkHttpClient open(TelegramSettings settings) {
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(settings.limits().atOnce() * 2);
        // Five would be the default, which is 20 messages a second at 250 ms.
        dispatcher.setMaxRequestsPerHost(settings.limits().atOnce() * 2);
        var builder =
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        // Otherwise a reset after Telegram took a message sends it twice.
                        .retryOnConnectionFailure(false)
                        .followRedirects(false)
                        .connectTimeout(CONNECT)
                        .readTimeout(ANSWER)
                        .writeTimeout(ANSWER)
                        .callTimeout(CALL)
                        .eventListenerFactory(call -> new Began())
                        .addInterceptor(below(settings.api()));
        var proxy = settings.proxy();
        if (proxy != null) {
            through(proxy, builder);
        }
        return builder.build();
    }

    private static void through(URI proxy, OkHttpClient.Builder builder) {
        boolean socks = proxy.getScheme().toLowerCase(Locale.ROOT).startsWith("socks");
        var address = InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort());
        builder.proxy(new Proxy(socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, address));
        var login = proxy.getUserInfo();
        if (login == null) {
            return;
        }
        var parts = List.of(login.split(":", 2));
        var password = parts.size() > 1 ? parts.get(1) : "";
        if (socks) {
            Authenticator.setDefault(new Login(proxy, parts.getFirst(), password));
        } else {
            var credentials = Credentials.basic(parts.getFirst(), password, StandardCharsets.UTF_8);
            builder.proxyAuthenticator((route, response) -> authorized(response, credentials));
        }
    }

    private static @Nullable Request authorized(Response response, String credentials) {
        var request = response.request();
        // Asked again, the login is wrong.
        return request.header("Proxy-Authorization") == null
                ? request.newBuilder().header("Proxy-Authorization", credentials).build()
                : null;
    }

    /** Where the base address has a path of its own, every request goes below it. */
    private static Interceptor below(URI api) {
        var base = HttpUrl.get(api.toString());
        var path = base.encodedPath().replaceFirst("/$", "");
        return chain -> {
            var request = chain.request();
            var url = request.url().newBuilder().encodedPath(path + request.url().encodedPath());
            var response = chain.proceed(request.newBuilder().url(url.build()).build());
            if (response.code() >= GATEWAY && !isJson(response)) {
                response.close();
                throw new BadGateway(response.code());
            }
            return response;
        };
    }

    private static boolean isJson(Response response) {
        return response.header("Content-Type", "").contains("json");
    }

    /** What stands before Telegram answers in its place. */
    static final class BadGateway extends IOException {
        private static final long serialVersionUID = 1;

        private final int status;

        BadGateway(int status) {
            super("status " + status);
            this.status = status;
        }

        int status() {
            return status;
        }

        /** It handed the request on and heard nothing. */
        boolean mayHaveArrived() {
            return status == GATEWAY_TIMEOUT;
        }
    }

    /** The login of a SOCKS proxy, which Java asks for through one place for all. */
    private static final class Login extends Authenticator {
        private final URI proxy;
        private final String user;
        private final String password;

        Login(URI proxy, String user, String password) {
            this.proxy = proxy;
            this.user = user;
            this.password = password;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            boolean ours =
                    proxy.getHost().equals(getRequestingHost())
                            && proxy.getPort() == getRequestingPort();
            return ours ? new PasswordAuthentication(user, password.toCharArray()) : null;
        }
    }

    /** Marks a failure that came before any byte of the request had left. */
    static final class NeverSent extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static final class Began extends EventListener {
        private volatile boolean began;

        @Override
        public void requestHeadersStart(Call call) {
            began = true;
        }

        @Override
        public void callFailed(Call call, IOException failure) {
            if (!began) {
                failure.addSuppressed(new NeverSent());
            }
        }
    }
}
