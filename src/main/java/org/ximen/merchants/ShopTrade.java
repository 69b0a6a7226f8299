package org.ximen.merchants;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shop deals in (行业).
 *
 * @param id kept with shops, so it stays
 * @param name by which articles are tagged
 * @param english the same for who speaks English; null for the name
 * @param tags of wider trades that hold for this one as well, such as 餐饮
 * @param words by which people say it
 * @param rest whether it stands for all that have no trade of their own
 */
record ShopTrade(
        String id,
        String name,
        @Nullable String english,
        List<String> tags,
        List<String> words,
        @Nullable Boolean rest) {
    ShopTrade {
        MerchantsFile.requireId(id);
        MerchantsFile.requireName(name);
        tags = tags == null ? List.of() : List.copyOf(tags);
        tags.forEach(tag ->
                MerchantsFile.require(
                        !tag.isBlank() && tag.length() <= MerchantsFile.LONGEST_NAME,
                        "tags 每个都要写，最多 30 个字"));
        words = words == null ? List.of() : List.copyOf(words);
    }

    boolean isRest() {
        return Boolean.TRUE.equals(rest);
    }

    /** Whether articles with this tag are for it. */
    boolean is(String tag) {
        return name.equals(tag) || tags.contains(tag);
    }
}
