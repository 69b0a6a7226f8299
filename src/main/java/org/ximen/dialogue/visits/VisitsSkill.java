package org.ximen.dialogue.visits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.staff.Bindings;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.visits.NewVisit;
import org.ximen.visits.VisitDesk;
import org.ximen.visits.VisitKind;
import org.ximen.visits.VisitOutcome;
import org.ximen.visits.VisitSearch;
import org.ximen.visits.VisitSubject;
import org.ximen.visits.Visits;
import org.ximen.workdays.WorkCalendar;

/**
 * Lists in a chat that is bound to an account whom its owner is to visit, and records by a button
 * that they were there. Others are told so, and nothing is done.
 */
public final class VisitsSkill implements Skill {
    private static final String VISITED = "visited";
    private static final int AT_ONCE = 5;
    // id of whom / how often they had been visited / outcome
    private static final Pattern VALUE =
            Pattern.compile("(\\d{1,18})/(\\d{1,9})/(MET|NOBODY_HOME|REFUSED)");

    private final Visits visits;
    private final VisitDesk desk;
    private final Bindings bindings;
    private final SkillTexts texts = new SkillTexts(VisitsSkill.class);

    /** Works with these features. */
    public VisitsSkill(Features features) {
        this.visits = features.visits();
        this.desk = features.visits().desk();
        this.bindings = features.bindings();
    }

    @Override
    public String name() {
        return "visits";
    }

    @Override
    public Map<String, String> commands() {
        return Map.of("visit", "visit", "走访", "visit");
    }

    @Override
    public boolean isForStaff() {
        return true;
    }

    @Override
    public Set<String> buttons() {
        return Set.of(VISITED);
    }

    @Override
    public Work take(Turn turn, Call call) {
        return call instanceof Call.Pressed(var button, var value)
                ? standing -> staff(turn, standing, me -> List.of(recorded(turn, value, me)))
                : standing -> staff(turn, standing, me -> due(turn, me));
    }

    /** Only for those whose chat it is. */
    private Step staff(Turn turn, Conversation standing, Function<StaffMember, List<Reply>> what) {
        var replies =
                bindings.of(turn.incoming().sender())
                        .map(me -> tried(me, what))
                        .orElseGet(() -> List.of(Reply.of(Reply.Kind.HELP, say(turn, "stranger"))));
        return new Step(replies, standing, false);
    }

    private static List<Reply> tried(StaffMember me, Function<StaffMember, List<Reply>> what) {
        try {
            return what.apply(me);
        } catch (StaffRefused e) {
            return List.of(Reply.of(Reply.Kind.HELP, Objects.toString(e.getMessage())));
        }
    }

    private List<Reply> due(Turn turn, StaffMember me) {
        var today = LocalDate.ofInstant(turn.now(), WorkCalendar.ZONE);
        var search = new VisitSearch(today, null, null, "");
        var found = desk.list(search, 0, AT_ONCE, me);
        if (found.isEmpty()) {
            return List.of(Reply.of(Reply.Kind.STATUS, say(turn, "none")));
        }
        var replies = new ArrayList<Reply>();
        found.forEach(subject -> replies.add(card(turn, subject)));
        long count = desk.count(search, me);
        var end = count > found.size() ? say(turn, "more", count, found.size()) + "\n" : "";
        replies.add(Reply.of(Reply.Kind.STATUS, end + say(turn, "last")));
        return replies;
    }

    private Reply card(Turn turn, VisitSubject subject) {
        var kind = visits.kind(subject.kind()).map(VisitKind::name).orElse(subject.kind());
        var text =
                say(turn, "card", subject.name(), kind, subject.place(), day(turn, subject.due()));
        return Reply.of(
                Reply.Kind.STATUS,
                text,
                Arrays.stream(VisitOutcome.values())
                        .map(outcome -> choice(turn, subject, outcome))
                        .toList());
    }

    private Choice choice(Turn turn, VisitSubject subject, VisitOutcome outcome) {
        return SkillTexts.labelled(
                say(turn, "label", subject.name(), outcome.shown()),
                VISITED,
                subject.id() + "/" + subject.visits() + "/" + outcome.name());
    }

    private String day(Turn turn, @Nullable LocalDate day) {
        return day == null
                ? say(turn, "unset")
                : turn.language()
                        .of(day.getMonthValue() + "月" + day.getDayOfMonth() + "日", day.toString());
    }

    /** A button that was pressed before, or overtaken by another visit, records nothing. */
    private Reply recorded(Turn turn, String value, StaffMember me) {
        var read = VALUE.matcher(value);
        if (!read.matches()) {
            return Reply.of(Reply.Kind.HELP, say(turn, "gone"));
        }
        long id = Long.parseLong(read.group(1));
        var subject = desk.get(id, me);
        if (!read.group(2).equals(String.valueOf(subject.visits()))) {
            return Reply.of(Reply.Kind.STATUS, say(turn, "known", subject.name()));
        }
        var outcome = VisitOutcome.valueOf(read.group(3));
        desk.visit(id, "chat-visit-" + read.group(2), NewVisit.of(outcome), me, turn.now());
        var next = day(turn, desk.get(id, me).due());
        return Reply.of(
                Reply.Kind.STATUS, say(turn, "recorded", subject.name(), outcome.shown(), next));
    }

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }
}
