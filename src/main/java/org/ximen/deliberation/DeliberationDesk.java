package org.ximen.deliberation;

import static org.ximen.deliberation.DeliberationText.text;
import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.DISPATCHER;
import static org.ximen.staff.Role.EDITOR;
import static org.ximen.staff.Role.LEADER;
import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;
import static org.ximen.staff.StaffRefused.Reason.INVALID;
import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.ximen.db.Db;
import org.ximen.deliberation.Deliberation.Resolution;
import org.ximen.deliberation.Deliberations.Parts;
import org.ximen.district.Area;
import org.ximen.notices.Notice;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.workdays.WorkCalendar;

/** What staff do with what is talked over: propose, lead through its states, hand out codes. */
public final class DeliberationDesk {
    private static final int MOST_LISTED = 200;
    private static final int MOST_CODES = 2000;
    private static final int LONGEST = 1500;
    private static final int LONGEST_LINE = 200;

    private final Db db;
    private final Parts parts;
    private final Work work;
    private final SecureRandom random = new SecureRandom();

    /** What it shares with the rest of the package. */
    record Work(
            DeliberationTable table,
            VoiceTable voices,
            BallotTable ballots,
            DeliberationNews news) {}

    /** One with all that staff read of it. */
    public record DeliberationFile(
            Deliberation item,
            List<ResidentComment> comments,
            int followers,
            int guests,
            List<PaperBatch> papers,
            boolean steers) {}

    /**
     * Codes that are wanted.
     *
     * @param households how many more, 1 to 2000 in all
     * @param had how many there were for who orders them: the same order again makes none
     */
    public record CodeOrder(int households, int had) {}

    DeliberationDesk(Db db, Parts parts, Work work) {
        this.db = db;
        this.parts = parts;
        this.work = work;
    }

    /**
     * Those in a state that the member may see, newest first, without options and measures; null
     * for all states.
     */
    public List<Deliberation> list(@Nullable DeliberationState state, StaffMember by) {
        reads(by);
        return work.table().list(state, MOST_LISTED).stream()
                .filter(item -> sees(by, item.area()))
                .toList();
    }

    /**
     * One with all that is known of it; nothing says who said what.
     *
     * @throws StaffRefused if there is none that the member may see
     */
    public DeliberationFile get(long id, StaffMember by) {
        reads(by);
        var item =
                work.table()
                        .find(id)
                        .filter(each -> sees(by, each.area()))
                        .orElseThrow(DeliberationDesk::unknown);
        return new DeliberationFile(
                item,
                work.voices().comments(id),
                work.voices().followers(id),
                work.voices().guests(id),
                work.ballots().papers(id),
                isSteering(by, item.area()));
    }

    /**
     * Proposes something to be talked over.
     *
     * @param topic id of the topic (一类事) that it grows from, of which there is one only
     * @return its id; that of the one that the topic has already
     * @throws StaffRefused if it is not the member's to do, or the area is unknown
     */
    public long propose(DeliberationText text, @Nullable Long topic, StaffMember by, Instant now) {
        boolean fromTopic = topic != null && by.is(DISPATCHER, ADMIN);
        var placed = placed(text);
        if (!fromTopic && !isSteering(by, placed.area())) {
            throw forbidden();
        }
        try {
            return db.in(() -> of(topic).orElseGet(() -> added(placed, topic, by, now)));
        } catch (DuplicateKeyException e) {
            // Somebody else was faster.
            return of(topic).orElseThrow(() -> e);
        }
    }

    private Optional<Long> of(@Nullable Long topic) {
        return Optional.ofNullable(topic).flatMap(work.table()::ofTopic);
    }

    private long added(DeliberationText text, @Nullable Long topic, StaffMember by, Instant now) {
        long id = work.table().add(text, topic, by.name(), now);
        record(id, "deliberation.propose", text.title(), by, now);
        return id;
    }

    private DeliberationText placed(DeliberationText text) {
        var named = text.area();
        if (named == null) {
            return text;
        }
        var area =
                parts.district()
                        .area(named)
                        .orElseThrow(
                                () -> new StaffRefused(INVALID, "没有叫“" + named + "”的区域，请从列表里选。"));
        var code = area.equals(parts.district().whole()) ? null : area.code();
        return new DeliberationText(text.title(), text.body(), code, text.options());
    }

