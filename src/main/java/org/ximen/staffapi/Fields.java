package org.ximen.staffapi;

import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.staff.StaffRefused;

/** Single values of a request, each refused with its name. */
final class Fields {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Fields() {}

    static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new StaffRefused(INVALID, "请填写 " + name + "。");
        }
        return value;
    }

    static <E extends Enum<E>> E constant(String name, Class<E> type, @Nullable String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        new StaffRefused(
                                INVALID,
                                name + " 应是 " + Arrays.toString(type.getEnumConstants()) + " 之一。"));
    }

    static <E extends Enum<E>> @Nullable E constantOrNull(
            String name, Class<E> type, @Nullable String value) {
        return value == null || value.isBlank() ? null : constant(name, type, value);
    }

    static List<String> list(String name, @Nullable List<@Nullable String> values) {
        if (values == null) {
            return List.of();
        }
        return values.stream().map(value -> required(name, value)).toList();
    }

    /** With an offset, or without one in the street's own time. */
    static @Nullable Instant instantOrNull(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return value.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDateTime.parse(value).atZone(SHANGHAI).toInstant();
        } catch (DateTimeException e) {
            throw new StaffRefused(INVALID, name + " 应写成 2026-11-23T10:00:00+08:00 这样的时间。");
        }
    }

    static @Nullable LocalDate dateOrNull(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new StaffRefused(INVALID, name + " 应写成 2026-11-23 这样的日期。");
        }
    }

    static int number(String name, @Nullable String value, int otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new StaffRefused(INVALID, name + " 应是一个整数。");
        }
    }
}
