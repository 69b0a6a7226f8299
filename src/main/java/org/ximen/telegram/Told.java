package org.ximen.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * A call of which only matters that it was taken. What comes back is not read: it repeats what
 * other people wrote, and a message that arrived must not be sent again because of that.
 */
final class Told extends BotApiMethod<Boolean> {
    private final BotApiMethod<?> method;

    Told(BotApiMethod<?> method) {
        this.method = method;
    }

    /** What is sent. */
    @JsonValue
    public BotApiMethod<?> getContent() {
        return method;
    }

    @Override
    public String getMethod() {
        return method.getMethod();
    }

    @Override
    public Boolean deserializeResponse(String answer) throws TelegramApiRequestException {
        try {
            return OBJECT_MAPPER.readTree(answer).path("ok").asBoolean()
                    || deserializeResponse(answer, Boolean.class);
        } catch (JsonProcessingException e) {
            throw new TelegramApiRequestException("Unable to deserialize response", e);
        }
    }

    @Override
    public void validate() throws TelegramApiValidationException {
        method.validate();
    }
}
