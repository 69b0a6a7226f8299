package org.ximen.opinions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Language;

/**
 * A suggestion or praise of somebody.
 *
 * @param number such as JY-20261128-001; null for praise, which needs none
 * @param person id of its author
 * @param words the author's, personal numbers masked
 * @param additions what the author said later, oldest first, masked as well
 * @param place in the author's words
 * @param area code of an area
 * @param due until when it is to be answered; null for praise
 * @param settled null while it is open
 * @param publishing whether everybody may read of it
 */
public record Opinion(
        long id,
        Kind kind,
        @Nullable String number,
        long person,
        String words,
        List<Addition> additions,
        @Nullable String place,
        @Nullable String area,
        State state,
        Instant takenAt,
        @Nullable Instant due,
        @Nullable Settled settled,
        Publishing publishing) {

    /** What it is. */
    public enum Kind {
        /** 人民建议; has a number and is answered within a term. */
        SUGGESTION("建议", "suggestion"),
        /** 表扬; is passed on to the department. */
        PRAISE("表扬", "praise");

        private final String shown;
        private final String english;

        Kind(String shown, String english) {
            this.shown = shown;
            this.english = english;
        }

        /** The word people read. */
        public String shown() {
            return shown;
        }

        /** The same for who speaks this language. */
        public String shown(Language language) {
            return language.of(shown, english);
        }
    }

    /** Where it stands. */
    public enum State {
        OPEN("待处理", "open"),
        ANSWERED("已答复", "answered"),
        PASSED_ON("已转给部门", "passed on");

        private final String shown;
        private final String english;

        State(String shown, String english) {
            this.shown = shown;
            this.english = english;
        }

        /** The words people read. */
        public String shown() {
            return shown;
        }

        /** The same for who speaks this language. */
        public String shown(Language language) {
            return language.of(shown, english);
        }
    }

    /** What the street makes of a suggestion. */
    public enum Result {
        ADOPTED("采纳", "adopted"),
        PARTLY_ADOPTED("部分采纳", "partly adopted"),
        NOT_ADOPTED("不采纳", "not adopted");

        private final String shown;
        private final String english;

        Result(String shown, String english) {
            this.shown = shown;
            this.english = english;
        }

        /** The word people read. */
        public String shown() {
            return shown;
        }

        /** The same for who speaks this language. */
        public String shown(Language language) {
            return language.of(shown, english);
        }
    }

    /** What the author said later. */
    public record Addition(String words, Instant at) {}

    /**
     * How it ended.
     *
     * @param result of a suggestion
     * @param reason of the result; for praise how the department was told, where no chat was
     * @param department id of the one that praise was passed on to
     * @param by account name
     */
    public record Settled(
            @Nullable Result result,
            @Nullable String reason,
            @Nullable String department,
            String by,
            Instant at) {}

    /**
     * Whether everybody may read of what was adopted, without a name.
     *
     * @param allowed what its author said; null until they answer
     * @param words as they are published; null where they are not
     */
    public record Publishing(@Nullable Boolean allowed, @Nullable String words) {
        /** Whether its author said yes. */
        public boolean isAllowed() {
            return Boolean.TRUE.equals(allowed);
        }
    }

    public Opinion {
        additions = List.copyOf(additions);
    }

    /** Whether it was adopted, wholly or in part. */
    public boolean isAdopted() {
        return settled != null
                && (settled.result() == Result.ADOPTED
                        || settled.result() == Result.PARTLY_ADOPTED);
    }

    /** Whether its term is over and it is still open. */
    public boolean isOverdue(Instant now) {
        return state == State.OPEN && due != null && now.isAfter(due);
    }
}
