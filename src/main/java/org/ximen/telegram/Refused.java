package org.ximen.telegram;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Telegram says no. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;
    private final @Nullable Integer retryAfter;
    private final @Nullable Long movedTo;

    Refused(int code, String description, @Nullable Integer retryAfter, @Nullable Long movedTo) {
        super(code + " " + description);
        this.code = code;
        this.retryAfter = retryAfter;
        this.movedTo = movedTo;
    }

    /** What it means for us; the texts are those of the official server. */
    enum Meaning {
        /** The person blocked us, left, or never began. */
        GONE,
        /** The group has another id now. */
        MOVED,
        /** Too fast. */
        FLOOD,
        /** Our marks are wrong, the words may be right. */
        UNPARSABLE,
        /** The edit would change nothing. */
        UNCHANGED,
        /** The token is wrong or revoked. */
        TOKEN,
        /** Somebody else takes the updates. */
        CONFLICT,
        /** Telegram has a bad moment. */
        PASSING,
        /** It will never be taken. */
        FINAL
    }

    int code() {
        return code;
    }

    Meaning meaning() {
        var text = String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
        return switch (code) {
            case 401 -> Meaning.TOKEN;
            case 403 -> Meaning.GONE;
            case 404 -> text.contains("method not found") ? Meaning.FINAL : Meaning.TOKEN;
            case 409 -> Meaning.CONFLICT;
            case 420, 429 -> Meaning.FLOOD;
            case 400 -> badRequest(text);
            default -> code >= 500 ? Meaning.PASSING : Meaning.FINAL;
        };
    }

    private Meaning badRequest(String text) {
        if (movedTo != null) {
            return Meaning.MOVED;
        }
        if (text.contains("chat not found") || text.contains("user is deactivated")) {
            return Meaning.GONE;
        }
        if (text.contains("can't parse entities")) {
            return Meaning.UNPARSABLE;
        }
        return text.contains("message is not modified") ? Meaning.UNCHANGED : Meaning.FINAL;
    }

    Duration retryAfter() {
        return Duration.ofSeconds(retryAfter == null ? 1 : retryAfter);
    }

    /** The group's new id; only where it moved. */
    long movedTo() {
        return movedTo == null ? 0 : movedTo;
    }
}
