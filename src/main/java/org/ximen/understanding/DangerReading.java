package org.ximen.understanding;

import java.util.List;

/**
 * A danger that a message speaks of.
 *
 * @param family gas, fire, electric, collapse, falling, injury, medical, trapped, water, explosion,
 *     violence, self_harm, chemical, missing, welfare, animal or fraud; {@link #NONE} if there is
 *     none
 * @param now probability that a person is in danger now, 0 to 1
 * @param otherwise how near the danger is if nobody is in danger now: none, mentioned or a hazard
 * @param doubted whether that is likelier by the levels alone
 */
public record DangerReading(
        String family, Level level, double now, Level otherwise, boolean doubted) {
    /** The family of no danger. */
    public static final String NONE = "none";

    // One danger in three is worth a walk. Of 2,191 by authors whom the model had not seen, 18 are
    // below and sound rather like a hazard or past; of 1,964 hazards and dangers that are past,
    // denied or asked about, 78, a quarter of those that ring.
    private static final double WORTH = 1 / 3.0;

    /** No danger at all. */
    public static final DangerReading NOTHING = new DangerReading(NONE, Level.NONE, 0);

    /** All families, as the examples and {@code config/dangers.yaml} name them. */
    public static final List<String> FAMILIES =
            List.of(
                    "gas",
                    "fire",
                    "electric",
                    "collapse",
                    "falling",
                    "injury",
                    "medical",
                    "trapped",
                    "water",
                    "explosion",
                    "violence",
                    "self_harm",
                    "chemical",
                    "missing",
                    "welfare",
                    "animal",
                    "fraud");

    /** How near the danger is. */
    public enum Level {
        /** No danger is spoken of. */
        NONE,
        /** Past, denied, elsewhere, only asked about. */
        MENTIONED,
        /** May hurt, nobody is hurt yet: an urgent case. */
        HAZARD,
        /** Somebody is perhaps in danger: one soft line goes first. */
        SOFT,
        /** Somebody is in danger: advice goes first. */
        NOW
    }

    /** A reading of which no more is kept. */
    public DangerReading(String family, Level level, double now) {
        this(
                family,
                level,
                now,
                level == Level.NOW || level == Level.SOFT ? Level.NONE : level,
                level != Level.NOW);
    }

    /**
     * Whether somebody in danger is likely enough to be looked for at once. The level {@link
     * Level#NOW} begins below that, to be on the safe side.
     */
    public boolean likely() {
        return now >= WORTH || !doubted || otherwise == Level.NONE;
    }
}
