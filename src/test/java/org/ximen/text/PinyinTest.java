package org.ximen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PinyinTest {
    private static String read(String words) {
        return words.chars()
                .mapToObj(one -> Pinyin.of((char) one))
                .collect(Collectors.joining(" "));
    }

    @Test
    void readsCharactersWithoutTones() {
        assertThat(read("居住证")).isEqualTo("ju zhu zheng");
        assertThat(read("绿女略")).isEqualTo("lv nv lve");
    }

    @Test
    void readsNothingElse() {
        assertThat(read("a1，の")).isBlank();
        assertThat(Pinyin.all('?')).isEmpty();
    }

    @Test
    void knowsTheSecondReading() {
        assertThat(Pinyin.all('弄')).containsExactly("nong", "long");
        assertThat(Pinyin.all('居')).isEqualTo(List.of("ju"));
    }

    @Test
    void takesAwayToneMarks() {
        assertThat(Pinyin.toneless("jū zhù lǜ")).isEqualTo("ju zhu lv");
    }

    @Test
    void doesNotTellApartWhatManyDoNot() {
        assertThat(Pinyin.near("zheng")).isEqualTo(Pinyin.near("zen"));
        assertThat(Pinyin.near("ning")).isEqualTo(Pinyin.near("lin"));
        assertThat(Pinyin.near("shan")).isEqualTo("san");
        assertThat(Pinyin.near("zhuang")).isEqualTo("zuan");
        assertThat(Pinyin.near("gong")).isEqualTo("gong");
        assertThat(Pinyin.near("n")).isEqualTo("n");
    }
}
