package org.ximen.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.ximen.district.DistrictFile;
import org.ximen.workdays.WorkdaysFile;

@ExtendWith(OutputCaptureExtension.class)
class ConfigFileTest {
    private static final LoggingSystem LOGGING =
            LoggingSystem.get(ConfigFileTest.class.getClassLoader());

    @TempDir Path folder;

    @AfterEach
    void quietAgain() {
        LOGGING.setLogLevel("org.ximen.settings", null);
    }

    private Path sample(String name) throws IOException {
        return Files.copy(Path.of("config", name), folder.resolve(name));
    }

    private static void replace(Path file, String old, String fresh) throws IOException {
        var text = Files.readString(file);
        var changed = text.replaceFirst(old, fresh);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "name: 老西门街道 | nmae: 老西门街道 | 第 13 行：不认识“nmae”，是不是“name”？",
                "kind: SUBDISTRICT | kind: STREET | 第 20 行：“STREET”不能用，可以写：SUBDISTRICT、",
                "kind: SUBDISTRICT | kimd: SUBDISTRICT | 第 20 行：不认识“kimd”，是不是“kind”？",
                "kind: SUBDISTRICT | color: SUBDISTRICT | 第 20 行：不认识“color”，这里可以写：",
                "(?m)^areas: | areas: x # | 第 19 行：写法不对，应是一个列表",
                "(?m)^centre: | # centre: | 缺少必须写的内容，没有写的有：centre",
                "name: 老西门街道 | # | 缺少街道的名字：name",
                "(?m)^version: | version: [ | 第 12 行：写法不对，应是文字",
                "(?m)^version: | 'version: \"' | 写法不对，请检查冒号、引号、括号和缩进",
            })
    void saysInPlainWordsWhatIsWrongAndInWhichLine(String old, String fresh, String said)
            throws IOException {
        var file = sample("district.yaml");
        replace(file, old, fresh);
        assertThatThrownBy(() -> new ConfigFile<>(file, DistrictFile.class))
                .isInstanceOf(BadConfig.class)
                .hasMessageContainingAll(file.toString(), said)
                .message()
                .doesNotContain("org.ximen", "java", "Unrecognized", "Cannot", "null");
    }

    @ParameterizedTest
    @CsvSource({
        "from: 08:30,缺少必须写的内容，没有写的有：years",
        "from: 25:99,第 3 行：“25:99”不能用，应是时间，如 08:30",
        "form: 08:30,第 3 行：不认识“form”，是不是“from”？"
    })
    void namesTheValueAndHowToWriteIt(String line, String said) throws IOException {
        var file = folder.resolve("workdays.yaml");
        Files.writeString(file, "version: x\nhours:\n  - {%s, to: \"11:30\"}\n".formatted(line));
        assertThatThrownBy(() -> new ConfigFile<>(file, WorkdaysFile.class))
                .hasMessageContaining(said);
    }

    @Test
    void anAcceptedChangeLeavesALineInTheLog(CapturedOutput output) throws IOException {
        var file = sample("workdays.yaml");
        LOGGING.setLogLevel("org.ximen.settings", LogLevel.INFO);
        var config = new ConfigFile<>(file, WorkdaysFile.class);
        assertThat(config.refresh()).isFalse();
        assertThat(output).doesNotContain("新内容已生效");
        replace(file, "version:", "# looked over\nversion:");
        assertThat(config.refresh()).isTrue();
        assertThat(output).containsOnlyOnce("配置文件 " + file + " 改过了，新内容已生效");
        replace(file, "version:", "vesion:");
        assertThat(config.refresh()).isFalse();
        assertThat(output).contains("第 ", "不认识“vesion”，是不是“version”？", "继续使用原来的配置");
    }
}
