package org.ximen.posters;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ximen.db.Db;
import org.ximen.district.Area;
import org.ximen.posters.Poster.Kind;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Plain;

/** Makes posters and knows them again by what their QR codes carry. */
public final class Posters {
    // Telegram takes up to 64 letters and digits as a start parameter; what people write is
    // compared
    // in small letters.
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{16}");
    private static final int KEY_BYTES = 8;
    private static final int LONGEST_PLACE = 40;

    private final PosterTable table;
    private final SecureRandom random = new SecureRandom();

    public Posters(Db db) {
        this.table = new PosterTable(db.client());
    }

    /**
     * Makes a poster.
     *
     * @param place up to 40 characters; empty for the area as a whole
     * @throws StaffRefused if the place is too long
     */
    public Poster make(Kind kind, Area area, String place, StaffMember by, Instant now) {
        var words = Plain.visible(place).replaceAll("\\s+", " ");
        if (words.length() > LONGEST_PLACE) {
            throw new StaffRefused(
                    StaffRefused.Reason.INVALID, "地点最多 " + LONGEST_PLACE + " 个字，请缩短一些。");
        }
        var shown = words.isEmpty() ? area.name() : words;
        var poster = new Poster(newKey(), kind, area.code(), shown, by.name(), now);
        table.insert(poster);
        return poster;
    }

    /** The poster with this key; anything may be asked for. */
    public Optional<Poster> find(String key) {
        return KEY.matcher(key).matches() ? table.find(key) : Optional.empty();
    }

    /** All posters, the newest first. */
    public List<Poster> list() {
        return table.list();
    }

    private String newKey() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
