package org.ximen.merchants;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The contents of {@code config/merchants.yaml}.
 *
 * @param visitDays within so many days a shop is not visited again without a reason; 60 if unset
 * @param trades entries, each a {@link ShopTrade}, read each apart
 * @param stages entries, each a {@link ShopStage}, read each apart
 * @param stewards entries, each a {@link ShopSteward}, read each apart
 */
public record MerchantsFile(
        String version,
        @Nullable Integer visitDays,
        List<JsonNode> trades,
        List<JsonNode> stages,
        List<JsonNode> stewards) {
    private static final int DAYS = 60;
    static final int LONGEST_NAME = 30;

    /** Nothing is said of shops. */
    public static final MerchantsFile EMPTY =
            new MerchantsFile("", null, List.of(), List.of(), List.of());

    public MerchantsFile {
        require(
                visitDays == null || visitDays >= 1 && visitDays <= 3650,
                "visitDays 写 1 到 3650 的天数");
        trades = trades == null ? List.of() : List.copyOf(trades);
        stages = stages == null ? List.of() : List.copyOf(stages);
        stewards = stewards == null ? List.of() : List.copyOf(stewards);
    }

    int daysBetweenVisits() {
        return visitDays == null ? DAYS : visitDays;
    }

    static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }

    static void requireId(@Nullable String id) {
        require(id != null && id.matches("[a-z0-9-]{1,30}"), "id 要写，用小写字母、数字和短横，最多 30 个");
    }

    static void requireName(@Nullable String name) {
        require(
                name != null && !name.isBlank() && name.length() <= LONGEST_NAME,
                "name 要写，最多 30 个字");
    }
}
