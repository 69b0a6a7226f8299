package org.ximen;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.ximen.chat.Channel;
import org.ximen.db.Db;
import org.ximen.dialogue.Dialogue;
import org.ximen.inbox.Inbox;
import org.ximen.outbox.Outbox;
import org.ximen.photos.Photos;
import org.ximen.staff.StaffMenus;
import org.ximen.telegram.Telegram;

/** The bot, where a street has a token for one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${ximen.telegram.token:}'.isBlank()")
class TelegramWiring {
    @Bean(destroyMethod = "close")
    Telegram telegram(Settings settings, InstantSource clock) {
        var telegram = new Telegram(settings.telegram(), clock);
        if (settings.model().isOn()) {
            telegram.showTyping();
        }
        return telegram;
    }

    @Bean
    Channel telegramChannel(Telegram telegram) {
        return telegram.channel();
    }

    @Bean
    RouterFunction<ServerResponse> telegramRoute(
            Telegram telegram,
            Inbox inbox,
            Dialogue dialogue,
            Outbox outbox,
            Photos photos,
            Db db,
            MeterRegistry registry) {
        var menus = new StaffMenus(db, Telegram.CHANNEL);
        telegram.open(inbox, dialogue, outbox, photos, menus, registry);
        return telegram.route().orElseGet(() -> request -> Optional.empty());
    }
}
