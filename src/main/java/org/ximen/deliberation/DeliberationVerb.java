package org.ximen.deliberation;

import static org.ximen.deliberation.DeliberationState.COMMENTS;
import static org.ximen.deliberation.DeliberationState.DONE;
import static org.ximen.deliberation.DeliberationState.DROPPED;
import static org.ximen.deliberation.DeliberationState.FOLLOW_UP;
import static org.ximen.deliberation.DeliberationState.MEETING;
import static org.ximen.deliberation.DeliberationState.PROPOSED;
import static org.ximen.deliberation.DeliberationState.PUBLISHED;
import static org.ximen.deliberation.DeliberationState.VOTING;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What staff can do with a deliberation, in which state, and where it leads: the one table. */
public enum DeliberationVerb {
    EDIT("改文字", null, false, PROPOSED, COMMENTS, MEETING),
    OPEN("开始征询", COMMENTS, true, PROPOSED),
    MEET("约会议", MEETING, true, COMMENTS, MEETING),
    MINUTES("写会议记录", null, true, MEETING),
    MAKE_CODES("做选票码", null, false, PROPOSED, COMMENTS, MEETING),
    VOID_CODES("作废选票码", null, false, PROPOSED, COMMENTS, MEETING),
    VOTE("开始表决", VOTING, true, MEETING),
    EXTEND("延长", null, true, COMMENTS, VOTING),
    ENTER_PAPER("录入纸质选票", null, false, VOTING),
    CONFIRM_PAPER("核对纸质选票", null, false, VOTING),
    REJECT_PAPER("退回纸质选票", null, false, VOTING),
    PUBLISH("公示结果", PUBLISHED, true, VOTING),
    CARRY_OUT("开始落实", FOLLOW_UP, true, PUBLISHED),
    ADD_MEASURE("加一步", null, true, FOLLOW_UP),
    MEASURE_DONE("做完一步", null, true, FOLLOW_UP),
    FINISH("办结", DONE, true, PUBLISHED, FOLLOW_UP),
    DROP("不再商量", DROPPED, true, PROPOSED, COMMENTS, MEETING, VOTING);

    private final String shown;
    private final @Nullable DeliberationState to;
    private final boolean told;
    private final Set<DeliberationState> from;

    DeliberationVerb(
            String shown, @Nullable DeliberationState to, boolean told, DeliberationState... from) {
        this.shown = shown;
        this.to = to;
        this.told = told;
        this.from = Set.of(from);
    }

    /** The words staff read. */
    public String shown() {
        return shown;
    }

    /** Whether those who follow hear of it. */
    boolean told() {
        return told;
    }

    /** The state that it leads to; empty where it stays. */
    Optional<DeliberationState> to() {
        return Optional.ofNullable(to);
    }

    /** Whether it can be done in a state. */
    public boolean fits(DeliberationState state) {
        return from.contains(state);
    }

    /** What can be done in a state. */
    public static List<DeliberationVerb> in(DeliberationState state) {
        return Arrays.stream(values()).filter(verb -> verb.fits(state)).toList();
    }

    /** The word in records. */
    String recorded() {
        return "deliberation." + name().toLowerCase(Locale.ROOT);
    }
}
