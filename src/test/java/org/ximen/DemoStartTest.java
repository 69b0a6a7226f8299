package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.SmartLifecycle;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CaseSearch;
import org.ximen.staff.Role;
import org.ximen.testing.Workbench;

@ExtendWith(OutputCaptureExtension.class)
class DemoStartTest {
    @TempDir Path home;

    @Test
    void theProfileFillsTheStreetBeforeTheJobsAndTheServerStart(CapturedOutput output) {
        var settings = Map.<String, Object>of("spring.profiles.active", "demo");
        try (var bench = Workbench.open(home, settings, InstantSource.system())) {
            var desk = bench.member(Role.DISPATCHER);
            var book = bench.get(CaseBook.class);
            assertThat(book.count(CaseSearch.ALL, 500, desk, Instant.now())).isGreaterThan(120);
            int filling = bench.get(DemoWiring.Filling.class).getPhase();
            assertThat(filling).isLessThan(bench.get(Jobs.class).getPhase());
            var server = bench.get("webServerStartStop", SmartLifecycle.class);
            assertThat(filling).isLessThan(server.getPhase());
            assertThat(output)
                    .contains(
                            "西门小助已启动",
                            "工作台 " + bench.at("/console").replace("127.0.0.1", "localhost"));
        }
    }
}
