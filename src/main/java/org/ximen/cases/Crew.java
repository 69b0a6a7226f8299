package org.ximen.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Escalation.Audience;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.district.District;
import org.ximen.staff.Bindings;
import org.ximen.staff.OnDuty;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.workdays.WorkCalendar;

/**
 * Tells the staff what waits for them, in the chats that they bound: handlers what comes to their
 * department in their areas, dispatchers what comes to the desk and what runs late. What is for
 * somebody who is away reaches who stands in. Nothing of who reported.
 */
final class Crew {
    private final Bindings bindings;
    private final District district;
    private final CaseWords words;
    private final Telling.Said said;
    private final Escalation escalation;

    Crew(
            Bindings bindings,
            District district,
            CaseWords words,
            Telling.Said said,
            Escalation escalation) {
        this.bindings = bindings;
        this.district = district;
        this.words = words;
        this.said = said;
        this.escalation = escalation;
    }

    void reported(GridCase item, Instant now) {
        tell(Role.DISPATCHER, member -> true, words.waiting("新案件待立案", item, now), now);
    }

    /** Many at once; of the urgent ones the desk has heard already. */
    void imported(CaseSource source, int many, Instant now) {
        tell(Role.DISPATCHER, member -> true, source.shown() + " 导入 " + many + " 件，待立案。", now);
    }

    /** What a step leaves to somebody else of the staff. */
    void moved(GridCase item, Verb verb, Actor by, Instant now) {
        switch (verb) {
            case DISPATCH -> handlers(item, "新派给", now);
            case RESUME -> handlers(item, "恢复办理，派给", now);
            case REWORK -> handlers(item, "核查要求返工，请", now);
            case RETURN ->
                    tell(Role.DISPATCHER, m -> true, words.waiting("退回，待重新派遣", item, now), now);
            case APPEAL -> {
                handlers(item, "反映人说没有解决，重新办理，请", now);
                warned(item, "反映人说没有解决，已退给原单位重新办理", now);
            }
            case HANDLE -> checkers(item, by, now);
            case FILE, REFUSE, MERGE, ACCEPT, ARRIVE, CONTACT, EXTEND, SUSPEND, ASSIST -> {}
            case VERIFY, CLOSE, REOPEN, CANCEL -> {}
            // Of what is put right, CorrectionNews tells.
            case RECLASSIFY, RELOCATE, PRIORITISE, REDISPATCH, SPLIT, GRANT, DENY, NOTE -> {}
        }
    }

    private void checkers(GridCase item, Actor by, Instant now) {
        Predicate<StaffMember> sees =
                member -> sees(member, item) && !member.name().equals(by.name());
        tellOf(item, Role.VERIFIER, sees, "处置完成，待核查", now);
    }

    private boolean sees(StaffMember member, GridCase item) {
        return Sight.of(member, district).sees(item);
    }

    /** The reporter pushes. */
    void urged(GridCase item, Instant now) {
        warned(item, "反映人催办", now);
        if (item.state() == State.DISPATCHED || item.state() == State.ACCEPTED) {
            handlers(item, "反映人催办，请", now);
        }
    }

    /** It has become dangerous. */
    void escalated(GridCase item, Instant now) {
        warned(item, "情况变得危险", now);
        handlers(item, "情况变得危险，请", now);
    }

    /** Somebody was sent, and the reporter corrects something or needs it no longer. */
    void corrected(GridCase item, Instant now) {
        warned(item, "反映人有新的说明", now);
        handlers(item, "反映人有新的说明，请", now);
    }

    /** Somebody is not content with a case that is not opened again by rule. */
    void unhappy(GridCase item, String note, Instant now) {
        warned(item, note, now);
        tell(Role.ADMIN, member -> true, words.waiting(note, item, now), now);
    }

    void warned(GridCase item, String note, Instant now) {
        tell(Role.DISPATCHER, member -> true, words.waiting(note, item, now), now);
    }

    /** Those who handle it. */
    void handlers(GridCase item, String why, Instant now) {
        var head = why + words.department(item);
        tellOf(item, Role.HANDLER, m -> isFor(m, item, item.department()), head, now);
    }

