package org.ximen;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DataSizeUnit;
import org.springframework.util.unit.DataSize;
import org.springframework.util.unit.DataUnit;
import org.ximen.console.MapSettings;
import org.ximen.models.ModelSettings;
import org.ximen.open311.Open311Settings;
import org.ximen.telegram.TelegramSettings;
import org.ximen.webchat.ChatLimits;
import org.ximen.wechat.WechatSettings;

/**
 * The settings {@code ximen.*}.
 *
 * @param home where database, index and media lie
 * @param knowledge folder of the articles
 * @param district the street's file; the other files of {@code config/} lie beside it
 * @param chat messages a minute
 * @param embedding whether vectors are computed in process
 * @param keepDays days that done messages are kept
 * @param backups how many daily copies of the embedded database are kept; 0 for none
 * @param diskReserve what is left of the disk for messages alone; photos, vectors and samples stay
 *     out of it
 * @param watchdog how long it may not answer itself before it ends; zero for ever
 * @param staff settings of the staff's accounts
 * @param suggestions how soon suggestions are answered
 * @param tickets how long somebody waits for a person
 * @param map the map of the console
 * @param telegram the bot, where a street has one
 * @param wechat the account (公众号), where a street has one
 * @param model the chat model, where a street has one
 * @param open311 who may report by Open311, and how often anybody may call
 */
@ConfigurationProperties("ximen")
public record Settings(
        Path home,
        Path knowledge,
        Path district,
        ChatLimits chat,
        boolean embedding,
        int keepDays,
        @DefaultValue("7") int backups,
        @DefaultValue("200MB") @DataSizeUnit(DataUnit.MEGABYTES) DataSize diskReserve,
        @DefaultValue("2m") Duration watchdog,
        @DefaultValue Staff staff,
        @DefaultValue Suggestions suggestions,
        @DefaultValue Tickets tickets,
        @DefaultValue MapSettings map,
        @DefaultValue TelegramSettings telegram,
        @DefaultValue WechatSettings wechat,
        @DefaultValue ModelSettings model,
        @DefaultValue Open311Settings open311) {

    public Settings {
        if (diskReserve.isNegative()) {
            throw new IllegalArgumentException("ximen.disk-reserve 应是 0 或更大，例如 200MB");
        }
    }

    /**
     * @param adminPassword of the account {@code admin} at the first start; random if absent
     */
    public record Staff(@Nullable String adminPassword) {}

    /**
     * The default is the street's own promise: the city's rules on suggestions (上海市人民建议征集若干规定,
     * 2021) ask for an answer in Article 12, but name no number of days.
     *
     * @param workingDays within which a suggestion is answered
     */
    public record Suggestions(@DefaultValue("15") int workingDays) {
        public Suggestions {
            if (workingDays < 1) {
                throw new IllegalArgumentException("ximen.suggestions.working-days 应大于 0");
            }
        }
    }

    /**
     * @param waitMinutes of office hours after which those on duty are called again
     */
    public record Tickets(@DefaultValue("10") int waitMinutes) {
        public Tickets {
            if (waitMinutes < 1) {
                throw new IllegalArgumentException("ximen.tickets.wait-minutes 应大于 0");
            }
        }
    }

    /** A file beside the district's. */
    Path config(String name) {
        return district.resolveSibling(name);
    }

    Duration keep() {
        return Duration.ofDays(keepDays);
    }
}
