package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

@ExtendWith(OutputCaptureExtension.class)
class UnknownSettingsTest {
    private static final LoggingSystem LOGGING =
            LoggingSystem.get(UnknownSettingsTest.class.getClassLoader());

    @AfterEach
    void quietAgain() {
        LOGGING.setLogLevel("org.ximen.UnknownSettings", null);
    }

    private static ConfigurableEnvironment with(PropertySource<?> source) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(source);
        return environment;
    }

    /** The lines as {@code config/application.yaml}. */
    static ConfigurableEnvironment file(String lines) throws IOException {
        var resource =
                new ByteArrayResource(lines.getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public String getFilename() {
                        return "application.yaml";
                    }
                };
        return with(new YamlPropertySourceLoader().load("file", resource).getFirst());
    }

    @Test
    void aMisspeltNameKeepsTheProductFromStarting() throws IOException {
        var environment =
                file("ximen:\n  backups: 3\n  telegram:\n    tokn: secret\n  hom: data\n");
        assertThatThrownBy(() -> UnknownSettings.check(environment))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "不认识设置 ximen.hom（application.yaml 第 5 行），是不是 ximen.home？ "
                                + "ximen.telegram.tokn（application.yaml 第 4 行），"
                                + "是不是 ximen.telegram.token？改好后再启动一次。");
    }

    @Test
    void aNameInTheWrongPlaceIsToldTheRightOne() {
        var line = new SimpleCommandLinePropertySource("--ximen.admin-password=x");
        assertThatThrownBy(() -> UnknownSettings.check(with(line)))
                .hasMessageContaining(
                        "ximen.admin-password（写在命令行里），是不是 ximen.staff.admin-password？");
    }

    @Test
    void aMisspeltListOfKeysIsToldToo() {
        var line = new SimpleCommandLinePropertySource("--ximen.open311.api-key=x");
        assertThatThrownBy(() -> UnknownSettings.check(with(line)))
                .hasMessageContaining("ximen.open311.api-key（写在命令行里），是不是 ximen.open311.api-keys？");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XIMEN_OPEN311_APIKEYS",
                "XIMEN_KEEP_DAYS",
                "XIMEN_KEEPDAYS",
                "XIMEN_TELEGRAM_LIMITS_PERSECOND"
            })
    void knowsVariablesHoweverTheyAreWritten(String name) {
        assertThatCode(() -> UnknownSettings.check(with(variable(name))))
                .doesNotThrowAnyException();
    }

    @Test
    void aMisspeltVariableKeepsItFromStartingToo() {
        assertThatThrownBy(() -> UnknownSettings.check(with(variable("XIMEN_TELEGRAM_TOKN"))))
                .hasMessageContaining("ximen.telegram.tokn（写在环境变量里），是不是 ximen.telegram.token？");
    }

    private static SystemEnvironmentPropertySource variable(String name) {
        return new SystemEnvironmentPropertySource("systemEnvironment", Map.of(name, "1"));
    }

    @Test
    void whatIsLikeNoneOfOursIsOnlyWarnedOf(CapturedOutput output) throws IOException {
        LOGGING.setLogLevel("org.ximen.UnknownSettings", LogLevel.WARN);
        UnknownSettings.check(file("ximen:\n  weather:\n    base-url: x\n  map:\n"));
        UnknownSettings.check(
                with(
                        new SimpleCommandLinePropertySource(
                                "--ximen.open311.keys=x", "--ximen.sms.token=x")));
        assertThat(output)
                .doesNotContain("ximen.map")
                .contains(
                        "不认识设置 ximen.weather.base-url（application.yaml 第 3 行），它没有起作用",
                        "不认识设置 ximen.open311.keys（写在命令行里），它没有起作用");
    }
}
