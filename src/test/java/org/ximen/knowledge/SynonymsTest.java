package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.knowledge.SynonymsFile.Group;
import org.ximen.settings.ConfigFile;

class SynonymsTest {
    private final AtomicReference<SynonymsFile> file =
            new AtomicReference<>(
                    file(
                            new Group(List.of("电瓶车", "小电驴"), List.of("电动自行车")),
                            new Group(List.of("电瓶"), List.of("蓄电池")),
                            new Group(List.of("小囡"), List.of("孩子", "未成年人")),
                            new Group(List.of("伐"), List.of("吗")),
                            new Group(List.of("砍伐"), List.of("砍伐"))));
    private final Synonyms synonyms = new Synonyms(file::get);

    private static SynonymsFile file(Group... groups) {
        return new SynonymsFile(List.of(groups));
    }

    @Test
    void saysItAsTheFilesDoAndSearchesBoth() {
        var said = synonyms.of("小囡骑电瓶车可以伐");
        assertThat(said.meant()).isEqualTo("孩子骑电动自行车可以吗");
        assertThat(said.searched()).isEqualTo("小囡骑电瓶车可以伐 孩子 未成年人 电动自行车 吗");
    }

    @Test
    void takesTheLongerOfTwoThatOverlap() {
        assertThat(synonyms.of("电瓶车的电瓶").meant()).isEqualTo("电动自行车的蓄电池");
        assertThat(synonyms.of("砍伐树木").meant()).isEqualTo("砍伐树木");
    }

    @Test
    void leavesAloneWhatTheFilesAlreadySay() {
        var said = synonyms.of("电动自行车");
        assertThat(said.meant()).isEqualTo("电动自行车");
        assertThat(said.searched()).isEqualTo("电动自行车");
    }

    @Test
    void followsTheFileWhenItIsEdited() {
        file.set(file(new Group(List.of("差头"), List.of("出租汽车"))));
        assertThat(synonyms.of("差头和小囡").meant()).isEqualTo("出租汽车和小囡");
    }

    @Test
    void refusesAGroupWithoutWords(@TempDir Path folder) throws Exception {
        var path = folder.resolve("synonyms.yaml");
        Files.writeString(path, "synonyms:\n  - {said: [], written: [吗]}\n");
        assertThatThrownBy(() -> new ConfigFile<>(path, SynonymsFile.class))
                .hasMessageContaining("said 和 written 都要写");
    }
}
