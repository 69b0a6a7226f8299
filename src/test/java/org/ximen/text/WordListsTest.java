package org.ximen.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordListsTest {
    private final WordLists lists = WordLists.beside(WordListsTest.class, "lists.properties");

    @Test
    void wordsAreApartByBlanksAndMayHoldOne() {
        assertThat(lists.list("days")).containsExactly("今天", "right now", "明天");
        assertThat(lists.pairs("stairs")).containsEntry("landing", "楼梯口").hasSize(2);
        assertThat(lists.line("label")).contains("导入 12345 工单");
        assertThat(lists.line("other")).isEmpty();
    }

    @Test
    void theLongerWordIsFoundFirst() {
        assertThat("大门口".replaceFirst(lists.any("gates"), "")).isEmpty();
        assertThat("大门边".replaceFirst(lists.any("gates", "days"), "")).isEqualTo("边");
        assertThat(WordLists.alternatives(Stream.of("口", "大门口"))).isEqualTo("(?:大门口|口)");
    }

    @Test
    void aListThatIsMissingIsNamed() {
        assertThatThrownBy(() -> lists.list("none")).hasMessage("lists.properties: none");
    }

    @Test
    void aListWithoutWordsIsNamed() {
        assertThatThrownBy(() -> lists.any("days", "empty"))
                .hasMessage("lists.properties: no word under empty");
        assertThat(lists.line("empty")).contains("");
    }
}
