package org.ximen.console;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The map of the console.
 *
 * @param tiles address of a tile server such as {@code https://tiles.example/{z}/{x}/{y}.png}; none
 *     for the street's own outlines alone
 */
public record MapSettings(@Nullable String tiles) {
    public MapSettings {
        tiles = tiles == null || tiles.isBlank() ? null : tiles.strip();
        if (tiles != null && !tiles.matches("https?://[^\\s;,'\"]+")) {
            throw new IllegalArgumentException("ximen.map.tiles 应是 http(s) 地址：" + tiles);
        }
    }

    /** Scheme and host, for the content security policy. */
    Optional<String> host() {
        return Optional.ofNullable(tiles)
                .map(address -> URI.create(address.replaceAll("[{}]", "")))
                .map(address -> address.getScheme() + "://" + address.getRawAuthority());
    }
}
