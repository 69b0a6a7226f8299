package org.ximen.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.settings.ConfigFile;

class FrontPageTest {
    @TempDir Path folder;

    @Test
    void followsTheStreetsNameWhileItRuns() throws IOException {
        var file = Files.copy(Path.of("config/district.yaml"), folder.resolve("district.yaml"));
        var config = new ConfigFile<>(file, DistrictFile.class);
        var page = new FrontPage(new District(config));
        assertThat(page.page().getBody())
                .contains("<title>西门小助 · 老西门街道</title>", ">老西门街道<")
                .doesNotContain("{{");
        var text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("name: 老西门街道", "name: 甲<乙>街道"));
        config.refresh();
        assertThat(page.page().getBody())
                .contains("<title>西门小助 · 甲&lt;乙&gt;街道</title>")
                .doesNotContain("老西门街道");
    }
}
