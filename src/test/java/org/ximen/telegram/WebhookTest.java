package org.ximen.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.ximen.played.PlayedTelegram;
import org.ximen.testing.Bot;

/** Who is called notices when nobody calls. */
class WebhookTest extends OnTelegram {
    private static final URI OURS = URI.create("http://127.0.0.1:1/bot/updates");

    @Override
    TelegramSettings settings() {
        var plain = Bot.settings(played);
        return new TelegramSettings(
                plain.token(),
                plain.api(),
                TelegramSettings.Mode.WEBHOOK,
                OURS,
                null,
                null,
                plain.pollSeconds(),
                plain.limits());
    }

    @Test
    void aWebhookThatAnotherProgramChangedIsPutRight() throws Exception {
        introduce();
        assertThat(call("getWebhookInfo")).contains(OURS.toString());
        call("setWebhook?url=http://127.0.0.1:2/other");
        clock.pass(bot.telegram.fetch());
        assertThat(call("getWebhookInfo")).contains(OURS.toString());
        assertThat(bot.alarms("CONFLICT")).isEqualTo(1);
        call("deleteWebhook");
        clock.pass(bot.telegram.fetch());
        assertThat(call("getWebhookInfo")).contains(OURS.toString());
    }

    @Test
    void aRevokedTokenIsNoticed() {
        introduce();
        played.revokeToken(true);
        bot.telegram.fetch();
        played.revokeToken(false);
        assertThat(bot.alarms("TOKEN")).isEqualTo(1);
    }

    @Test
    void everyMachineMakesTheSameSecretAndAnotherTokenAnother() {
        assertThat(secretOf(PlayedTelegram.TOKEN))
                .isEqualTo(secretOf(PlayedTelegram.TOKEN))
                .matches("[A-Za-z0-9_-]{32,256}")
                .isNotEqualTo(secretOf("1:another"));
    }

    private void introduce() {
        bot.telegram.fetch();
        bot.telegram.fetch();
    }

    private String secretOf(String token) {
        var plain = settings();
        var other =
                new TelegramSettings(
                        token,
                        plain.api(),
                        plain.mode(),
                        OURS,
                        null,
                        null,
                        plain.pollSeconds(),
                        plain.limits());
        return Introduction.secret(other);
    }

    private String call(String method) throws Exception {
        var url = URI.create(played.base() + "/bot" + PlayedTelegram.TOKEN + "/" + method);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
        }
    }
}
