package org.ximen.open311;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers as JSON: the XML without the names of its root and of its list items. */
final class GeoReportJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private GeoReportJson() {}

    static byte[] bytes(WireDocument document) {
        return MAPPER.writeValueAsBytes(plain(document.content()));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case WireDocument.Fields fields -> plain(fields);
            case WireDocument.Items items -> plain(items);
            case null, default -> value;
        };
    }

    private static Object plain(WireDocument.Fields fields) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        fields.values().forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static Object plain(WireDocument.Items items) {
        var plain = new ArrayList<@Nullable Object>();
        items.all().forEach(item -> plain.add(plain(item)));
        return plain;
    }
}
