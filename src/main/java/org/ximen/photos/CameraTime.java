package org.ximen.photos;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a camera says that it took a picture (EXIF 2.32, tag 0x9003), by the clock of the street.
 */
final class CameraTime {
    private static final int EXIF_LIST = 0x8769;
    private static final int TAKEN = 0x9003;
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);
    private static final int LENGTH = 19;
    private static final ZoneId STREET = ZoneId.of("Asia/Shanghai");

    private CameraTime() {}

    /** Nothing where nothing usable is said. */
    static Optional<Instant> of(byte[] exif) {
        var tiff = new Tiff(exif);
        var list = then(tiff.first(), first -> tiff.find(first, EXIF_LIST));
        var taken = then(then(list, tiff::below), below -> tiff.find(below, TAKEN));
        return taken.isEmpty()
                ? Optional.empty()
                : tiff.words(taken.getAsInt(), LENGTH).flatMap(CameraTime::read);
    }

    private interface Next {
        OptionalInt of(int at);
    }

    private static OptionalInt then(OptionalInt at, Next next) {
        return at.isPresent() ? next.of(at.getAsInt()) : at;
    }

    private static Optional<Instant> read(String words) {
        try {
            return Optional.of(LocalDateTime.parse(words, FORM).atZone(STREET).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
