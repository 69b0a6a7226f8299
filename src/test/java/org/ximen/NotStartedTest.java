package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class NotStartedTest {
    @TempDir Path folder;

    private static String why(Throwable failure) {
        var environment = new StandardEnvironment();
        Map<String, Object> settings =
                Map.of(
                        "server.address",
                        "10.9.8.7",
                        "server.port",
                        8080,
                        "spring.datasource.url",
                        "jdbc:postgresql://db/ximen?password=secret");
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return new Reason(environment).of(new IllegalStateException("bean", failure)).orElse("");
    }

    @Test
    void aTakenPortNamesThePortAndTheSetting() {
        assertThat(why(new PortInUseException(8080, new BindException())))
                .isEqualTo(
                        "端口 8080 已被别的程序占用。请先停掉那个程序，或换一个端口：启动时加 --server.port=8081，"
                                + "或写在 config/application.yaml 的 server.port。");
        assertThat(why(new BindException("Cannot assign"))).contains("10.9.8.7:8080", "0.0.0.0");
    }

    @ParameterizedTest
    @CsvSource({"08001,连不上", "28P01,用户名或密码不对", "3D000,还没有建", "XX000,打不开"})
    void aDatabaseThatDoesNotOpenIsToldWithoutItsPassword(String state, String said) {
        assertThat(why(new SQLException("why", state)))
                .contains(said, "jdbc:postgresql://db/ximen")
                .doesNotContain("secret");
    }

    @Test
    void whatNobodyKnowsIsLeftToTheDetails() {
        assertThat(why(new IllegalStateException("no idea"))).isEmpty();
        assertThat(why(new AccessDeniedException("data/index"))).contains("没有权限读写 data/index");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keep-days: abc | 设置 ximen.keep-days 的值“abc”不能用（application.yaml 第 2 行），应为整数。",
                "embedding: maybe | “maybe”不能用（application.yaml 第 2 行），应为 true 或 false。",
                "telegram.mode: pull | 第 2 行），可以写：polling、webhook。",
                "telegram.poll-seconds: 99 | 设置 ximen.telegram.poll-seconds 应为 1 到 50",
                "telegram.proxy: 'http://u:secret@x' | 设置 ximen.telegram.proxy 要写全",
                "telegram.api: 'a b' | 设置 ximen.telegram.api 的值“a b”不能用（application.yaml 第 2"
                        + " 行），应为网址",
            })
    void aWrongValueNamesItsPlaceAndWhatIsWanted(String line, String said) throws IOException {
        var environment = UnknownSettingsTest.file("ximen:\n  " + line + "\n");
        var binder = Binder.get(environment);
        assertThatThrownBy(() -> binder.bindOrCreate("ximen", Settings.class))
                .satisfies(failure ->
                        assertThat(why(failure)).contains(said).doesNotContain("secret", "java"));
    }

    @Test
    void aHomeThatNobodyMayWriteToIsToldWithItsName() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> HomeLock.take(file.resolve("home")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll(file.toString(), "不能写入", "--ximen.home=");
    }

    @Test
    void aRealStartWithAWrongFileEndsInOneSentence() throws Exception {
        var config = Files.createDirectories(folder.resolve("config"));
        for (var name :
                List.of(
                        "categories.yaml",
                        "dangers.yaml",
                        "notours.yaml",
                        "places.yaml",
                        "synonyms.yaml",
                        "workdays.yaml")) {
            Files.copy(Path.of("config", name), config.resolve(name));
        }
        var district = config.resolve("district.yaml");
        var text = Files.readString(Path.of("config/district.yaml"));
        Files.writeString(district, text.replaceFirst("name:", "nmae:"));
        long wrong = text.substring(0, text.indexOf("name:")).lines().count() + 1;
        var ended =
                run(
                        "--ximen.home=" + folder.resolve("home"),
                        "--ximen.district=" + district,
                        "--ximen.embedding=false");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output())
                .endsWith(
                        "西门小助没有启动：配置文件 "
                                + district
                                + " 有误：第 "
                                + wrong
                                + " 行：不认识“nmae”，是不是“name”？改好后再启动一次。\n")
                .doesNotContain("\tat ", "Exception");
        var first = ended.output().substring(0, "2026-11-26 07:05".length());
        var logged = LocalDateTime.parse(first, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
        assertThat(Duration.between(logged, LocalDateTime.now(ZoneId.of("Asia/Shanghai"))))
                .as("log lines are by the street's clock")
                .isLessThan(Duration.ofMinutes(10));
    }

    @Test
    void helpIsPrintedAndNothingStarts() throws Exception {
        var ended = run("--help");
        assertThat(ended.code()).isZero();
        assertThat(ended.output())
                .contains("config/application.yaml", "--server.port=8081", "evaluate", "demo");
    }

    // They bring settings of their own for the log.
    private static String withoutTests(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private record Ended(int code, String output) {}

    private static Ended run(String... options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx300m"));
        command.add("-Duser.timezone=America/New_York");
        command.addAll(List.of("-cp", withoutTests(System.getProperty("java.class.path"))));
        command.add(Launcher.class.getName());
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
