package org.ximen.topics;

import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;
import static org.ximen.staff.StaffRefused.Reason.INVALID;
import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Occurrence;
import org.ximen.cases.Occurrences;
import org.ximen.cases.Sight;
import org.ximen.db.Db;
import org.ximen.district.Department;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Plain;
import org.ximen.topics.CaseTopic.TopicDecision;
import org.ximen.topics.CaseTopic.TopicEnding;
import org.ximen.topics.TopicTable.Kept;

/** What staff do with topics: dispatchers and administrators steer, those of the area read. */
public final class TopicDesk {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_MEASURE = 200;
    private static final int SHORT_SPAN = 30;
    private static final int LONG_SPAN = 90;

    private final Db db;
    private final Topics.Parts parts;
    private final Work work;

    /** What it shares with the rest of the package. */
    record Work(TopicTables tables, TopicLinks links, TopicNews news, Occurrences occurrences) {}

    TopicDesk(Db db, Topics.Parts parts, Work work) {
        this.db = db;
        this.parts = parts;
        this.work = work;
    }

    /** Those in a state that the member may see; what comes back most first. */
    public List<CaseTopic> list(TopicState state, StaffMember by) {
        reads(by);
        return topics().in(state).stream()
                .map(Kept::topic)
                .filter(topic -> sees(by, topic))
                .toList();
    }

    /** The topics under way or ended to which a case belongs and that the member may see. */
    public List<TopicLink> of(String number, StaffMember by) {
        return work.tables().cases().topics(number).stream()
                .flatMap(id -> topics().find(id).stream())
                .map(Kept::topic)
                .filter(topic -> sees(by, topic))
                .map(topic -> new TopicLink(topic, work.links().nth(topic.id(), number)))
                .toList();
    }

    /** Account names of those who can lead one. */
    public List<String> owners() {
        return parts.accounts().list().stream()
                .filter(StaffMember::active)
                .map(StaffMember::name)
                .toList();
    }

    /**
     * One with all that is known of it.
     *
     * @throws StaffRefused if there is none that the member may see
     */
    public TopicFile get(long id, StaffMember by, Instant now) {
        reads(by);
        var kept = kept(id, by);
        var numbers = work.links().reports(id).stream().map(Occurrence::number).toList();
        return new TopicFile(
                kept.topic(),
                work.tables().measures().of(id),
                numbers.reversed(),
                effects(kept, now),
                work.tables().told().asked(id),
                work.tables().told().answers(id));
    }

    private List<TopicEffect> effects(Kept kept, Instant now) {
        var raised = kept.topic().decided();
        boolean counted = kept.is(TopicState.OPEN) || kept.is(TopicState.ENDED);
        return raised == null || !counted
                ? List.of()
                : Stream.of(SHORT_SPAN, LONG_SPAN)
                        .map(days -> work.links().effect(kept, raised, days, now))
                        .toList();
    }

    /**
     * Takes a step and returns what came of it.
     *
     * @throws StaffRefused if it is not the member's to take, does not fit how the topic stands, or
     *     lacks something
     */
    public TopicFile take(long id, TopicStep step, StaffMember by, Instant now) {
        steers(by);
        return db.in(() -> {
            var kept = kept(id, by);
            var note = taken(kept, step, by, now);
            parts.audit().record(by.name(), step.recorded(), "topics/" + id, note, now);
            return get(id, by, now);
        });
    }

    /** Returns what the records say of it. */
    private String taken(Kept kept, TopicStep step, StaffMember by, Instant now) {
        return switch (step) {
            case TopicStep.Raise raise -> raise(kept, raise, by, now);
            case TopicStep.Dismiss dismiss -> dismiss(kept, dismiss, by, now);
            case TopicStep.Merge merge -> merge(kept, merge, by, now);
            case TopicStep.Replan replan -> replan(kept, replan.plan());
            case TopicStep.AddMeasure measure -> add(kept, measure);
            case TopicStep.Done done -> done(kept, done);
            case TopicStep.End end -> end(kept, end, now);
        };
    }

    private String raise(Kept kept, TopicStep.Raise raise, StaffMember by, Instant now) {
        must(kept, TopicState.CANDIDATE);
        var plan = checked(raise.plan());
        var decision = new TopicDecision(now, by.name(), null);
        decide(kept, TopicState.OPEN, decision, null);
        topics().plan(kept.id(), plan);
        var measure = raise.measure();
        if (measure != null) {
            work.tables().measures().add(kept.id(), checked(measure));
        }
        var open = topics().find(kept.id()).orElseThrow();
        work.links().relink(open, now.minus(TopicLinks.LOOK), now);
        tellStart(open, now);
        return open.topic().title();
    }

    /** Those who reported and were not told yet. */
    private void tellStart(Kept open, Instant now) {
        topics().recount(open.id(), work.links().counted(open, now), now);
        work.news()
                .started(
                        open.topic(),
                        work.links().recent(open.id(), now).cases(),
                        work.tables().measures().of(open.id()),
                        work.occurrences().concerned(numbers(open)),
                        now);
    }

    private List<String> numbers(Kept kept) {
        return work.links().reports(kept.id()).stream().map(Occurrence::number).toList();
    }

    private String dismiss(Kept kept, TopicStep.Dismiss dismiss, StaffMember by, Instant now) {
        must(kept, TopicState.CANDIDATE);
        var why = checked("为什么不是", dismiss.reason(), LONGEST_TEXT);
        decide(kept, TopicState.DISMISSED, new TopicDecision(now, by.name(), why), null);
        return why;
    }

