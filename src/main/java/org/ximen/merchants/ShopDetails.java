package org.ximen.merchants;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Plain;

/**
 * What is known of a shop.
 *
 * @param name of the shop; null where it was not told
 * @param trade id
 * @param place as it was told; null where it was not
 * @param area code of the area in which the place is; null where it cannot be known
 * @param stage id
 */
public record ShopDetails(
        @Nullable String name,
        String trade,
        @Nullable String place,
        @Nullable String area,
        String stage) {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PLACE = 200;
    private static final int FIELDS = 5;

    // A number by which somebody could be called is no part of a name or an address.
    private static final Pattern CALLABLE = Pattern.compile("[0-9０-９](?:[ -]?[0-9０-９]){6,}");

    public ShopDetails {
        name = kept(name, LONGEST_NAME);
        place = kept(place, LONGEST_PLACE);
    }

    private static @Nullable String kept(@Nullable String words, int most) {
        var seen = words == null ? "" : CALLABLE.matcher(Plain.visible(words)).replaceAll("");
        var plain = seen.replaceAll("\\s+", " ").strip();
        return plain.isEmpty() ? null : Plain.start(plain, most);
    }

    /** The same in another stage. */
    public ShopDetails in(String other) {
        return new ShopDetails(name, trade, place, area, other);
    }

    /** In one text, as {@link #of} reads it. */
    public String written() {
        return Stream.of(name, trade, place, area, stage)
                .map(each -> Objects.toString(each, ""))
                .collect(Collectors.joining("\n"));
    }

    /** As {@link #written} wrote it. */
    public static ShopDetails of(String written) {
        List<@Nullable String> parts =
                Arrays.stream(written.split("\n", FIELDS))
                        .map(part -> part.isEmpty() ? null : part)
                        .toList();
        return new ShopDetails(
                parts.get(0),
                Objects.requireNonNull(parts.get(1)),
                parts.get(2),
                parts.get(3),
                Objects.requireNonNull(parts.get(4)));
    }
}
