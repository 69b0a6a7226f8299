package org.ximen.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Asks for updates and leaves each as it came, so that one that cannot be read does not hide the
 * others.
 */
final class RawUpdates extends BotApiMethod<ArrayList<String>> {
    private static final int MOST = 100;

    private final int offset;
    private final int seconds;

    /**
     * @param offset id of the first update wanted; those before it are confirmed; 0 for all
     * @param seconds how long Telegram may wait for the first
     */
    RawUpdates(int offset, int seconds) {
        this.offset = offset;
        this.seconds = seconds;
    }

    /** Sent as JSON. */
    public int getOffset() {
        return offset;
    }

    /** Sent as JSON. */
    public int getLimit() {
        return MOST;
    }

    /** Sent as JSON. */
    public int getTimeout() {
        return seconds;
    }

    /** Sent as JSON. */
    public List<String> getAllowed_updates() {
        return Updates.WANTED;
    }

    @Override
    public String getMethod() {
        return GetUpdates.PATH;
    }

    @Override
    public ArrayList<String> deserializeResponse(String answer) throws TelegramApiRequestException {
        try {
            var tree = OBJECT_MAPPER.readTree(answer);
            if (!tree.path("ok").asBoolean()) {
                return super.deserializeResponseSerializable(answer, ArrayList.class);
            }
            var updates = new ArrayList<String>();
            // {"ok":true} without a result has been seen.
            tree.path("result").forEach(update -> updates.add(update.toString()));
            return updates;
        } catch (JsonProcessingException e) {
            throw new TelegramApiRequestException("Unable to deserialize response", e);
        }
    }

    @Override
    public void validate() {}
}
