package org.ximen;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.ximen.admission.Admission;
import org.ximen.db.OwnFolder;
import org.ximen.dialogue.Dialogue;
import org.ximen.district.District;
import org.ximen.knowledge.Embeddings;
import org.ximen.knowledge.Library;
import org.ximen.opinions.Opinions;
import org.ximen.outbox.Outbox;
import org.ximen.photos.Photos;
import org.ximen.webchat.ArticlePages;
import org.ximen.webchat.BodyLimit;
import org.ximen.webchat.ChatApi;
import org.ximen.webchat.ChatErrors;
import org.ximen.webchat.ErrorPages;
import org.ximen.webchat.FrontPage;
import org.ximen.webchat.InFlight;
import org.ximen.webchat.PagePeople;
import org.ximen.webchat.SuggestionPages;
import org.ximen.webchat.WebChannel;

/** The edges of the residents: page, chat API, articles; and metrics. */
@Configuration(proxyBeanMethods = false)
class EdgeWiring {
    @Bean
    WebChannel webChannel(Settings settings, InstantSource clock) {
        return new WebChannel(settings.chat().streams(), clock);
    }

    @Bean
    ChatApi chatApi(
            Dialogue dialogue,
            Photos photos,
            WebChannel webChannel,
            Outbox outbox,
            Settings settings,
            Admission admission,
            Optional<PagePeople> people,
            InstantSource clock) {
        return new ChatApi(
                dialogue,
                photos,
                webChannel,
                outbox,
                settings.chat(),
                admission,
                people.orElse(conversation -> Optional.empty()),
                clock);
    }

    /**
     * Where messages wait for their turn; a store that waits for its disk leaves room for others.
     */
    @Bean
    Admission admission(Settings settings) {
        int atOnce = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
        var limits = new Admission.Limits(atOnce, settings.chat().atOnce(), Duration.ofSeconds(8));
        return new Admission("answer", limits);
    }

    /** Who waits for an answer when the end comes is told at once, so that the end is soon. */
    @Bean
    ApplicationListener<ContextClosedEvent> lastCall(Admission admission) {
        return event -> admission.close();
    }

    @Bean
    InFlight inFlight() {
        return new InFlight();
    }

    @Bean
    FrontPage frontPage(District district) {
        return new FrontPage(district);
    }

    @Bean
    ArticlePages articlePages(Library library, InstantSource clock) {
        return new ArticlePages(library, clock);
    }

    @Bean
    SuggestionPages suggestionPages(Opinions opinions) {
        return new SuggestionPages(opinions);
    }

    @Bean
    BodyLimit bodyLimit() {
        return new BodyLimit();
    }

    @Bean
    ErrorPages errorPages() {
        return new ErrorPages();
    }

    /** Tells Spring Boot that it need not bring error pages of its own. */
    @Bean
    ErrorController noErrorsOfSpring() {
        return new ErrorController() {};
    }

    @Bean
    ChatErrors chatErrors() {
        return new ChatErrors();
    }

    /** What the server puts down for a moment lies in our folder, not in the system's. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverFolder(Settings settings) {
        var folder = settings.home().resolve("tomcat");
        return factory -> {
            factory.setBaseDirectory(folder.toFile());
            factory.setDocumentRoot(root(folder));
        };
    }

    @Bean
    MeterBinder streams(WebChannel channel) {
        return registry ->
                Gauge.builder("ximen.webchat.streams", channel, WebChannel::size)
                        .description("open pages")
                        .register(registry);
    }

    // Holds nothing; without one the server makes one in the system's temporary folder.
    private static File root(Path folder) {
        try {
            OwnFolder.create(folder);
            return Files.createDirectories(folder.resolve("root")).toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    MeterBinder vectors(Optional<Embeddings> embeddings) {
        return registry -> embeddings.ifPresent(e -> Metrics.vectors(registry, e));
    }
}
