package org.ximen;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.ximen.console.MapSettings;
import org.ximen.telegram.TelegramSettings;
import org.ximen.webchat.ChatLimits;

/**
 * The settings {@code ximen.*}.
 *
 * @param home where database, index and media lie
 * @param knowledge folder of the articles
 * @param district the street's file; the other files of {@code config/} lie beside it
 * @param chat messages a minute
 * @param embedding whether vectors are computed in process
 * @param keepDays days that done messages are kept
 * @param staff settings of the staff's accounts
 * @param map the map of the console
 * @param telegram the bot, where a street has one
 */
@ConfigurationProperties("ximen")
public record Settings(
        Path home,
        Path knowledge,
        Path district,
        ChatLimits chat,
        boolean embedding,
        int keepDays,
        @DefaultValue Staff staff,
        @DefaultValue MapSettings map,
        @DefaultValue TelegramSettings telegram) {

    /**
     * @param adminPassword of the account {@code admin} at the first start; random if absent
     */
    public record Staff(@Nullable String adminPassword) {}

    /** A file beside the district's. */
    Path config(String name) {
        return district.resolveSibling(name);
    }

    Duration keep() {
        return Duration.ofDays(keepDays);
    }
}