    /**
     * Takes a step: who follows hears of it soon, once, and its article says how it stands.
     *
     * @throws StaffRefused if it is not the member's to take, does not fit how it stands, or lacks
     *     something
     */
    public Deliberation take(long id, DeliberationStep step, StaffMember by, Instant now) {
        return db.in(() -> {
            var item = held(id, step.verb(), by);
            var note = taken(item, step, by, now);
            step.verb().to().ifPresent(to -> work.table().state(id, to, now));
            work.table().draftedNotice(id, null);
            var after = work.table().find(id).orElseThrow();
            work.news().publish(after, now);
            tell(item, step, after, now);
            record(id, step.verb().recorded(), note, by, now);
            return after;
        });
    }

    /** What changes nothing is not told, nor are minutes that are put right. */
    private void tell(Deliberation before, DeliberationStep step, Deliberation after, Instant now) {
        var sitting = before.sitting();
        boolean corrected =
                step.verb() == DeliberationVerb.MINUTES
                        && sitting != null
                        && sitting.minutes() != null;
        if (!step.verb().told() || corrected || after.equals(before)) {
            return;
        }
        if (step.verb() == DeliberationVerb.MEET && sitting != null) {
            work.table().news(after.id(), DeliberationNews.Kind.MOVED);
        } else {
            work.table().news(after.id(), DeliberationNews.Kind.STEP);
        }
    }

    /** Returns what the records say of it. */
    private String taken(Deliberation item, DeliberationStep step, StaffMember by, Instant now) {
        var table = work.table();
        long id = item.id();
        switch (step) {
            case DeliberationStep.Edit edit -> edit(item, edit.text(), by, now);
            case DeliberationStep.Open open ->
                    table.commentsUntil(id, future(open.until(), "征询到哪天", now));
            case DeliberationStep.Extend extend -> extend(item, extend.until(), now);
            case DeliberationStep.Meet meet -> meet(item, meet, now);
            case DeliberationStep.Minutes minutes -> minutes(item, minutes.words(), now);
            case DeliberationStep.Vote vote -> vote(item, vote.until(), now);
            case DeliberationStep.Publish publish -> publish(item, publish, now);
            case DeliberationStep.CarryOut carry -> measure(item, carry.what(), carry.due());
            case DeliberationStep.AddMeasure add -> measure(item, add.what(), add.due());
            case DeliberationStep.MeasureDone done -> measureDone(id, done, now);
            case DeliberationStep.Finish finish ->
                    table.ending(id, text("怎样办结的", finish.words(), LONGEST));
            case DeliberationStep.Drop drop -> drop(id, drop.reason());
        }
        return item.title();
    }

    private void edit(Deliberation item, DeliberationText text, StaffMember by, Instant now) {
        var placed = placed(text);
        boolean printed =
                placed.title().equals(item.title()) && placed.options().equals(labels(item));
        if (item.codes() > 0 && !printed) {
            throw new StaffRefused(CONFLICT, "议题和选项已经印在选票上了。要改，先“作废选票码”、收回选票，改好再做码。");
        }
        if (!isSteering(by, placed.area())) {
            throw new StaffRefused(FORBIDDEN, "这个区域不归您管，请选自己的区域。");
        }
        work.table().rewrite(item.id(), placed, now);
    }

    private static List<String> labels(Deliberation item) {
        return item.options().stream().map(Deliberation.VoteOption::label).toList();
    }

    private void extend(Deliberation item, @Nullable LocalDate until, Instant now) {
        boolean voting = item.state() == DeliberationState.VOTING;
        var known = voting ? item.voteUntil() : item.commentsUntil();
        var last = future(until, "延长到哪天", now);
        if (known != null && last.isBefore(known)) {
            throw new StaffRefused(INVALID, "原来到 " + known + "，只能往后延，请写更晚的日子。");
        }
        if (voting) {
            work.table().voteUntil(item.id(), last);
        } else {
            work.table().commentsUntil(item.id(), last);
        }
    }

    private void minutes(Deliberation item, String words, Instant now) {
        var sitting = item.sitting();
        if (sitting != null && now.isBefore(sitting.at())) {
            throw new StaffRefused(CONFLICT, "会还没有开，开了再写会议记录；时间不对，先“约会议”改过来。");
        }
        work.table().minutes(item.id(), text("会议记录", words, LONGEST));
    }