    private String merge(Kept kept, TopicStep.Merge merge, StaffMember by, Instant now) {
        must(kept, TopicState.CANDIDATE, TopicState.OPEN);
        var into = kept(merge.into(), by);
        boolean fits =
                into.is(TopicState.OPEN)
                        && into.id() != kept.id()
                        && into.topic().category().equals(kept.topic().category());
        if (!fits) {
            throw new StaffRefused(CONFLICT, "只能合并到同一类别、正在治理的另一件一类事。请先把那一条立为一类事，再来合并。");
        }
        decide(kept, TopicState.MERGED, new TopicDecision(now, by.name(), null), into.id());
        topics().remerge(kept.id(), into.id());
        work.tables().cases().link(into.id(), work.tables().cases().of(kept.id()), now);
        work.tables().told().join(kept.id(), into.id());
        tellStart(into, now);
        return "→ " + into.id();
    }

    private String replan(Kept kept, TopicPlan plan) {
        must(kept, TopicState.OPEN);
        var checked = checked(plan);
        topics().plan(kept.id(), checked);
        return checked.owner() == null ? "没有牵头人" : checked.owner();
    }

    private String add(Kept kept, TopicStep.AddMeasure measure) {
        must(kept, TopicState.OPEN);
        var checked = checked(measure);
        work.tables().measures().add(kept.id(), checked);
        return checked.what();
    }

    private String done(Kept kept, TopicStep.Done done) {
        must(kept, TopicState.OPEN);
        if (!work.tables().measures().done(kept.id(), done.measure(), done.day())) {
            throw new StaffRefused(CONFLICT, "没有这条还没做完的措施，请刷新页面再看。");
        }
        return done.measure() + " " + done.day();
    }

    private String end(Kept kept, TopicStep.End end, Instant now) {
        must(kept, TopicState.OPEN);
        var result = checked("结果", end.result(), LONGEST_TEXT).replaceFirst("[。.]$", "");
        if (!topics().end(kept.id(), new TopicEnding(now, result))) {
            throw stale();
        }
        var effects = effects(kept, now);
        var effect = effects.getLast().complete() ? effects.getLast() : effects.getFirst();
        var concerned = work.occurrences().concerned(numbers(kept));
        work.news().ended(kept.topic(), result, effect, concerned, now);
        return result;
    }

    private void decide(
            Kept kept, TopicState to, TopicDecision decision, @Nullable Long mergedInto) {
        if (!topics().decide(kept.id(), kept.topic().state(), to, decision, mergedInto)) {
            throw stale();
        }
    }

    private static StaffRefused stale() {
        return new StaffRefused(CONFLICT, "别人刚刚处理了这一条，请刷新页面再看。");
    }

    private static void must(Kept kept, TopicState... states) {
        if (Stream.of(states).noneMatch(kept::is)) {
            throw new StaffRefused(
                    CONFLICT, "这一条现在是“" + kept.topic().state().shown() + "”，这一步办不了，请刷新页面再看。");
        }
    }

    private TopicPlan checked(TopicPlan plan) {
        var owner = blankToNull(plan.owner());
        if (owner != null && parts.accounts().find(owner).filter(StaffMember::active).isEmpty()) {
            throw new StaffRefused(INVALID, "没有叫“" + owner + "”的账号，牵头人请从列表里选。");
        }
        var cause = blankToNull(plan.cause());
        return new TopicPlan(
                owner, cause == null ? null : checked("原因", cause, LONGEST_TEXT), plan.reviewOn());
    }

    private TopicStep.AddMeasure checked(TopicStep.AddMeasure measure) {
        var named = blankToNull(measure.department());
        var what = checked("做什么", measure.what(), LONGEST_MEASURE).replaceFirst("[。.]$", "");
        return new TopicStep.AddMeasure(
                what, named == null ? null : department(named).id(), measure.from());
    }

    private Department department(String name) {
        return parts.district()
                .department(name)
                .orElseThrow(() -> new StaffRefused(INVALID, "没有叫“" + name + "”的部门，请从列表里选。"));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String checked(String what, String typed, int most) {
        var text = Plain.visible(typed);
        if (text.isEmpty() || text.length() > most) {
            throw new StaffRefused(INVALID, "请写明" + what + "，最多 " + most + " 个字。");
        }
        return text;
    }

    private TopicTable topics() {
        return work.tables().topics();
    }

    private Kept kept(long id, StaffMember by) {
        return topics().find(id)
                .filter(kept -> sees(by, kept.topic()))
                .orElseThrow(() -> new StaffRefused(UNKNOWN, "没有编号为 " + id + " 的一类事，或不在你的部门和区域内。"));
    }

    /** As with cases; whoever takes a measure sees what it is for, and all the whole street's. */
    private boolean sees(StaffMember by, CaseTopic topic) {
        var sight = Sight.of(by, parts.district());
        return topic.streetWide()
                || sight.sees(topic.category().department(), topic.area())
                || work.tables().measures().of(topic.id()).stream()
                        .anyMatch(each -> sight.sees(each.department(), null));
    }

    private static void reads(StaffMember by) {
        if (!by.is(Role.DISPATCHER, Role.HANDLER, Role.VERIFIER, Role.LEADER, Role.ADMIN)) {
            throw new StaffRefused(FORBIDDEN, "一类事由派遣员、处置员、核查员、网格长和管理员看。");
        }
    }

    private static void steers(StaffMember by) {
        if (!by.is(Role.DISPATCHER, Role.ADMIN)) {
            throw new StaffRefused(FORBIDDEN, "只有派遣员和管理员能处理一类事。");
        }
    }
}
