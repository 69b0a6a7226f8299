package org.ximen.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ximen.chat.Incoming;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;
import org.ximen.understanding.MessageReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks put together by chance, from what people say in every state. */
class AnySequenceTest {
    private static final int TALKS = 6;
    private static final int LENGTH = 14;
    // What is said with one of these wants to be kept.
    private static final Set<String> TELLING =
            Set.of("report", "supplement", "correct", "urge", "rate", "help");
    private static final Set<String> PASSING = Set.of("inbox", "outbox");
    private static final List<JsonNode> SAID = said("in_the_middle", "next_thing_said");

    private static List<JsonNode> said(String... authors) {
        return Stream.of(authors).flatMap(author -> lines(author).stream()).toList();
    }

    private static List<JsonNode> lines(String author) {
        var name = "examples/" + author + ".jsonl";
        var in = Objects.requireNonNull(MessageReader.class.getResourceAsStream(name), name);
        try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var json = new JsonMapper();
            return reader.readAllLines().stream().map(json::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, TALKS).boxed();
    }

    /** One talk with the product. */
    private static final class Talk {
        final Street street;
        final Sender sender = new Sender("web", "chat-any");
        final List<String> log = new ArrayList<>();
        private int said;

        Talk(Street street) {
            this.street = street;
        }

        List<Reply> say(String words) {
            var message = Incoming.awaited(sender, "m" + said++, words, null, null, List.of());
            var replies = street.dialogue.answer(message, street.clock.instant());
            log.add(words + " → " + replies.stream().map(Reply::text).toList());
            return replies;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsToldAfterAReceiptIsKept(int seed) throws Exception {
        var chance = new Random(seed);
        try (var street = new Street(TestDatabase.HSQLDB.open())) {
            var talk = new Talk(street);
            talk.say("方斜路55号门口路灯不亮");
            talk.say("提交");
            for (int i = 0; i < LENGTH; i++) {
                var said = SAID.get(chance.nextInt(SAID.size()));
                var words = said.get("text").asString();
                talk.say(words);
                if (TELLING.contains(said.get("act").asString())) {
                    assertThat(kept(street)).as(String.join("\n", talk.log)).contains(words);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void helpCancelAndAPersonAlwaysWork(int seed) throws Exception {
        var chance = new Random(seed);
        try (var street = new Street(TestDatabase.HSQLDB.open())) {
            var talk = new Talk(street);
            for (int i = 0; i < LENGTH; i++) {
                talk.say(SAID.get(chance.nextInt(SAID.size())).get("text").asString());
                switch (i % 3) {
                    case 0 ->
                            assertThat(talk.say("/help"))
                                    .last()
                                    .extracting(Reply::kind)
                                    .isEqualTo(Reply.Kind.HELP);
                    case 1 -> {
                        talk.say("取消");
                        assertThat(talk.say("/help"))
                                .last()
                                .extracting(Reply::kind)
                                .isEqualTo(Reply.Kind.HELP);
                    }
                    default ->
                            assertThat(talk.say("转人工"))
                                    .last()
                                    .extracting(Reply::text)
                                    .asString()
                                    .contains("人工");
                }
            }
        }
    }

    /** Every text that stays in the database, besides what merely passes through. */
    private static String kept(Street street) {
        return street
                .db
                .client()
                .sql(
                        """
                        select table_name, column_name from information_schema.columns
                        where table_schema = 'PUBLIC' and data_type like '%CHAR%'\
                        """)
                .query((row, number) -> List.of(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .filter(column ->
                        PASSING.stream()
                                .noneMatch(column.getFirst().toLowerCase(Locale.ROOT)::contains))
                .flatMap(column -> texts(street, column.getFirst(), column.getLast()).stream())
                .filter(Objects::nonNull)
                .reduce("", (all, each) -> all + "\n" + each);
    }

    private static List<String> texts(Street street, String table, String column) {
        return street.db
                .client()
                .sql("select \"" + column + "\" from \"" + table + "\"")
                .query(String.class)
                .list();
    }
}
