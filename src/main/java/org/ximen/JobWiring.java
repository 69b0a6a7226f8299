package org.ximen;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ximen.activities.Activities;
import org.ximen.cases.Cases;
import org.ximen.db.Backup;
import org.ximen.db.Db;
import org.ximen.db.Lease;
import org.ximen.db.StoreHealth;
import org.ximen.deliberation.Deliberations;
import org.ximen.gaps.Gaps;
import org.ximen.handoff.Handoff;
import org.ximen.knowledge.Embeddings;
import org.ximen.knowledge.Library;
import org.ximen.merchants.Merchants;
import org.ximen.notices.Notices;
import org.ximen.opinions.OpinionDesk;
import org.ximen.outbox.Outbox;
import org.ximen.photos.Photos;
import org.ximen.programme.Programme;
import org.ximen.readings.CorrectionTraining;
import org.ximen.settings.ConfigFile;
import org.ximen.sources.Sources;
import org.ximen.staff.Accounts;
import org.ximen.staff.StaffRefused;
import org.ximen.telegram.Telegram;
import org.ximen.topics.Topics;
import org.ximen.webchat.WebChannel;
import org.ximen.wechat.Wechat;

/** Which jobs call which features again and again, and what is done once at the start. */
@Configuration(proxyBeanMethods = false)
class JobWiring {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int TOPIC_MINUTES = 10;

    @Bean
    Jobs.Own ownJobs(
            Outbox outbox,
            Library library,
            Optional<Embeddings> embeddings,
            WebChannel channel,
            List<ConfigFile<?>> files,
            CorrectionTraining training,
            Optional<Telegram> telegram,
            Optional<Wechat> wechat,
            Db db,
            StoreHealth store,
            @Value("${spring.datasource.url}") String database) {
        boolean alone = database.startsWith("jdbc:hsqldb:file");
        var bots =
                Stream.concat(
                                telegram
                                        .map(known ->
                                                BotJob.of(known, lease(alone, db, "telegram")))
                                        .stream(),
                                wechat
                                        .map(known -> BotJob.of(known, lease(alone, db, "wechat")))
                                        .stream())
                        .toList();
        return new Jobs.Own(
                outbox, library, embeddings, channel, files, training, bots, store, alone);
    }

    private static @Nullable Lease lease(boolean alone, Db db, String name) {
        return alone ? null : new Lease(db, name);
    }

    // Names of tasks stay in the database: one that is dropped is deleted there by a migration.
    @Bean
    SharedJob noticesJob(Notices notices) {
        return new SharedJob("notices", SECOND, notices::sweep);
    }

    @Bean
    SharedJob gapsJob(Gaps gaps) {
        return new SharedJob("gaps", SECOND, gaps::sweep);
    }

    @Bean
    SharedJob sourcesJob(Sources sources) {
        return new SharedJob("web", SECOND, sources::sweep);
    }

    @Bean
    SharedJob casesJob(Cases cases) {
        return new SharedJob("cases", MINUTE, cases::sweep);
    }

    @Bean
    SharedJob ticketsJob(Handoff handoff) {
        return new SharedJob("tickets", MINUTE, handoff::sweep);
    }

    @Bean
    SharedJob ratingsJob(Cases cases) {
        return new SharedJob("ratings", HOUR, cases::remind);
    }

    @Bean
    SharedJob opinionsJob(OpinionDesk desk) {
        return new SharedJob("opinions", MINUTE, desk::sweep);
    }

    @Bean
    SharedJob topicsJob(Topics topics) {
        return new SharedJob("topics", MINUTE.multipliedBy(TOPIC_MINUTES), topics::sweep);
    }

    @Bean
    SharedJob activitiesJob(Activities activities) {
        return new SharedJob("activities", MINUTE, activities::sweep);
    }

    @Bean
    SharedJob deliberationsJob(Deliberations deliberations) {
        return new SharedJob("deliberations", MINUTE, deliberations::sweep);
    }

    @Bean
    SharedJob merchantsJob(Merchants merchants) {
        return new SharedJob("merchants", MINUTE, merchants::sweep);
    }

    @Bean
    SharedJob programmeJob(Programme programme) {
        return new SharedJob("programme", MINUTE, programme::sweep);
    }

    @Bean
    SharedJob correctionsJob(CorrectionTraining training, StoreHealth store) {
        return new SharedJob("corrections", MINUTE, now -> learn(training, store, now));
    }

    // Vectors and models can wait for room on the disk.
    private static void learn(CorrectionTraining training, StoreHealth store, Instant now) {
        if (store.isRoomy()) {
            training.sweep(now);
        }
    }

    @Bean
    SharedJob outboxJob(Outbox outbox) {
        return new SharedJob("outbox", MINUTE, outbox::sweep);
    }

    @Bean
    SharedJob photosJob(Photos photos) {
        return new SharedJob("photos", HOUR, photos::sweep);
    }

    @Bean
    SharedJob holdingsJob(Holdings holdings) {
        return new SharedJob("holdings", HOUR, holdings::trim);
    }

    @Bean
    @ConditionalOnExpression("'${spring.datasource.url}'.startsWith('jdbc:hsqldb:file')")
    SharedJob backupJob(Backup backup) {
        return new SharedJob("backup", HOUR, backup::sweep);
    }

    @Bean
    Jobs jobs(Jobs.Own own, List<SharedJob> shared, DataSource database, InstantSource clock) {
        return new Jobs(own, shared, database, clock);
    }

    @Bean
    Opening opening() {
        return new Opening();
    }

    @Bean
    ApplicationRunner firstThings(
            Settings settings, Accounts accounts, Opening opening, InstantSource clock) {
        return arguments -> {
            Instant now = clock.instant();
            try {
                var password = settings.staff().adminPassword();
                opening.password(accounts.ensureAdmin(settings.home(), password, now));
            } catch (StaffRefused e) {
                throw new CannotStart("设置 ximen.staff.admin-password 不能用：" + e.getMessage(), e);
            }
        };
    }
}
