package org.ximen.understanding;

import java.util.List;

/**
 * A danger that a message speaks of.
 *
 * @param family gas, fire, electric, collapse, falling, injury, medical, trapped, water, explosion,
 *     violence, self_harm, chemical, missing, welfare or animal; {@link #NONE} if there is none
 * @param now probability that a person is in danger now, 0 to 1
 */
public record DangerReading(String family, Level level, double now) {
    /** The family of no danger. */
    public static final String NONE = "none";

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
                    "animal");

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
}
