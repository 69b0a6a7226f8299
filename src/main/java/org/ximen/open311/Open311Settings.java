package org.ximen.open311;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code ximen.open311.*}.
 *
 * @param apiKeys who has one may report; without any nobody may
 * @param perMinute requests a minute from one network address
 */
public record Open311Settings(
        @DefaultValue List<String> apiKeys, @DefaultValue("120") int perMinute) {

    /** Blank keys are none. */
    public Open311Settings {
        apiKeys = apiKeys.stream().map(String::strip).filter(key -> !key.isEmpty()).toList();
        if (perMinute < 1) {
            throw new IllegalArgumentException("ximen.open311.per-minute 应大于 0");
        }
    }

    /** Whether the key is one of ours; takes equally long for all that are not. */
    boolean accepts(@Nullable String key) {
        return key != null
                && apiKeys.stream()
                                .filter(own -> MessageDigest.isEqual(bytes(own), bytes(key)))
                                .count()
                        > 0;
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "Open311Settings[apiKeys=" + apiKeys.size() + ", perMinute=" + perMinute + "]";
    }
}
