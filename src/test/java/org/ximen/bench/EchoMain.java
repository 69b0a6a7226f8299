package org.ximen.bench;

import java.net.URI;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * The echo bot of the telegrambots examples, to compare with: long polling and client as the
 * library makes them, every update answered before the next.
 */
public final class EchoMain {
    private EchoMain() {}

    /**
     * @param args base address, token
     */
    public static void main(String[] args) throws Exception {
        var base = URI.create(args[0]);
        var url =
                TelegramUrl.builder()
                        .schema(base.getScheme())
                        .host(base.getHost())
                        .port(base.getPort())
                        .build();
        var client = new OkHttpTelegramClient(args[1], url);
        LongPollingUpdateConsumer echo =
                updates ->
                        updates.forEach(update ->
                                answer(
                                        client,
                                        update.getMessage().getChatId(),
                                        update.getMessage().getText()));
        try (var application = new TelegramBotsLongPollingApplication()) {
            application.registerBot(args[1], () -> url, new DefaultGetUpdatesGenerator(), echo);
            Thread.currentThread().join();
        }
    }

    private static void answer(OkHttpTelegramClient client, long chat, String text) {
        try {
            client.execute(SendMessage.builder().chatId(chat).text(text).build());
        } catch (TelegramApiException e) {
            throw new IllegalStateException(e);
        }
    }
}
