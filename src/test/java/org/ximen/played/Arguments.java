package org.ximen.played;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a call was given, in whatever form it came: JSON, form fields, parts. */
record Arguments(JsonNode fields, Map<String, byte[]> files) {
    static final JsonMapper JSON = JsonMapper.builder().build();

    static Arguments of(Exchange exchange) {
        var type = exchange.headers.getOrDefault("content-type", "");
        int query = exchange.path.indexOf('?');
        var fields = query < 0 ? JSON.createObjectNode() : form(exchange.path.substring(query + 1));
        if (type.startsWith("application/json") && exchange.body.length > 0) {
            fields.setAll((ObjectNode) JSON.readTree(exchange.body));
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            fields.setAll(form(new String(exchange.body, StandardCharsets.UTF_8)));
        } else if (type.startsWith("multipart/form-data")) {
            return parts(fields, type, exchange.body);
        }
        return new Arguments(fields, Map.of());
    }

    private static ObjectNode form(String text) {
        var fields = JSON.createObjectNode();
        for (var pair : text.split("&")) {
            int is = pair.indexOf('=');
            if (is > 0) {
                put(fields, pair.substring(0, is), decoded(pair.substring(is + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Fields that hold JSON inside text are read as such. */
    private static void put(ObjectNode fields, String name, String value) {
        boolean nested = value.startsWith("{") || value.startsWith("[");
        if (nested) {
            fields.set(name, JSON.readTree(value));
        } else {
            fields.put(name, value);
        }
    }

    private static Arguments parts(ObjectNode fields, String type, byte[] body) {
        var boundary = "--" + type.replaceFirst(".*boundary=\"?([^\";]+)\"?.*", "$1");
        Map<String, byte[]> files = new HashMap<>();
        var text = new String(body, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf(boundary); at >= 0; ) {
            int next = text.indexOf(boundary, at + boundary.length());
            int head = text.indexOf("\r\n\r\n", at);
            if (next < 0 || head < 0 || head > next) {
                break;
            }
            part(fields, files, text.substring(at, head), text.substring(head + 4, next - 2));
            at = next;
        }
        return new Arguments(fields, files);
    }

    private static void part(
            ObjectNode fields, Map<String, byte[]> files, String head, String content) {
        var name = head.replaceFirst("(?s).*[; ]name=\"([^\"]+)\".*", "$1");
        var bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        if (head.contains("filename=")) {
            files.put(name, bytes);
        } else {
            put(fields, name, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    boolean has(String name) {
        return fields.hasNonNull(name);
    }

    String text(String name) {
        return fields.path(name).asString("");
    }

    long number(String name, long otherwise) {
        var value = fields.path(name);
        if (value.isNumber()) {
            return value.asLong();
        }
        return value.isString() && value.asString().matches("-?\\d+")
                ? Long.parseLong(value.asString())
                : otherwise;
    }
}
