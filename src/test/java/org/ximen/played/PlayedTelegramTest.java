package org.ximen.played;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ximen.testing.SettableClock;
import tools.jackson.databind.JsonNode;

/** The played Telegram keeps the rules of the real one, as far as our bot meets them. */
class PlayedTelegramTest {
    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");
    private final PlayedTelegram played = PlayedTelegram.start(clock);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        played.close();
        http.close();
    }

    private JsonNode call(String method, String json) {
        return call(PlayedTelegram.TOKEN, method, json);
    }

    private JsonNode call(String token, String method, String json) {
        var request =
                HttpRequest.newBuilder(URI.create(played.base() + "/bot" + token + "/" + method))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build();
        try {
            return Arguments.JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode updates(int offset) {
        return call("getUpdates", "{\"offset\":" + offset + ",\"timeout\":0}").path("result");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sendMessage     | {"chat_id":5,"text":"x"}                                   | 400 | Bad Request: chat not found
                    sendMessage     | {"chat_id":1001,"text":" "}                                | 400 | Bad Request: message text is empty
                    sendMessage     | {"chat_id":1001,"text":"<b>x","parse_mode":"HTML"}         | 400 | Bad Request: can't parse entities
                    sendMessage     | {"chat_id":1001,"text":"<x>x</x>","parse_mode":"HTML"}     | 400 | Bad Request: can't parse entities
                    sendMessage     | {"chat_id":1001,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a"}]]}} | 400 | Bad Request: BUTTON_DATA_INVALID
                    sendMessage     | {"chat_id":1002,"text":"x"}                                | 403 | Forbidden: bot can't initiate conversation with a user
                    sendMessage     | {"chat_id":1003,"text":"x"}                                | 403 | Forbidden: bot was blocked by the user
                    editMessageText | {"chat_id":1001,"message_id":77,"text":"x"}                | 400 | Bad Request: message to edit not found
                    answerCallbackQuery | {"callback_query_id":"1"}                              | 400 | Bad Request: query is too old and response timeout expired
                    getFile         | {"file_id":"x"}                                            | 400 | Bad Request: wrong file_id or the file is temporarily unavailable
                    fly             | {}                                                         | 404 | Not Found: method not found
                    """)
    void refusesInTheWordsOfTheOfficialServer(
            String method, String json, int code, String description) {
        played.user("a").begin();
        played.user("b");
        played.user("c").blockSilently();
        var answer = call(method.strip(), json.strip());
        assertThat(answer.path("ok").asBoolean()).isFalse();
        assertThat(answer.path("error_code").asInt()).isEqualTo(code);
        assertThat(answer.path("description").asString()).startsWith(description);
    }

    @Test
    void knowsOneTokenAndTakesMethodsInAnyCase() {
        assertThat(call("1:x", "getMe", "{}").path("error_code").asInt()).isEqualTo(401);
        assertThat(call("GETME", "{}").path("result").path("username").asString())
                .isEqualTo("ximen_test_bot");
    }

    @Test
    void readsMarksAndCountsLengthsAfterThem() {
        played.user("a").begin();
        var said =
                call(
                                "sendMessage",
                                "{\"chat_id\":\"1001\",\"parse_mode\":\"HTML\",\"text\":\"<b>"
                                        + "好".repeat(4096)
                                        + "</b>\"}")
                        .path("result");
        assertThat(said.path("text").asString()).hasSize(4096);
        assertThat(said.path("entities").path(0).path("type").asString()).isEqualTo("bold");
        var tooLong = "{\"chat_id\":1001,\"text\":\"" + "x".repeat(4097) + "\"}";
        assertThat(call("sendMessage", tooLong).path("description").asString())
                .isEqualTo("Bad Request: message is too long");
    }

    @Test
    void offersUpdatesUntilTheyAreConfirmed() {
        var user = played.user("a");
        user.say("一");
        user.say("二");
        var first = updates(0);
        assertThat(first).hasSize(2);
        assertThat(updates(0)).as("not confirmed yet").isEqualTo(first);
        int id = first.path(0).path("update_id").asInt();
        assertThat(updates(id + 1)).hasSize(1);
        assertThat(updates(id + 2)).isEmpty();
    }

    @Test
    void answersAnUnknownOffsetFromTheHeadAfterCountingAnew() {
        played.resetUpdateIds(7);
        played.user("a").say("一");
        assertThat(updates(5000).path(0).path("update_id").asInt()).isEqualTo(7);
    }

    @Test
    void dropsPressesAfterTwoAndAHalfMinutesAndMessagesAfterADay() {
        var user = played.user("a");
        user.begin();
        call(
                "sendMessage",
                """
                {"chat_id":1001,"text":"x","reply_markup":
                 {"inline_keyboard":[[{"text":"是","callback_data":"yes"}]]}}
                """);
        user.press("是");
        user.say("x");
        clock.pass(Duration.ofSeconds(151));
        assertThat(played.pendingUpdates()).isEqualTo(1);
        clock.pass(Duration.ofDays(1));
        assertThat(played.pendingUpdates()).isZero();
    }

    @Test
    void anUpdateWakesALongPollAndASecondPollEndsIt() {
        var poll = CompletableFuture.supplyAsync(() -> call("getUpdates", "{\"timeout\":50}"));
        org.awaitility.Awaitility.await().until(played::pollIsOpen);
        played.user("a").say("x");
        assertThat(poll.join().path("result")).hasSize(1);
        int next = poll.join().path("result").path(0).path("update_id").asInt() + 1;
        var other =
                CompletableFuture.supplyAsync(
                        () -> call("getUpdates", "{\"timeout\":50,\"offset\":" + next + "}"));
        org.awaitility.Awaitility.await().until(played::pollIsOpen);
        call("getUpdates", "{\"timeout\":0,\"offset\":" + next + "}");
        assertThat(other.join().path("error_code").asInt()).isEqualTo(409);
    }

    @Test
    void pollingAndAWebhookExcludeEachOther() {
        call("setWebhook", "{\"url\":\"http://127.0.0.1:1/\"}");
        assertThat(call("getUpdates", "{}").path("description").asString())
                .startsWith("Conflict: can't use getUpdates method while webhook is active");
        var bad = call("setWebhook", "{\"url\":\"http://127.0.0.1:1/\",\"secret_token\":\"a b\"}");
        assertThat(bad.path("error_code").asInt()).isEqualTo(400);
    }

    @Test
    void whoSendsTooFastIsToldToWaitAndFasterCallsAreNoticed() {
        played.user("a").begin();
        var hello = "{\"chat_id\":1001,\"text\":\"x\"}";
        for (int i = 0; i < 3; i++) {
            assertThat(call("sendMessage", hello).path("ok").asBoolean()).isTrue();
        }
        var refused = call("sendMessage", hello);
        assertThat(refused.path("parameters").path("retry_after").asInt()).isEqualTo(1);
        assertThat(refused.path("description").asString())
                .isEqualTo("Too Many Requests: retry after 1");
        call("sendMessage", hello);
        assertThat(played.callsDuringWait()).hasSize(1);
        clock.pass(Duration.ofSeconds(1));
        assertThat(call("sendMessage", hello).path("ok").asBoolean()).isTrue();
    }

    @Test
    void aGroupTakesTwentyMessagesAMinute() {
        var group = played.group("g");
        var hello = "{\"chat_id\":" + group.id() + ",\"text\":\"x\"}";
        for (int i = 0; i < 20; i++) {
            assertThat(call("sendMessage", hello).path("ok").asBoolean()).isTrue();
        }
        assertThat(call("sendMessage", hello).path("error_code").asInt()).isEqualTo(429);
    }

    @Test
    void anEditThatChangesNothingIsRefused() {
        played.user("a").begin();
        var id =
                call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"}")
                        .path("result")
                        .path("message_id")
                        .asInt();
        var same =
                call(
                        "editMessageText",
                        "{\"chat_id\":1001,\"text\":\"x\",\"message_id\":" + id + "}");
        assertThat(same.path("description").asString())
                .startsWith("Bad Request: message is not modified");
    }

    @Test
    void asksOnlyForTheKindsThatAreWanted() {
        call("getUpdates", "{\"timeout\":0,\"allowed_updates\":[\"message\"]}");
        var user = played.user("a");
        user.block();
        user.unblock();
        user.say("x");
        assertThat(updates(0)).hasSize(1);
    }

    @Test
    void aMessageOfAMovedGroupIsToldWhereItWent() {
        var group = played.group("g");
        var old = group.id();
        group.migrate();
        var answer = call("sendMessage", "{\"chat_id\":" + old + ",\"text\":\"x\"}");
        assertThat(answer.path("parameters").path("migrate_to_chat_id").asLong())
                .isEqualTo(group.id());
    }

    @Test
    void goesDownWhileConnectionsEndByThemselves() throws Exception {
        var address = URI.create(played.base());
        for (int round = 0; round < 100; round++) {
            for (int i = 0; i < 20; i++) {
                new Socket(address.getHost(), address.getPort()).close();
            }
            played.goDown();
            played.comeBack();
        }
        assertThat(call("getMe", "{}").path("ok").asBoolean()).isTrue();
    }
}
