package org.ximen;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ximen.cases.CodeTable;
import org.ximen.district.District;
import org.ximen.drafts.DraftDesk;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Phrasing;
import org.ximen.meaning.LanguageModel;
import org.ximen.models.RemoteLanguageModel;
import org.ximen.understanding.Hearing;

/** The chat model, where a street has one, and what is done with it. */
@Configuration(proxyBeanMethods = false)
class ModelWiring {
    @Bean
    LanguageModel languageModel(Settings settings, MeterRegistry registry, InstantSource clock) {
        return settings.model().isOn()
                ? new RemoteLanguageModel(settings.model(), "residents", registry, clock)
                : LanguageModel.NONE;
    }

    @Bean
    Phrasing phrasing(Answers answers, LanguageModel model, MeterRegistry registry) {
        return new Phrasing(answers, model, registry);
    }

    @Bean
    Hearing hearing(
            LanguageModel model, District district, CodeTable codeTable, MeterRegistry registry) {
        return new Hearing(model, district, code -> codeTable.category(code).name(), registry);
    }

    /** Apart from what answers residents: a slow draft takes nothing from them. */
    @Bean
    DraftDesk draftDesk(Settings settings, MeterRegistry registry, InstantSource clock) {
        var model =
                settings.model().isOn()
                        ? new RemoteLanguageModel(
                                settings.model().patient(), "drafts", registry, clock)
                        : LanguageModel.NONE;
        return new DraftDesk(model, registry);
    }

    /** Residents are answered without it as well: that it rests is no reason to be down. */
    @Bean
    HealthIndicator languageModelHealthIndicator(LanguageModel model) {
        return () -> health(model);
    }

    private static Health health(LanguageModel model) {
        return switch (model) {
            case RemoteLanguageModel remote when remote.isResting() ->
                    Health.unknown().withDetail("why", "大模型连续没有答成，在歇着；照原文回答").build();
            case RemoteLanguageModel remote ->
                    Health.up().withDetail("name", remote.name()).build();
            default -> Health.up().withDetail("name", "没有设置大模型").build();
        };
    }
}
