package org.ximen.dialogue.officer;

import org.jspecify.annotations.Nullable;

/**
 * What a member hands in with a case; it is kept with the question and goes to the case only once
 * the member has said that it belongs there.
 *
 * @param number of the case
 * @param reason why there is no picture, where that was said
 * @param shown pictures, and what was said with them
 */
record Submission(String number, @Nullable String reason, PatrolFind shown) {
    private static final String SPLIT = "\n";
    private static final int FIELDS = 3;

    static Submission of(String number) {
        return new Submission(number, null, PatrolFind.NONE);
    }

    /** The same with another reason. */
    Submission without(@Nullable String other) {
        return new Submission(number, other, shown);
    }

    /** The same with more. */
    Submission and(PatrolFind more) {
        return new Submission(
                number, reason, shown.and(more.photos(), inLine(more.words()), more.point()));
    }

    private static String inLine(String said) {
        return said.replaceAll("\\s+", " ");
    }

    /** As it is kept between two messages. */
    String written() {
        return String.join(SPLIT, number, reason == null ? "" : reason, shown.written());
    }

    /** What was written with a question; of one about the number alone, that. */
    static Submission read(String written) {
        var parts = written.split(SPLIT, FIELDS);
        return parts.length < FIELDS
                ? of(parts[0])
                : new Submission(
                        parts[0], parts[1].isEmpty() ? null : parts[1], PatrolFind.read(parts[2]));
    }
}
