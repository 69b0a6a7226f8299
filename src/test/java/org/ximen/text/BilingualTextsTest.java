package org.ximen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ximen.handoff.Handoff;

/** What is said, in both languages. */
class BilingualTextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    // Officers of a Chinese street work in Chinese.
    private static final Path FOR_STAFF = Path.of("dialogue", "officer", "words.properties");
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}，。：；！？（）]");

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            return all.filter(file -> file.endsWith("words.properties"))
                    .filter(file -> !file.endsWith(FOR_STAFF))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyChineseTextHasAnEnglishOneThatIsEnglish(Path file) throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            texts.load(in);
        }
        for (var key : texts.stringPropertyNames()) {
            if (key.endsWith(".zh")) {
                var english = texts.getProperty(key.replaceFirst("zh$", "en"));
                assertThat(english).as(key).isNotNull();
                assertThat(CHINESE.matcher(english).find()).as(english).isFalse();
            }
        }
    }

    @Test
    void aValueIsNeverTakenForAPlaceOfAnother() {
        var texts = new BilingualTexts(Handoff.class);
        assertThat(texts.say(Language.EN, "kept", "{1}", "today"))
                .isEqualTo("talk with our staff no. {1} (today)");
    }
}
