package org.ximen.played;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A call that the bot made. */
public record Call(String method, JsonNode arguments, Instant at, int status, JsonNode response) {
    /** What it said. */
    public String text() {
        return arguments.path("text").asString("");
    }

    /** The chat it is about; 0 for none. */
    public long chat() {
        return new Arguments(arguments, java.util.Map.of()).number("chat_id", 0);
    }
}
