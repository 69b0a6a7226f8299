package org.ximen.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ximen.testing.Player;
import org.ximen.testing.SharedEmbedder;
import org.ximen.testing.TestDatabase;
import org.ximen.testing.Transcript;

class TranscriptTest {
    /** Reading takes its time: nobody is to wait for a transaction meanwhile. */
    @AfterAll
    static void nothingWasReadInTheTransactionOfAMessage() {
        assertThat(SharedEmbedder.INSTANCE.readInTransactions()).isEmpty();
    }

    static Stream<Arguments> everyTranscriptOnEachDatabase() {
        return Transcript.all().stream()
                .flatMap(transcript ->
                        Arrays.stream(TestDatabase.values())
                                .map(database -> Arguments.of(transcript, database)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyTranscriptOnEachDatabase")
    void goesAsWritten(Transcript transcript, TestDatabase database) {
        try (var player = Player.web(database.open())) {
            player.play(transcript);
        }
    }

    static Stream<Transcript> everyTranscript() {
        return Transcript.all().stream();
    }

    /** On one database, since the others are seen by the other channels. */
    @ParameterizedTest(name = "{0} by WeChat")
    @MethodSource("everyTranscript")
    void goesAsWrittenByWechat(Transcript transcript) {
        try (var player = Player.wechat(TestDatabase.HSQLDB.open())) {
            player.play(transcript);
        }
    }

    @ParameterizedTest(name = "{0} {1} by Telegram")
    @MethodSource("everyTranscriptOnEachDatabase")
    void goesAsWrittenByTelegram(Transcript transcript, TestDatabase database) {
        try (var player = Player.telegram(database.open())) {
            player.play(transcript);
        }
    }
}
