package org.ximen.telegram;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** Calls Telegram. A call ends well, is refused, or nobody knows. */
final class BotApi implements AutoCloseable {
    /** The status that {@link #file} gives where the path is not valid any more. */
    static final int FILE_GONE = 410;

    private static final int TOO_LONG = 413;
    private static final int NOT_FOUND = 404;
    private static final Duration FILE = Duration.ofMinutes(2);

    private final OkHttpClient http;
    private final OkHttpClient files;
    private final OkHttpTelegramClient client;
    private final OkHttpTelegramClient patient;
    private final HttpUrl folder;
    private final int patience;

    /**
     * @param token of the bot
     */
    BotApi(TelegramSettings settings, String token) {
        this.http = Lines.open(settings);
        this.files = http.newBuilder().callTimeout(FILE).build();
        this.patience = settings.pollSeconds();
        var url = url(settings.api());
        this.client = new OkHttpTelegramClient(http, token, url);
        // A connection that died without a sign is given up soon after Telegram should have spoken.
        var waits = Duration.ofSeconds(patience).multipliedBy(3).dividedBy(2);
        var patiently = http.newBuilder().readTimeout(waits).callTimeout(waits.multipliedBy(2));
        this.patient = new OkHttpTelegramClient(patiently.build(), token, url);
        this.folder =
                HttpUrl.get(settings.api().toString())
                        .newBuilder()
                        .encodedPath("/file/bot" + token + "/")
                        .build();
    }

    private static TelegramUrl url(URI api) {
        var base = HttpUrl.get(api.toString());
        return TelegramUrl.builder()
                .schema(base.scheme())
                .host(base.host())
                .port(base.port())
                .build();
    }

    /** Calls a method and waits for its result. */
    <T extends Serializable> T call(BotApiMethod<T> method) throws Refused, Unreachable {
        return execute(client, method);
    }

    /** Calls a method whose result does not matter. */
    void tell(BotApiMethod<?> method) throws Refused, Unreachable {
        execute(client, new Told(method));
    }

    /** Sends a picture. */
    void photo(PhotoMessage message) throws Refused, Unreachable {
        attempt(message.getMethod(), () -> client.execute(message));
    }

    /**
     * Waits for updates, each as JSON.
     *
     * @param offset id of the first one wanted; those before are confirmed
     */
    List<String> updates(int offset) throws Refused, Unreachable {
        try {
            return execute(patient, new RawUpdates(offset, patience));
        } catch (Unreachable e) {
            // Where one connection died the others have too.
            http.connectionPool().evictAll();
            throw e;
        }
    }

    /** Asks Telegram to bring updates. */
    void webhook(SetWebhook method) throws Refused, Unreachable {
        attempt(method.getMethod(), () -> client.execute(method));
    }

    private static <T extends Serializable> T execute(
            OkHttpTelegramClient client, BotApiMethod<T> method) throws Refused, Unreachable {
        return attempt(method.getMethod(), () -> client.execute(method));
    }

    private interface Attempt<T> {
        T run() throws TelegramApiException;
    }

    private static <T> T attempt(String name, Attempt<T> attempt) throws Refused, Unreachable {
        try {
            return attempt.run();
        } catch (TelegramApiValidationException e) {
            throw new Refused(400, name + " was not sent: " + e.getMessage(), null, null);
        } catch (TelegramApiRequestException e) {
            throw refused(name, e);
        } catch (TelegramApiException e) {
            throw unreachable(name, e);
        } catch (CancellationException e) {
            throw new Unreachable(name + " was cancelled", true, e);
        }
    }

    private static Refused refused(String method, TelegramApiRequestException e)
            throws Unreachable {
        var code = e.getErrorCode();
        if (code == null || code == 0) {
            throw new Unreachable(method + ": an answer that cannot be read", true, e);
        }
        var more = e.getParameters();
        return new Refused(
                code,
                String.valueOf(e.getApiResponse()),
                more == null ? null : more.getRetryAfter(),
                more == null ? null : more.getMigrateToChatId());
    }

    private static Unreachable unreachable(String method, TelegramApiException e) throws Refused {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Lines.BadGateway gateway && !gateway.mayHaveArrived()) {
                throw new Refused(gateway.status(), "gateway", null, null);
            }
            for (var mark : cause.getSuppressed()) {
                if (mark instanceof Lines.NeverSent) {
                    return new Unreachable(method + ": " + said(e), false, e);
                }
            }
        }
        return new Unreachable(method + ": " + said(e), true, e);
    }

    private static String said(Throwable e) {
        var cause = e.getCause() == null ? e : e.getCause();
        // The token is part of every address.
        var words = String.valueOf(cause.getMessage()).replaceAll("bot\\d+:[\\w-]+", "bot***");
        return cause.getClass().getSimpleName() + " " + words;
    }

    /**
     * Reads a file that a person sent.
     *
     * @param path as getFile said
     * @param most the most bytes that are taken
     * @throws Refused with status {@link #FILE_GONE} if the path is not valid any more, 413 if it
     *     is longer
     */
    byte[] file(String path, int most) throws Refused, Unreachable {
        var url = folder.newBuilder().addPathSegments(path).build();
        var call = files.newCall(new Request.Builder().url(url).build());
        try (var response = call.execute()) {
            if (!response.isSuccessful()) {
                int code = response.code() == NOT_FOUND ? FILE_GONE : response.code();
                throw new Refused(code, "file", null, null);
            }
            var bytes = response.body().byteStream().readNBytes(most + 1);
            if (bytes.length > most) {
                throw new Refused(TOO_LONG, "file is longer than " + most + " bytes", null, null);
            }
            return bytes;
        } catch (IOException e) {
            throw new Unreachable("file: " + e.getClass().getSimpleName(), true, e);
        }
    }

    /** Ends every call that waits. */
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    /** Ends the call that waits for updates. */
    void stopWaiting() {
        http.dispatcher().runningCalls().stream()
                .filter(call -> call.request().url().encodedPath().endsWith("/" + GetUpdates.PATH))
                .forEach(Call::cancel);
    }
}
