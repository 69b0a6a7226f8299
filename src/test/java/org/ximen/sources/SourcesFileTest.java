package org.ximen.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ximen.settings.BadConfig;
import org.ximen.settings.ConfigFile;

class SourcesFileTest {
    private static final Path SHIPPED = Path.of("config/sources.yaml");
    private static final String GOOD =
            """
            sources:
              - name: 区政府
                list: https://www.example.gov.cn/tzgg/index.html
                kind: notice
            """;

    @TempDir Path home;

    private ConfigFile<SourcesFile> read(String yaml) throws IOException {
        var file = home.resolve("sources.yaml");
        Files.writeString(file, yaml);
        return new ConfigFile<>(file, SourcesFile.class);
    }

    @Test
    void asShippedNothingLeavesTheHouse() {
        assertThat(new ConfigFile<>(SHIPPED, SourcesFile.class).get().sources()).isEmpty();
    }

    @Test
    void theExampleOfTheShippedFileIsGood() throws IOException {
        var example =
                Files.readString(SHIPPED).replace("  # - name", "  - name").replace("  #  ", "   ");
        var source = read(example).get().sources().getFirst();
        assertThat(source.name()).isEqualTo("区政府通知公告");
        assertThat(source.interval()).isEqualTo(Duration.ofHours(12));
        assertThat(source.head()).containsEntry("kind", "NOTICE");
        assertThat(source.allowed().allowed()).contains("files.example.gov.cn");
    }

    @Test
    void whatIsNotSaidHasASensibleValue() throws IOException {
        var source = read(GOOD).get().sources().getFirst();
        assertThat(source.interval()).isEqualTo(Duration.ofDays(1));
        assertThat(source.mostPages()).isEqualTo(50);
        assertThat(source.mostLists()).isEqualTo(1);
        var hosts = source.allowed();
        assertThat(hosts.refusal(HttpUrl.get("https://www.example.gov.cn/a.html"))).isNull();
        assertThat(hosts.refusal(HttpUrl.get("http://www.example.gov.cn:8080/"))).contains("8080");
        assertThat(hosts.refusal(HttpUrl.get("https://www.example.gov.cn.evil.cn/"))).isNotNull();
    }

    @Test
    void anEmptyFileFollowsNobody() throws IOException {
        assertThat(read("sources:\n").get().sources()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    list: ftp://www.example.gov.cn/     | list 应是 http(s):// 开头的网址
                    hours: 0                            | hours 应在 1 到 744 之间
                    pages: 100000                       | pages 应在 1 到 500 之间
                    lists: 21                           | lists 应在 1 到 20 之间
                    kind: leaflet                       | kind 写错了
                    audience: [everybody]               | audience 写错了
                    links: "a[["                        | links 不是 CSS 选择器
                    pattern: "("                        | pattern 不是正则表达式
                    hosts: [other.gov.cn]               | 网站 www.example.gov.cn 不在 hosts 名单里
                    hosts: ["https://www.example.gov.cn"] | 不带 http://
                    every: 12                           | every
                    """)
    void whatIsWrongIsSaidWithItsLine(String line, String why) {
        var good = line.startsWith("list:") ? GOOD.replaceAll("(?m)^ *list:.*\\n", "") : GOOD;
        var yaml = line.startsWith("kind") ? good.replace("    kind: notice\n", "") : good;
        assertThatThrownBy(() -> read(yaml + "    " + line + "\n"))
                .isInstanceOf(BadConfig.class)
                .hasMessageContaining("sources.yaml")
                .hasMessageContaining(why)
                .hasMessageContaining("行");
    }

    @Test
    void aWrongChangeKeepsTheOldFile() throws IOException {
        var file = read(GOOD);
        Files.writeString(
                home.resolve("sources.yaml"),
                GOOD + GOOD.lines().skip(1).collect(Collectors.joining("\n")));
        assertThat(file.refresh()).isFalse();
        assertThat(file.get().sources()).hasSize(1);
    }

    @Test
    void weSayWhoWeAre() {
        var file = new SourcesFile("it@street.example", java.util.List.of());
        assertThat(file.agent()).contains("XimenBot/1.0").endsWith("it@street.example)");
        assertThatThrownBy(() -> new SourcesFile("街道\r\nX: y", java.util.List.of()))
                .hasMessageContaining("contact");
    }
}
