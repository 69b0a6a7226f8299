package org.ximen.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A picture with its words. Of the answer only the name is read by which Telegram knows the picture
 * from now on: a message that arrived must not be sent again because the rest cannot be read.
 */
final class PhotoMessage extends SendPhoto {
    private static final ObjectMapper JSON = new ObjectMapper();

    private @Nullable String fileId;

    PhotoMessage(String chat, InputFile picture) {
        super(chat, picture);
    }

    /** By which name Telegram knows the picture; empty before it was sent. */
    Optional<String> fileId() {
        return Optional.ofNullable(fileId);
    }

    @Override
    public Message deserializeResponse(String answer) throws TelegramApiRequestException {
        try {
            var read = JSON.readTree(answer);
            if (!read.path("ok").asBoolean()) {
                return super.deserializeResponse(answer);
            }
            fileId = largest(read.path("result").path("photo"));
            return new Message();
        } catch (JsonProcessingException e) {
            throw new TelegramApiRequestException("Unable to deserialize response", e);
        }
    }

    /** Telegram lists the sizes that it made, the largest last. */
    private static @Nullable String largest(JsonNode sizes) {
        return sizes.isEmpty() ? null : sizes.get(sizes.size() - 1).path("file_id").asText(null);
    }
}
