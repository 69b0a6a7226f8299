package org.ximen;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ximen.admission.Admission;
import org.ximen.dialogue.Dialogue;
import org.ximen.district.District;
import org.ximen.knowledge.Embeddings;
import org.ximen.knowledge.Library;
import org.ximen.outbox.Outbox;
import org.ximen.photos.Photos;
import org.ximen.webchat.ArticlePages;
import org.ximen.webchat.BodyLimit;
import org.ximen.webchat.ChatApi;
import org.ximen.webchat.ChatErrors;
import org.ximen.webchat.ErrorPages;
import org.ximen.webchat.FrontPage;
import org.ximen.webchat.InFlight;
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
            InstantSource clock) {
        return new ChatApi(dialogue, photos, webChannel, outbox, settings.chat(), admission, clock);
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

    @Bean
    MeterBinder streams(WebChannel channel) {
        return registry ->
                Gauge.builder("ximen.webchat.streams", channel, WebChannel::size)
                        .description("open pages")
                        .register(registry);
    }

    @Bean
    MeterBinder vectors(Optional<Embeddings> embeddings) {
        return registry -> embeddings.ifPresent(e -> Metrics.vectors(registry, e));
    }
}
