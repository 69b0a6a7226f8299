package org.ximen.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer before it is written in a form.
 *
 * @param root name of the XML root; JSON has none
 * @param content {@link Fields}, {@link Items}, a text, a number, a boolean or null
 */
record WireDocument(String root, Object content) {

    /** Named values in their order; null where there is none. */
    record Fields(Map<String, @Nullable Object> values) {
        static Fields of(@Nullable Object... namesAndValues) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
            }
            return new Fields(values);
        }

        /** The same with one more. */
        Fields with(String name, @Nullable Object value) {
            var more = new LinkedHashMap<>(values);
            more.put(name, value);
            return new Fields(more);
        }
    }

    /**
     * Many of a kind.
     *
     * @param element the XML name of each; JSON has none
     */
    record Items(String element, List<?> all) {}
}
