package org.ximen.played;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An answer with {@code "ok":false}, in the words of the official server. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    final int code;
    final @Nullable Integer retryAfter;
    final @Nullable Long migrateTo;

    private Refusal(
            int code, String description, @Nullable Integer retryAfter, @Nullable Long migrateTo) {
        super(description, null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
        this.migrateTo = migrateTo;
    }

    static Refusal bad(String what) {
        return new Refusal(400, "Bad Request: " + what, null, null);
    }

    static Refusal forbidden(String what) {
        return new Refusal(403, "Forbidden: " + what, null, null);
    }

    static Refusal conflict(String what) {
        return new Refusal(409, "Conflict: " + what, null, null);
    }

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized", null, null);
    }

    static Refusal notFound(String what) {
        return new Refusal(404, "Not Found" + what, null, null);
    }

    static Refusal tooMany(int seconds) {
        return new Refusal(429, "Too Many Requests: retry after " + seconds, seconds, null);
    }

    static Refusal migrated(long to) {
        return new Refusal(
                400, "Bad Request: group chat was upgraded to a supergroup chat", null, to);
    }

    JsonNode body() {
        var body = Arguments.JSON.createObjectNode();
        body.put("ok", false).put("error_code", code).put("description", getMessage());
        if (retryAfter != null) {
            body.putObject("parameters").put("retry_after", retryAfter);
        }
        if (migrateTo != null) {
            body.putObject("parameters").put("migrate_to_chat_id", migrateTo);
        }
        return body;
    }
}
