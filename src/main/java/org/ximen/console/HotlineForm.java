package org.ximen.console;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ximen.casefiles.HotlineColumns;
import org.ximen.casefiles.HotlineField;

/**
 * The columns that were chosen for a list of 12345; blank where no column tells it.
 *
 * @param rows the list itself, as {@link CarriedRows} writes it
 */
record HotlineForm(
        @Nullable String rows,
        @Nullable String outsideNumber,
        @Nullable String description,
        @Nullable String place,
        @Nullable String category,
        @Nullable String phone) {

    /** A choice for one field. */
    record Column(
            String field,
            String label,
            boolean needed,
            List<Choices.Option> options,
            String chosen) {}

    HotlineColumns columns(int width) {
        var places = new EnumMap<HotlineField, Integer>(HotlineField.class);
        for (var field : HotlineField.values()) {
            var typed = Shown.filled(typed(field));
            if (typed != null && typed.matches("\\d{1,3}") && Integer.parseInt(typed) < width) {
                places.put(field, Integer.valueOf(typed));
            }
        }
        return new HotlineColumns(places);
    }

    private @Nullable String typed(HotlineField field) {
        return switch (field) {
            case OUTSIDE_NUMBER -> outsideNumber;
            case DESCRIPTION -> description;
            case PLACE -> place;
            case CATEGORY -> category;
            case PHONE -> phone;
        };
    }

    static List<Column> choices(List<String> head, HotlineColumns columns) {
        var options =
                IntStream.range(0, head.size())
                        .mapToObj(i -> new Choices.Option(String.valueOf(i), head.get(i)))
                        .toList();
        return Arrays.stream(HotlineField.values())
                .map(field ->
                        new Column(
                                field.key(),
                                field.shown(),
                                field.needed(),
                                options,
                                chosen(columns.places().get(field))))
                .toList();
    }

    private static String chosen(@Nullable Integer place) {
        return place == null ? "" : place.toString();
    }
}
