package org.ximen;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
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
import org.ximen.webchat.PagePeople;
import org.ximen.wechat.Wechat;

/** The WeChat account, where a street has one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${ximen.wechat.app-id:}'.isBlank()")
class WechatWiring {
    @Bean(destroyMethod = "close")
    Wechat wechat(Settings settings, Db db, MeterRegistry registry, InstantSource clock) {
        return new Wechat(settings.wechat(), db, registry, clock);
    }

    @Bean
    Channel wechatChannel(Wechat wechat) {
        return wechat.channel();
    }

    @Bean
    PagePeople wechatPeople(Wechat wechat) {
        return wechat::onPage;
    }

    @Bean
    RouterFunction<ServerResponse> wechatRoute(
            Wechat wechat,
            Inbox inbox,
            Dialogue dialogue,
            Outbox outbox,
            Photos photos,
            MeterRegistry registry) {
        wechat.open(inbox, dialogue, outbox, photos, registry);
        return wechat.route();
    }
}
