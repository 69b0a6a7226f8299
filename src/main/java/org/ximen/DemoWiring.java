package org.ximen;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.ximen.cases.CaseBook;
import org.ximen.demo.Demo;
import org.ximen.demo.SampleChannel;
import org.ximen.dialogue.Dialogue;
import org.ximen.dialogue.Features;
import org.ximen.notices.Notices;
import org.ximen.opinions.OpinionDesk;
import org.ximen.opinions.Opinions;
import org.ximen.staff.Accounts;

/** With the profile {@code demo}, some weeks of a sample street before the first look. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoWiring {
    @Bean
    SampleChannel sampleChannel() {
        return new SampleChannel();
    }

    @Bean
    Demo.Features demoFeatures(
            Features talk,
            CaseBook book,
            Notices notices,
            Dialogue dialogue,
            Accounts accounts,
            Opinions opinions,
            OpinionDesk opinionDesk) {
        return new Demo.Features(
                talk.cases(),
                book,
                talk.photos(),
                notices,
                talk.outbox(),
                dialogue,
                talk.handoff(),
                talk.gaps(),
                talk.residents(),
                accounts,
                talk.district(),
                opinions,
                opinionDesk);
    }

    @Bean
    Filling filling(
            Demo.Features features,
            Settings settings,
            Accounts accounts,
            Opening opening,
            InstantSource clock) {
        return new Filling(() -> {
            var now = clock.instant();
            var password = settings.staff().adminPassword();
            var began = Demo.began(now);
            opening.password(accounts.ensureAdmin(settings.home(), password, began));
            new Demo(features).fill(settings.home(), now);
        });
    }

    /** Before the jobs and the web server, which live in the present. */
    static final class Filling extends StartStep {
        private final Runnable fill;

        Filling(Runnable fill) {
            super(0);
            this.fill = fill;
        }

        @Override
        void take() {
            fill.run();
        }
    }
}
