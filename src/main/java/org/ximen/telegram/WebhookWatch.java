package org.ximen.telegram;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;

/**
 * Who is called cannot hear that nobody calls: asks Telegram every minute where it brings updates,
 * puts right what another program changed, and tells staff when Telegram does not get through.
 */
final class WebhookWatch {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final BotApi api;
    private final Introduction introduction;
    private final Alarms alarms;
    private final InstantSource clock;

    WebhookWatch(BotApi api, Introduction introduction, Alarms alarms, InstantSource clock) {
        this.api = api;
        this.introduction = introduction;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** One look; says how long to rest before the next. */
    Duration round() {
        try {
            look(api.call(new GetWebhookInfo()));
            alarms.end(Alarms.Kind.TOKEN);
        } catch (Refused e) {
            refused(e);
        } catch (Unreachable e) {
            alarms.outage(e, clock.instant());
        }
        return MINUTE;
    }

    private void look(WebhookInfo info) throws Refused, Unreachable {
        if (!introduction.isHooked(String.valueOf(info.getUrl()))) {
            raise(Alarms.Kind.CONFLICT, "另一个程序改了 webhook，已改回来");
            introduction.hook();
        } else {
            alarms.end(Alarms.Kind.CONFLICT);
        }
        if (isFresh(info.getLastErrorDate())) {
            raise(Alarms.Kind.OUTAGE, "Telegram 送不到 webhook：" + info.getLastErrorMessage());
        } else {
            alarms.end(Alarms.Kind.OUTAGE);
        }
    }

    private boolean isFresh(@Nullable Integer at) {
        return at != null && clock.instant().minus(MINUTE.multipliedBy(2)).getEpochSecond() < at;
    }

    private void refused(Refused e) {
        if (e.meaning() == Refused.Meaning.TOKEN) {
            raise(Alarms.Kind.TOKEN, String.valueOf(e.getMessage()));
        } else {
            alarms.outage(e, clock.instant());
        }
    }

    private void raise(Alarms.Kind kind, String words) {
        alarms.raise(kind, words, clock.instant());
    }
}
