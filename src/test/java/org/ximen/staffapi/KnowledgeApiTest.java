package org.ximen.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.sources.Source;
import org.ximen.sources.Sources;
import org.ximen.sources.SourcesFile;
import org.ximen.staff.Role;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class KnowledgeApiTest {
    @TempDir Path home;

    @Test
    void anEditorSeesWhatBecameOfEachFile() throws Exception {
        var clock = new SettableClock("2026-11-23T02:00:00Z");
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        office.hire(Role.EDITOR, home, clock.instant());
        var folder = Files.createDirectories(home.resolve("no-articles"));
        Files.writeString(folder.resolve("a.txt"), "某某办法\n第一条 本办法自2026年1月1日起施行。");
        Files.writeString(folder.resolve("b.pdf"), "broken");
        office.library.refresh(clock.instant());
        try (var server = new StaffServer(office, clock)) {
            var answer = server.call("GET", "editor", "/api/staff/knowledge/imports", null);
            assertThat(answer.status()).isEqualTo(200);
            var taken = answer.json().get(0);
            assertThat(taken.get("file").asString()).isEqualTo("a.txt");
            assertThat(taken.get("state").asString()).isEqualTo("TAKEN");
            assertThat(taken.get("title").asString()).isEqualTo("某某办法");
            assertThat(taken.get("at").asString()).isEqualTo("2026-11-23T02:00:00Z");
            var effective = taken.get("facts").get(2);
            assertThat(effective.get("key").asString()).isEqualTo("effective");
            assertThat(effective.get("value").asString()).isEqualTo("2026-01-01");
            assertThat(effective.get("words").asString()).contains("本办法自2026年1月1日起施行");
            var refused = answer.json().get(1);
            assertThat(refused.get("state").asString()).isEqualTo("REFUSED");
            assertThat(refused.get("warnings").get(0).asString()).contains("重新导出");
        }
    }

    @Test
    void anEditorSeesWhatBecameOfEachWebPage() throws Exception {
        var clock = new SettableClock("2026-11-23T02:00:00Z");
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        office.hire(Role.EDITOR, home, clock.instant());
        Supplier<SourcesFile> unreachable =
                () -> new SourcesFile(null, List.of(source("http://localhost:1/")));
        var sources =
                new Sources(office.db, office.library, unreachable, new SimpleMeterRegistry());
        while (sources.sweep(clock.instant())) {
            clock.pass(Duration.ofSeconds(2));
        }
        try (var server = new StaffServer(office, sources, clock)) {
            var answer = server.call("GET", "editor", "/api/staff/knowledge/imports", null);
            var page = answer.json().get(0);
            assertThat(page.get("file").asString()).isEqualTo("http://localhost:1/");
            assertThat(page.get("state").asString()).isEqualTo("REFUSED");
            assertThat(page.get("warnings").get(0).asString()).contains("robots.txt");
        }
    }

    private static Source source(String list) {
        var hosts = List.of("localhost:1");
        return new Source(
                "区政府", list, null, null, null, null, null, null, null, null, null, null, hosts);
    }
}
