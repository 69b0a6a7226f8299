package org.ximen.readings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ximen.understanding.Act;

/**
 * A reading worth a look.
 *
 * @param meant what the person said or chose afterwards, where they did
 * @param meantCategory code of the category that the person chose instead
 * @param judgement null while nobody has judged it
 */
public record KeptReading(
        long id,
        Instant saidAt,
        ReadMessage read,
        Why why,
        @Nullable Act meant,
        @Nullable String meantCategory,
        @Nullable Judgement judgement) {

    /** Why it is worth a look; those that most probably were wrong first. */
    public enum Why {
        CHANGED("本人改过"),
        MISUNDERSTOOD("本人说没听懂"),
        /** Staff named another kind for the case that came of it. */
        RECLASSIFIED("案件改过类别"),
        ALARM("提到险情"),
        UNSURE("拿不准");

        private final String shown;

        Why(String shown) {
            this.shown = shown;
        }

        /** The words staff read. */
        public String shown() {
            return shown;
        }
    }

    /**
     * What staff say that it really was.
     *
     * @param by account name
     */
    public record Judgement(Correction said, String by, Instant at) {}
}
