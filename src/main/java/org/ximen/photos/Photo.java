package org.ximen.photos;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;

/**
 * A stored picture: a JPEG without metadata, upright.
 *
 * @param id 32 hexadecimal digits, random
 * @param owner the chat that it came from
 * @param size bytes as stored
 * @param caseNumber the case it belongs to, once it does
 */
public record Photo(
        String id,
        Sender owner,
        long size,
        int width,
        int height,
        Instant at,
        @Nullable String caseNumber) {}
