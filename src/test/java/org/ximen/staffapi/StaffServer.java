package org.ximen.staffapi;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.ximen.casefiles.CaseExport;
import org.ximen.cases.CasePhotos;
import org.ximen.handoff.TicketBackground;
import org.ximen.posters.Posters;
import org.ximen.sources.Sources;
import org.ximen.sources.SourcesFile;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The staff API on a real server with a real port, over an {@link Office}. */
final class StaffServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext();
    private final HttpClient client = HttpClient.newHttpClient();

    /** An answer: its status, its body as JSON if it is JSON, and all of it. */
    record Answer(int status, JsonNode json, HttpResponse<byte[]> whole) {
        @Nullable String header(String name) {
            return whole.headers().firstValue(name).orElse(null);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @EnableWebSecurity
    static class Wiring {
        @Bean
        TomcatServletWebServerFactory server() {
            return new TomcatServletWebServerFactory(0);
        }

        @Bean
        DispatcherServlet dispatcherServlet() {
            return new DispatcherServlet();
        }

        @Bean
        Refusals refusals() {
            return new Refusals();
        }

        @Bean
        AccountsApi accountsApi(Office office, SettableClock clock) {
            return new AccountsApi(office.accounts, clock);
        }

        @Bean
        NoticesApi noticesApi(Office office, SettableClock clock) {
            return new NoticesApi(office.notices, clock);
        }

        @Bean
        CasesApi casesApi(Office office, SettableClock clock) {
            return new CasesApi(office.cases, office.book, office.district, clock);
        }

        @Bean
        CaseListApi caseListApi(Office office, SettableClock clock) {
            var export = new CaseExport(office.book, office.district, office.audit);
            var features =
                    new CaseListApi.Features(
                            office.cases, office.book, export, office.codeTable, office.district);
            return new CaseListApi(features, clock);
        }

        @Bean
        CaseFilingApi caseFilingApi(Office office, SettableClock clock) {
            return new CaseFilingApi(office.reports, office.cases, office.district, clock);
        }

        @Bean
        GapsApi gapsApi(Office office, SettableClock clock) {
            return new GapsApi(office.gaps, clock);
        }

        @Bean
        ContactApi contactApi(Office office, SettableClock clock) {
            return new ContactApi(
                    office.cases,
                    office.book,
                    office.handoff,
                    office.residents,
                    office.audit,
                    clock);
        }

        @Bean
        PostersApi postersApi(Office office, SettableClock clock) {
            return new PostersApi(
                    new Posters(office.db),
                    office.district,
                    () -> Optional.of("ximen_test_bot"),
                    Optional.of(key -> Optional.of("http://weixin.qq.com/q/" + key)),
                    clock);
        }

        @Bean
        ReadingsApi readingsApi(Office office, SettableClock clock) {
            return new ReadingsApi(office.readingDesk, office.training, clock);
        }

        private static CasePhotos photos(Office office) {
            return new CasePhotos(office.photos, office.cases, office.book, office.audit);
        }

        @Bean
        EvidenceApi evidenceApi(Office office, SettableClock clock) {
            return new EvidenceApi(photos(office), office.cases, clock);
        }

        @Bean
        PhotosApi photosApi(Office office, SettableClock clock) {
            return new PhotosApi(photos(office), clock);
        }

        @Bean
        KnowledgeApi knowledgeApi(Office office, Sources sources) {
            return new KnowledgeApi(office.library, sources);
        }

        @Bean
        OpinionsApi opinionsApi(Office office, SettableClock clock) {
            return new OpinionsApi(office.opinionDesk, clock);
        }

        @Bean
        TopicsApi topicsApi(Office office, SettableClock clock) {
            return new TopicsApi(office.topics.desk(), office.book, clock);
        }

        @Bean
        TicketsApi ticketsApi(Office office, SettableClock clock) {
            var background = new TicketBackground(office.db, office.outbox, office.cases);
            return new TicketsApi(office.handoff.desk(), background, office.accounts, clock);
        }

        @Bean
        @Order(1)
        SecurityFilterChain staff(HttpSecurity http, Office office, SettableClock clock)
                throws Exception {
            return StaffSecurity.staff(http, new StaffLogin(office.accounts, clock));
        }

        @Bean
        @Order(2)
        SecurityFilterChain open(HttpSecurity http) throws Exception {
            return StaffSecurity.open(http);
        }

        @Bean
        FilterRegistrationBean<ForeignOrigin> foreignOrigin() {
            var filter = new FilterRegistrationBean<>(new ForeignOrigin());
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }
    }

    StaffServer(Office office, SettableClock clock) {
        this(office, nobody(office), clock);
    }

    private static Sources nobody(Office office) {
        Supplier<SourcesFile> none = () -> new SourcesFile(null, List.of());
        return new Sources(office.db, office.library, none, new SimpleMeterRegistry());
    }

    StaffServer(Office office, Sources sources, SettableClock clock) {
        context.registerBean(Sources.class, () -> sources);
        context.registerBean(Office.class, () -> office);
        context.registerBean(SettableClock.class, () -> clock);
        context.register(Wiring.class);
        context.refresh();
        context.getBean("springSecurityFilterChain", Filter.class);
    }

    Answer get(@Nullable String user, String path) throws Exception {
        return call("GET", user, path, null);
    }

    Answer post(@Nullable String user, String path, @Nullable String body) throws Exception {
        return call("POST", user, path, body);
    }

    Answer call(String method, @Nullable String user, String path, @Nullable String body)
            throws IOException, InterruptedException {
        return send(method, user == null ? null : user + ":" + Office.PASSWORD, path, body);
    }

    /**
     * @param login {@code name:password}
     */
    Answer send(
            String method,
            @Nullable String login,
            String path,
            @Nullable String body,
            String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(at(path)));
        if (login != null) {
            var bytes = login.getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var json = type.contains("json") ? JSON.readTree(answer.body()) : JSON.nullNode();
        return new Answer(answer.statusCode(), json, answer);
    }

    /** The address of a path. */
    String at(String path) {
        int port = Objects.requireNonNull(context.getWebServer()).getPort();
        return "http://127.0.0.1:" + port + path;
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