    private void meet(Deliberation item, DeliberationStep.Meet meet, Instant now) {
        var sitting = item.sitting();
        if (sitting != null && sitting.minutes() != null) {
            throw new StaffRefused(CONFLICT, "会已经开过，写了会议记录，不能再改时间和地点。");
        }
        var at = meet.at();
        if (at == null || at.isBefore(now)) {
            throw new StaffRefused(INVALID, "请写明会议在哪天几点，要在现在之后。");
        }
        work.table().sitting(item.id(), at, text("会议地点", meet.place(), LONGEST_LINE));
    }

    private void vote(Deliberation item, @Nullable LocalDate until, Instant now) {
        if (item.options().size() < 2) {
            throw new StaffRefused(CONFLICT, "要有至少两个选项才能表决，请先“改文字”加上选项。");
        }
        if (item.codes() == 0) {
            throw new StaffRefused(CONFLICT, "还没有选票码，请先做码、打印、发到各户，再开始表决。");
        }
        work.table().voteUntil(item.id(), future(until, "表决到哪天", now));
    }

    private static LocalDate future(@Nullable LocalDate day, String what, Instant now) {
        if (day == null || day.isBefore(today(now))) {
            throw new StaffRefused(INVALID, "请写明" + what + "，不能早于今天。");
        }
        return day;
    }

    private void publish(Deliberation item, DeliberationStep.Publish publish, Instant now) {
        boolean everybody = item.ballots() >= item.codes();
        if (item.takesVotes(today(now)) && !everybody) {
            throw new StaffRefused(CONFLICT, "表决到 " + item.voteUntil() + " 才结束，结束后再公示。");
        }
        if (!work.ballots().papers(item.id()).isEmpty()) {
            throw new StaffRefused(CONFLICT, "还有纸质选票等另一位同事核对，核对或退回后再公示。");
        }
        var result = text("结果", publish.result(), LONGEST);
        var reasons = text("没有采纳的和理由", publish.reasons(), LONGEST);
        work.table().resolution(item.id(), new Resolution(result, reasons));
    }

    private void measure(Deliberation item, String typed, @Nullable LocalDate due) {
        if (due == null) {
            throw new StaffRefused(INVALID, "请写明这一步哪天前做完。");
        }
        var what = text("做什么", typed, LONGEST_LINE);
        if (item.measures().stream().anyMatch(m -> m.done() == null && m.what().equals(what))) {
            throw new StaffRefused(CONFLICT, "“" + what + "”已经在落实里了，请刷新页面再看。");
        }
        work.table().addMeasure(item.id(), what, due);
    }

    private void measureDone(long id, DeliberationStep.MeasureDone done, Instant now) {
        var given = done.day();
        var day = given == null ? today(now) : given;
        if (day.isAfter(today(now))) {
            throw new StaffRefused(INVALID, "做完的日子不能晚于今天。");
        }
        if (!work.table().measureDone(id, done.measure(), day)) {
            throw new StaffRefused(CONFLICT, "没有这一步还没做完的，请刷新页面再看。");
        }
    }

    private void drop(long id, String reason) {
        work.table().ending(id, text("为什么不再商量", reason, LONGEST));
        work.table().leaveTopic(id);
        work.ballots().deletePapers(id);
    }

    /**
     * Makes codes, one a household, to be printed now: only what they can be known again by is
     * kept.
     *
     * @throws StaffRefused once the vote has begun, without options to print, or where others were
     *     made meanwhile
     */
    public List<BallotCode> makeCodes(long id, CodeOrder order, StaffMember by, Instant now) {
        return db.in(() -> {
            var item = held(id, DeliberationVerb.MAKE_CODES, by);
            int households = order.households();
            if (item.options().size() < 2) {
                throw new StaffRefused(CONFLICT, "选票上要印选项，请先“改文字和选项”，写至少两个。");
            }
            if (item.codes() != order.had()) {
                throw new StaffRefused(
                        CONFLICT, "这里已经有 " + item.codes() + " 个选票码了，这次没有做。还要再做，回到议题页再点一次。");
            }
            if (households < 1 || item.codes() + households > MOST_CODES) {
                throw new StaffRefused(INVALID, "请写有多少户，1 到 " + MOST_CODES + "（已有的也算）。");
            }
            var codes =
                    Stream.generate(() -> BallotCode.next(random))
                            .distinct()
                            .limit(households)
                            .toList();
            codes.forEach(code -> work.ballots().addCode(id, code.hash()));
            record(id, DeliberationVerb.MAKE_CODES.recorded(), households + " 个", by, now);
            return codes;
        });
    }

