package org.ximen.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ximen.district.District;
import org.ximen.district.SampleDistrict;
import org.ximen.testing.SharedEmbedder;

/** What says nothing about the matter does not change what is read. */
class MetamorphicTest {
    private static final District STREET = SampleDistrict.open();
    private static final int SAMPLE = 150;
    // A name of another length or a slip may tip what stood on the edge: at most one in twenty.
    private static final double KEPT = 0.94;
    private static final Set<Act> MATTERS =
            Set.of(
                    Act.ASK,
                    Act.REPORT,
                    Act.HELP,
                    Act.SUGGEST,
                    Act.GRIEVANCE,
                    Act.NOTICES,
                    Act.NOT_OURS);
    private static final List<Example> SAID = new ArrayList<>();
    private static final MessageReader READER =
            new MessageReader(SharedEmbedder.INSTANCE, STREET, new ReadingModels());

    @BeforeAll
    static void chooses() {
        var all =
                new ArrayList<>(
                        ExampleBook.shipped().stream()
                                .filter(example -> MATTERS.containsAll(example.acts()))
                                .filter(MetamorphicTest::isFirst)
                                .toList());
        Collections.shuffle(all, new Random(7));
        SAID.addAll(all.subList(0, SAMPLE));
    }

    private static boolean isFirst(Example example) {
        return !example.acts().isEmpty()
                && example.situation().state() == DialogueState.IDLE
                && example.text().length() < 60;
    }

    static Stream<Arguments> changes() {
        var traditional = Transliterator.getInstance("Hans-Hant");
        return Stream.of(
                change("another road", text -> otherRoad(text, "小桃园街")),
                change("a road of a province's name", text -> otherRoad(text, "河南南路")),
                change("a road of an autonomous region's name", text -> otherRoad(text, "西藏南路")),
                change("an origin", text -> "我是安徽人，" + text),
                change("a greeting", text -> "你好，" + text),
                change("a polite end", text -> text + "，谢谢"),
                change("traditional characters", traditional::transliterate),
                change("a character twice", MetamorphicTest::slip));
    }

    private static Arguments change(String name, UnaryOperator<String> change) {
        return Arguments.of(name, change);
    }

    private static String otherRoad(String text, String road) {
        return STREET.placesIn(text).stream()
                .flatMap(span -> span.address().names().stream())
                .filter(name -> name.endsWith("路") || name.endsWith("街"))
                .filter(text::contains)
                .findFirst()
                .map(name -> text.replace(name, road))
                .orElse(text);
    }

    private static String slip(String text) {
        int at = text.length() / 2;
        return text.substring(0, at) + text.charAt(at) + text.substring(at);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void theActStays(String name, UnaryOperator<String> change) {
        var changed =
                SAID.stream()
                        .filter(example -> !change.apply(example.text()).equals(example.text()))
                        .toList();
        assertThat(changed).isNotEmpty();
        var other = changed.stream().filter(example -> !isKept(example, change)).toList();
        assertThat(other.size())
                .as(() -> name + " of " + changed.size() + ": " + texts(other))
                .isLessThanOrEqualTo((int) Math.ceil(changed.size() * (1 - KEPT)));
    }

    private static boolean isKept(Example example, UnaryOperator<String> change) {
        var before = READER.read(example.text(), Situation.IDLE).act();
        return READER.read(change.apply(example.text()), Situation.IDLE).act() == before;
    }

    private static List<String> texts(List<Example> examples) {
        return examples.stream().map(Example::text).toList();
    }
}
