package org.ximen.deliberation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is talked over together (协商).
 *
 * @param area code; null for the whole street
 * @param topic id of the topic (一类事) that it grew from
 * @param codes how many households were given a code
 * @param ballots how many were cast, on paper or not
 * @param ending with what it ended, or why it was dropped
 */
public record Deliberation(
        long id,
        String title,
        String body,
        @Nullable String area,
        @Nullable Long topic,
        DeliberationState state,
        String proposedBy,
        Instant proposedAt,
        @Nullable LocalDate commentsUntil,
        @Nullable Sitting sitting,
        @Nullable LocalDate voteUntil,
        int codes,
        int ballots,
        List<VoteOption> options,
        @Nullable Resolution resolution,
        List<FollowUpMeasure> measures,
        @Nullable String ending) {

    /**
     * The meeting.
     *
     * @param minutes what was said there; null before
     */
    public record Sitting(Instant at, String place, @Nullable String minutes) {}

    /**
     * What can be chosen.
     *
     * @param votes all of them
     * @param onPaper those of them that were cast on paper
     */
    public record VoteOption(long id, String label, int votes, int onPaper) {}

    /** What was decided, and why the rest was not adopted. */
    public record Resolution(String result, String reasons) {}

    /** What is done about it, and by when. */
    public record FollowUpMeasure(
            long id, String what, @Nullable LocalDate due, @Nullable LocalDate done) {}

    public Deliberation {
        options = List.copyOf(options);
        measures = List.copyOf(measures);
    }

    /** Whether comments are taken on a day. */
    public boolean takesComments(LocalDate day) {
        return state == DeliberationState.COMMENTS && !isOver(commentsUntil, day);
    }

    /** Whether a code can be used in a chat on a day. */
    public boolean takesVotes(LocalDate day) {
        return state == DeliberationState.VOTING && !isOver(voteUntil, day);
    }

    /** Whether who comes to the meeting can still say so. */
    public boolean takesGuests(Instant now) {
        return state == DeliberationState.MEETING
                && sitting != null
                && sitting.minutes() == null
                && now.isBefore(sitting.at());
    }

    private static boolean isOver(@Nullable LocalDate last, LocalDate day) {
        return last != null && day.isAfter(last);
    }

    /** Ballots for every hundred codes; empty if there are none. */
    public Optional<Integer> turnout() {
        return codes == 0 ? Optional.empty() : Optional.of(Math.round(100f * ballots / codes));
    }
}