    /** Makes all codes void, such as those of a sheet that was lost; returns how many. */
    public int voidCodes(long id, StaffMember by, Instant now) {
        return db.in(() -> {
            held(id, DeliberationVerb.VOID_CODES, by);
            int gone = work.ballots().voidCodes(id);
            record(id, DeliberationVerb.VOID_CODES.recorded(), gone + " 个", by, now);
            return gone;
        });
    }

    /**
     * Enters paper ballots; they count once another member has confirmed them.
     *
     * @throws StaffRefused if a code is none of it or was used, or they are not as many as the
     *     votes
     */
    public void enterPaper(long id, PaperEntry entry, StaffMember by, Instant now) {
        db.run(() -> {
            var item = held(id, DeliberationVerb.ENTER_PAPER, by);
            entry.check(item);
            entry.codes().forEach(code -> unused(item, code));
            var ballots = work.ballots();
            long paper = ballots.addPaper(id, entry.codes().size(), by.name(), now);
            entry.codes().forEach(code -> ballots.addPaperCode(paper, code.hash()));
            entry.counts().forEach((option, votes) -> ballots.addPaperCount(paper, option, votes));
            record(id, "deliberation.enter_paper", entry.codes().size() + " 张", by, now);
        });
    }

    private void unused(Deliberation item, BallotCode code) {
        var known = work.ballots().find(code.hash());
        if (known.filter(each -> each.deliberation() == item.id()).isEmpty()) {
            throw new StaffRefused(INVALID, "没有选票码 " + code.printed() + "，请核对。一张也没有录入。");
        }
        if (known.get().used()) {
            throw new StaffRefused(CONFLICT, "选票码 " + code.printed() + " 已经投过，请拿掉这一张。一张也没有录入。");
        }
        if (work.ballots().isEntered(code.hash())) {
            throw new StaffRefused(
                    CONFLICT, "选票码 " + code.printed() + " 已经录在等核对的一批里，请拿掉这一张。一张也没有录入。");
        }
    }

    /**
     * Counts what another member entered.
     *
     * @throws StaffRefused if it is one's own, or a code was used meanwhile
     */
    public void confirmPaper(long id, long paper, StaffMember by, Instant now) {
        db.run(() -> {
            var item = heldToConfirm(id, by);
            var batch = batch(item, paper);
            if (batch.enteredBy().equals(by.name())) {
                throw new StaffRefused(CONFLICT, "这一批是您自己录的，要由另一位同事核对。");
            }
            var codes = work.ballots().paperCodes(paper);
            if (codes.stream().anyMatch(hash -> !work.ballots().use(id, hash))) {
                throw new StaffRefused(CONFLICT, "其中有选票码已经投过，请退回这一批，查清后重录。");
            }
            batch.counts()
                    .forEach((option, votes) -> work.ballots().count(id, option, votes, true));
            work.ballots().deletePaper(paper);
            var note = batch.ballots() + " 张，" + batch.enteredBy() + " 录入";
            record(id, DeliberationVerb.CONFIRM_PAPER.recorded(), note, by, now);
        });
    }

    /** Sends what was entered back; nothing of it counts. */
    public void rejectPaper(long id, long paper, StaffMember by, Instant now) {
        db.run(() -> {
            var batch = batch(heldToConfirm(id, by), paper);
            work.ballots().deletePaper(paper);
            var note = batch.ballots() + " 张，" + batch.enteredBy() + " 录入";
            record(id, DeliberationVerb.REJECT_PAPER.recorded(), note, by, now);
        });
    }

    private PaperBatch batch(Deliberation item, long paper) {
        return work.ballots().papers(item.id()).stream()
                .filter(each -> each.id() == paper)
                .findFirst()
                .orElseThrow(() -> new StaffRefused(CONFLICT, "这一批已经核对或退回了，请刷新页面。"));
    }

