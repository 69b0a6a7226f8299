package org.ximen.open311;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.ximen.admission.Admission;
import org.ximen.cases.PublicCases;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;

/** Open311 on a real server with a real port, over an {@link Office}. */
final class GeoReportServer implements AutoCloseable {
    static final String KEY = "a key of the city's own app";

    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext();
    private final HttpClient client = HttpClient.newHttpClient();

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    static class Wiring {
        @Bean
        TomcatServletWebServerFactory server() {
            return new TomcatServletWebServerFactory(0);
        }

        @Bean
        DispatcherServlet dispatcherServlet() {
            return new DispatcherServlet();
        }

        @Bean(destroyMethod = "close")
        Admission admission() {
            return new Admission("test", new Admission.Limits(4, 4, Duration.ofSeconds(30)));
        }

        @Bean
        PublicCases publicCases(Office office) {
            return new PublicCases(office.db, office.codeTable, office.district);
        }

        @Bean
        GeoReportApi api(
                Office office,
                PublicCases cases,
                Open311Settings settings,
                Admission admission,
                SettableClock clock) {
            return new GeoReportApi(
                    office.codeTable, cases, office.district, settings, admission, clock);
        }

        @Bean
        GeoReportFiling filing(
                Office office,
                PublicCases cases,
                Open311Settings settings,
                Admission admission,
                SettableClock clock) {
            return new GeoReportFiling(
                    office.reports,
                    office.codeTable,
                    cases,
                    office.district,
                    settings,
                    admission,
                    clock);
        }

        @Bean
        GeoReportErrors errors() {
            return new GeoReportErrors();
        }
    }

    GeoReportServer(Office office, SettableClock clock) {
        this(office, clock, new Open311Settings(List.of("another", KEY), 100_000));
    }

    GeoReportServer(Office office, SettableClock clock, Open311Settings settings) {
        context.registerBean(Office.class, () -> office);
        context.registerBean(SettableClock.class, () -> clock);
        context.registerBean(Open311Settings.class, () -> settings);
        context.register(Wiring.class);
        context.refresh();
    }

    /** An answer in both forms, which say the same. */
    GeoReportAnswer get(String path, String... query) throws Exception {
        var json = raw("GET", path + ".json" + query(query), null);
        var xml = raw("GET", path + ".xml" + query(query), null);
        return GeoReportAnswer.of(xml, json);
    }

    /** The same of one that is sent by form. */
    GeoReportAnswer post(String format, String... form) throws Exception {
        var path = "/requests." + format;
        return GeoReportAnswer.of(raw("POST", path, query(form).replaceFirst("^\\?", "")));
    }

    HttpResponse<byte[]> raw(String method, String path, @Nullable String form, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(at(path)));
        if (form != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        var body = Optional.ofNullable(form).map(BodyPublishers::ofString);
        request.method(method, body.orElseGet(BodyPublishers::noBody));
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    static String query(String... namesAndValues) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(encoded(namesAndValues[i]) + "=" + encoded(namesAndValues[i + 1]));
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String at(String path) {
        int port = Objects.requireNonNull(context.getWebServer()).getPort();
        return "http://127.0.0.1:" + port + "/open311/v2" + path;
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
