package org.ximen.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request; an empty one is as good as none.
 *
 * @param all the values of each name
 */
record CallParameters(Map<String, List<String>> all) {

    /**
     * Of the address and of the form.
     *
     * @throws GeoReportRefusal if they are not written as they should be
     */
    static CallParameters of(HttpServletRequest request) {
        try {
            var all = new LinkedHashMap<String, List<String>>();
            request.getParameterMap().forEach((name, values) -> all.put(name, filled(values)));
            return new CallParameters(all);
        } catch (IllegalStateException | IllegalArgumentException e) {
            var refusal = GeoReportRefusal.bad("参数的写法不对，请用 UTF-8 编码");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static List<String> filled(String[] values) {
        return Arrays.stream(values).map(String::strip).filter(v -> !v.isEmpty()).toList();
    }

    /** The value of this name. */
    Optional<String> find(String name) {
        return all.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The values of this name that commas part. */
    List<String> list(String name) {
        return all.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * A whole number.
     *
     * @throws GeoReportRefusal if it is none, less than 1 or more than the most
     */
    int number(String name, int usual, int most) {
        return find(name).map(value -> number(name, value, most)).orElse(usual);
    }

    private static int number(String name, String value, int most) {
        if (!value.matches("[0-9]{1,9}") || !isWithin(Integer.parseInt(value), most)) {
            throw GeoReportRefusal.bad("%s 应是 1 到 %d 的整数".formatted(name, most));
        }
        return Integer.parseInt(value);
    }

    private static boolean isWithin(int number, int most) {
        return number >= 1 && number <= most;
    }
}