    /**
     * Drafts a notice for its area, which goes the usual way of approval; what was drafted of this
     * step and did not go out is that notice.
     *
     * @throws StaffRefused if residents do not read of it, or the role writes no notices
     */
    public Notice draftNotice(long id, StaffMember by, Instant now) {
        var item = get(id, by).item();
        if (!isSteering(by, item.area())) {
            throw forbidden();
        }
        if (!item.state().open()) {
            throw new StaffRefused(CONFLICT, "先“开始征询”，再写通知。");
        }
        return db.in(() -> {
            var held = work.table().hold(id).orElseThrow();
            return drafted(held, now).orElseGet(() -> draft(held, by, now));
        });
    }

    private Optional<Notice> drafted(Deliberation item, Instant now) {
        return work.table()
                .draftedNotice(item.id())
                .flatMap(parts.notices()::find)
                .filter(notice -> notice.startedAt() == null)
                .filter(notice -> notice.state() != Notice.State.CANCELLED)
                .filter(notice -> isStanding(item, notice.writtenAt(), now));
    }

    /** The last day of comments or of the vote may have passed since. */
    private boolean isStanding(Deliberation item, Instant written, Instant now) {
        return work.news().notice(item, written).equals(work.news().notice(item, now));
    }

    private Notice draft(Deliberation item, StaffMember by, Instant now) {
        var notice = parts.notices().write(work.news().notice(item, now), by, now);
        work.table().draftedNotice(item.id(), notice.id());
        return notice;
    }

    private Deliberation held(long id, DeliberationVerb verb, StaffMember by) {
        var item = work.table().hold(id).filter(each -> sees(by, each.area()));
        reads(by);
        var found = item.orElseThrow(DeliberationDesk::unknown);
        if (!isSteering(by, found.area())) {
            throw forbidden();
        }
        return fitting(found, verb);
    }

    /** Leaders are the other name beside one who steers. */
    private Deliberation heldToConfirm(long id, StaffMember by) {
        reads(by);
        var item = work.table().hold(id).filter(each -> sees(by, each.area()));
        var found = item.orElseThrow(DeliberationDesk::unknown);
        if (!by.is(LEADER) && !isSteering(by, found.area())) {
            throw forbidden();
        }
        return fitting(found, DeliberationVerb.CONFIRM_PAPER);
    }

    private static Deliberation fitting(Deliberation item, DeliberationVerb verb) {
        if (!verb.fits(item.state())) {
            throw new StaffRefused(
                    CONFLICT,
                    "现在是“" + item.state().shown() + "”，" + verb.shown() + "做不了。" + open(item));
        }
        return item;
    }

    private static String open(Deliberation item) {
        var verbs = DeliberationVerb.in(item.state());
        return verbs.isEmpty()
                ? "没有可做的了。"
                : "可以："
                        + verbs.stream()
                                .map(DeliberationVerb::shown)
                                .collect(Collectors.joining("、"))
                        + "。";
    }

    private void record(long id, String what, String note, StaffMember by, Instant now) {
        parts.audit().record(by.name(), what, "deliberations/" + id, note, now);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, WorkCalendar.ZONE);
    }

    /** What is for the whole street, all who read see; else who has areas sees those. */
    private boolean sees(StaffMember by, @Nullable String area) {
        return area == null || isWithin(by, area);
    }

    private boolean isSteering(StaffMember by, @Nullable String area) {
        return by.is(EDITOR, APPROVER, ADMIN)
                && (area == null ? !isLimited(by) : isWithin(by, area));
    }

    private boolean isWithin(StaffMember by, String area) {
        return !isLimited(by)
                || by.areas().stream()
                        .flatMap(code -> parts.district().area(code).stream())
                        .flatMap(each -> parts.district().with(each).stream())
                        .map(Area::code)
                        .anyMatch(area::equals);
    }

    /** Leaders see their areas; so does an editor of a neighbourhood (居委), who has some. */
    private static boolean isLimited(StaffMember by) {
        boolean limited = by.is(LEADER) || by.is(EDITOR) && !by.areas().isEmpty();
        return limited && !by.isEverywhere();
    }

    private static void reads(StaffMember by) {
        if (!by.is(EDITOR, APPROVER, LEADER, ADMIN)) {
            throw new StaffRefused(FORBIDDEN, "协商由编辑、审核员、网格长和管理员看。");
        }
    }

    private static StaffRefused forbidden() {
        return new StaffRefused(FORBIDDEN, "协商由编辑、审核员和管理员办，编辑只办自己的区域。");
    }

    private static StaffRefused unknown() {
        return new StaffRefused(UNKNOWN, "没有这个议题，请回到列表。");
    }
}