    /** Those of a unit that has to do with it, or had. */
    void unit(String department, GridCase item, String why, Instant now) {
        Predicate<StaffMember> theirs =
                member -> member.department() != null && isFor(member, item, department);
        tellOf(item, Role.HANDLER, theirs, why, now);
    }

    /** A stage that is far behind its time, and who is told every day. */
    record Lasting(GridCase item, StageClock clock, Set<Audience> whom) {}

    /** A stage runs late; how many chats were told, each once. */
    int late(GridCase item, StageClock clock, Set<Audience> whom, Instant now) {
        var chats = chats(item, clock.stage(), whom, now);
        var text = words.late(item, clock, now);
        chats.forEach(each -> say(each, text, now));
        return chats.size();
    }

    /** Stages that still are late: one message a chat. */
    void lasting(List<Lasting> all, Instant now) {
        var theirs = new LinkedHashMap<Sender, List<Lasting>>();
        for (var each : all) {
            chats(each.item(), each.clock().stage(), each.whom(), now)
                    .forEach(chat ->
                            theirs.computeIfAbsent(chat.sender(), to -> new ArrayList<>())
                                    .add(each));
        }
        theirs.forEach((to, some) ->
                said.say(to, Reply.of(Reply.Kind.STATUS, CaseWords.lasting(some)), now));
    }

    private Collection<OnDuty> chats(
            GridCase item, TimedStage stage, Set<Audience> whom, Instant now) {
        var chats = new LinkedHashMap<Sender, OnDuty>();
        if (whom.contains(Audience.ACTOR)) {
            actors(item, stage, now).forEach(each -> chats.put(each.sender(), each));
        }
        if (whom.contains(Audience.DESK)) {
            onDuty(escalation.role(Audience.DESK), m -> true, now)
                    .forEach(each -> chats.putIfAbsent(each.sender(), each));
        }
        if (whom.contains(Audience.LEADER)) {
            onDuty(escalation.role(Audience.LEADER), m -> sees(m, item), now)
                    .forEach(each -> chats.putIfAbsent(each.sender(), each));
        }
        return chats.values();
    }

    /** Who can act on a stage. */
    private List<OnDuty> actors(GridCase item, TimedStage stage, Instant now) {
        if (stage == TimedStage.VERIFICATION) {
            return onDuty(Role.VERIFIER.name(), m -> sees(m, item), now);
        }
        boolean sent = item.state().underway();
        return sent && (stage == TimedStage.HANDLING || stage == TimedStage.CONTACT)
                ? onDuty(Role.HANDLER.name(), m -> isFor(m, item, item.department()), now)
                : onDuty(Role.DISPATCHER.name(), m -> true, now);
    }

    private boolean isFor(StaffMember member, GridCase item, @Nullable String unit) {
        var department = member.department();
        return Sight.of(member, district).sees(item, unit)
                && (department == null || department.equals(unit))
                && isIn(member, item);
    }

    private boolean isIn(StaffMember member, GridCase item) {
        var area = item.area();
        return member.areas().isEmpty()
                || member.isEverywhere()
                || area == null
                || Sight.below(member.areas(), district).contains(area.code());
    }

    private void tell(Role role, Predicate<StaffMember> whom, String text, Instant now) {
        onDuty(role.name(), whom, now).forEach(each -> say(each, text, now));
    }

    private void say(OnDuty who, String text, Instant now) {
        said.say(who.sender(), Reply.of(Reply.Kind.STATUS, addressed(who, text)), now);
    }

    private static String addressed(OnDuty who, String text) {
        var away = who.insteadOf();
        return away == null ? text : "（代 " + away + "）" + text;
    }

    /** Those of a role in their chats, each chat once. */
    private List<OnDuty> onDuty(String role, Predicate<StaffMember> whom, Instant now) {
        var day = now.atZone(WorkCalendar.ZONE).toLocalDate();
        return bindings.onDuty(role, day, whom);
    }

    /** Who goes on with a case opens it with one touch. */
    private void tellOf(
            GridCase item, Role role, Predicate<StaffMember> whom, String why, Instant now) {
        var text = words.waiting(why, item, now);
        for (var each : onDuty(role.name(), whom, now)) {
            var reply = Reply.of(Reply.Kind.STATUS, addressed(each, text), CaseWords.card(item));
            said.say(each.sender(), reply.about(item.number()), now);
        }
    }
}
