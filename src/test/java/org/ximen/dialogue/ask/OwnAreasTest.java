package org.ximen.dialogue.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.chat.Incoming;
import org.ximen.chat.Sender;
import org.ximen.residents.Residents;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;

/** What is only for another neighbourhood answers nobody who is known to live elsewhere. */
class OwnAreasTest {
    private static final Sender PERSON = new Sender("web", "lane");
    private static final String WENMIAO = "310101019003";
    private static final String DALIN = "310101019002";

    private Street street;
    private int said;

    @BeforeEach
    void open() {
        street = new Street(TestDatabase.HSQLDB.open());
        publish("wenmiao", WENMIAO, "二次供水改造，12月3日9时至17时停水，请提前储水。");
        publish("dalin", "大林居委会", "更换水表，12月5日13时至15时停水，请提前储水。");
        street.settle();
    }

    @AfterEach
    void close() throws IOException {
        street.close();
    }

    private void publish(String id, String area, String body) {
        var head = "---\nkind: NOTICE\ntitle: 停水通知\nareas: [" + area + "]\n---\n";
        street.db.run(() -> street.library.publishWritten(id, head + body, now()));
    }

    private Instant now() {
        return street.clock.instant();
    }

    private void live(String area) {
        var person = street.features.residents().meet(PERSON, now());
        street.features.residents().subscribe(person, area, now());
    }

    private String ask(String question) {
        var words = Incoming.words(PERSON, "said-" + said++, question);
        return street.dialogue.answer(words, now()).toString();
    }

    @Test
    void tellsEverybodyEverythingWhereNothingIsKnown() {
        assertThat(ask("停水通知 几点停水？")).containsAnyOf("12月3日", "12月5日");
        live(Residents.WHOLE_STREET);
        assertThat(ask("更换水表停水是哪天？")).contains("12月5日");
    }

    @Test
    void tellsWhatIsForTheirOwnNeighbourhood() {
        live(WENMIAO);
        assertThat(ask("更换水表停水是哪天？")).doesNotContain("12月5日");
        assertThat(ask("二次供水改造停水是几点？")).contains("12月3日9时");
    }

    @ParameterizedTest
    @ValueSource(strings = {"文庙居委会二次供水改造停水是几点？", "老道前街二次供水改造停水是几点？"})
    void tellsOfTheNeighbourhoodThatIsAskedAbout(String question) {
        live(DALIN);
        assertThat(ask(question)).contains("12月3日9时");
    }

    @Test
    void theNeighbourhoodThatWasAskedAboutStaysInTheNextQuestion() {
        live(WENMIAO);
        assertThat(ask("大林居委会更换水表停水是哪天？")).contains("12月5日13时");
        assertThat(ask("那更换水表停水是几点？")).contains("12月5日13时");
    }
}
