package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class OpeningTest {
    private static Environment at(String address) {
        var environment = new StandardEnvironment();
        Map<String, Object> settings =
                Map.of("server.address", address, "local.server.port", "8081");
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return environment;
    }

    @Test
    void saysWhereThePagesAreAndWhereAFirstPasswordLies() {
        var opening = new Opening();
        assertThat(opening.sentence(at("127.0.0.1")))
                .isEqualTo(
                        "西门小助已启动：居民聊天 http://localhost:8081/ ，工作台 http://localhost:8081/console");
        assertThat(opening.sentence(at("0.0.0.0"))).endsWith("（同事打开 http://本机IP:8081/ ）");
        opening.password(Optional.of(Path.of("data/admin-password.txt")));
        assertThat(opening.sentence(at("10.0.0.5")))
                .contains("http://10.0.0.5:8081/console")
                .endsWith(Path.of("data/admin-password.txt").toAbsolutePath() + " 里");
    }
}
