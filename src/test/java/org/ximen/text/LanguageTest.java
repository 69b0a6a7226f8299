package org.ximen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @ValueSource(strings = {"hello", "the lamp is broken", "no water", "/report no light here"})
    void isEnglish(String plain) {
        assertThat(Language.in(plain)).contains(Language.EN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how do i get a residence permit 居住证",
                "does 文庙 book market still happen on sundays?"
            })
    void aChineseNameAmongEnglishWordsIsEnglish(String plain) {
        assertThat(Language.in(plain)).contains(Language.EN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wifi password是多少",
                "有什么 activity 吗 this week",
                "wenmiao lu zenme zou, 地铁几号口出",
                "翻译一下 i will be there"
            })
    void englishWordsAmongChineseOnesAreChinese(String plain) {
        assertThat(Language.in(plain)).contains(Language.ZH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "wifi", "juzhuzheng", "wen miao lu", "xm-20261123-0001", "/help"})
    void tellsNoLanguage(String plain) {
        assertThat(Language.in(plain)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start binding", "/status", "12345", ""})
    void aCommandWithACodeIsOfNoLanguage(String plain) {
        assertThat(Language.in(plain)).isEmpty();
    }

    @Test
    void momentsAreWrittenAsPeopleReadThem() {
        var at = ZonedDateTime.of(2026, 11, 23, 16, 0, 0, 0, ZoneOffset.UTC);
        assertThat(Language.ZH.moment(at)).isEqualTo("11月23日 16:00");
        assertThat(Language.EN.moment(at)).isEqualTo("23 Nov 16:00");
        assertThat(Language.EN.moment(at, at.plusYears(1))).isEqualTo("23 Nov 2026 16:00");
        assertThat(Language.ZH.moment(at, at.plusYears(1))).isEqualTo("2026年11月23日 16:00");
    }
}
