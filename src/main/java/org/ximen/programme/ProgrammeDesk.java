package org.ximen.programme;

import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.EDITOR;
import static org.ximen.staff.Role.LEADER;
import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;
import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.district.Area;
import org.ximen.notices.NewNotice;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Language;
import org.ximen.workdays.WorkCalendar;

/** What staff do with projects: say what changed; another approves it. */
public final class ProgrammeDesk {
    private static final int LONGEST_TITLE = 50;

    private final Db db;
    private final Programme.Parts parts;
    private final Programme programme;
    private final Records records;
    private final ProgrammeWords words = new ProgrammeWords();

    /** What was changed, and whom it concerns. */
    record Records(ProjectTable table, ProjectReach reach) {}

    /**
     * One with what changed, the oldest first.
     *
     * @param proposes whether who looks may say what changed
     * @param approves whether who looks may approve what others say
     */
    public record ProjectFile(
            Project project, List<ProjectChange> changes, boolean proposes, boolean approves) {}

    ProgrammeDesk(Db db, Programme.Parts parts, Programme programme, Records records) {
        this.db = db;
        this.parts = parts;
        this.programme = programme;
        this.records = records;
    }

    /**
     * One with all that is known of it.
     *
     * @throws StaffRefused if there is none
     */
    public ProjectFile get(String id, StaffMember by) {
        var project = project(id);
        return new ProjectFile(
                project,
                records.table().of(id),
                isProposing(project, by),
                isApproving(project, by));
    }

    private Project project(String id) {
        return programme
                .find(id)
                .orElseThrow(() ->
                        new StaffRefused(UNKNOWN, "没有这个项目，请回到列表；名单在 config/programme.yaml 里。"));
    }

    /**
     * Says what changed; it waits for another to approve it.
     *
     * @throws StaffRefused if it is not the member's to say, or the milestone or day cannot be
     */
    public void propose(String id, NewChange change, StaffMember by, Instant now) {
        var project = project(id);
        if (!isProposing(project, by)) {
            throw new StaffRefused(FORBIDDEN, "项目进展由编辑、审核员、管理员写；网格长和设了区域的编辑只写自己区域的。");
        }
        check(project, change.milestone(), change.done(), now);
        db.run(() -> {
            records.table().add(id, change, by.name(), now);
            record(id, "project.change", change.note(), by, now);
        });
    }

    private static void check(
            Project project, @Nullable String milestone, @Nullable LocalDate done, Instant now) {
        boolean known =
                milestone == null
                        || project.milestones().stream()
                                .anyMatch(each -> each.name().equals(milestone));
        if (!known) {
            throw NewChange.invalid("这个项目没有里程碑“" + milestone + "”，请从列表里选。");
        }
        if (done != null && done.isAfter(LocalDate.ofInstant(now, WorkCalendar.ZONE))) {
            throw NewChange.invalid("完成的日子不能晚于今天。");
        }
    }

    /**
     * Approves what another said: from now on it counts; a milestone drafts a notice for those whom
     * it affects, which goes the usual way.
     *
     * @return the id of the draft, if there is one
     * @throws StaffRefused if it is one's own or was settled meanwhile
     */
    public Optional<Long> approve(String id, long change, StaffMember by, Instant now) {
        return db.in(() -> {
            var waiting = waiting(id, change, by);
            check(waiting, by, now);
            if (!records.table().approve(change, by.name(), now)) {
                throw settled();
            }
            record(id, "project.approve", waiting.note(), by, now);
            return waiting.milestone() == null
                    ? Optional.<Long>empty()
                    : Optional.of(drafted(project(id), waiting, by, now));
        });
    }

    /** What could be said when it was written may be out of date when it is approved. */
    private void check(ProjectChange waiting, StaffMember by, Instant now) {
        if (waiting.by().equals(by.name())) {
            throw new StaffRefused(CONFLICT, "这是您自己写的，要由另一位同事核准。");
        }
        check(project(waiting.project()), waiting.milestone(), waiting.done(), now);
        boolean late =
                records.table().of(waiting.project()).stream().anyMatch(waiting::isOvertaken);
        if (late) {
            throw new StaffRefused(CONFLICT, "后来写的一条已经核准，这一条过时了，请退回；要改就再写一条。");
        }
    }

    private long drafted(Project project, ProjectChange change, StaffMember by, Instant now) {
        var notice = parts.notices().write(notice(project, change), by, now);
        records.table().noticed(change.id(), notice.id());
        return notice.id();
    }

    private NewNotice notice(Project project, ProjectChange change) {
        var areas = records.reach().areas(project);
        var name = project.name();
        var shortName = name.substring(0, Math.min(name.length(), LONGEST_TITLE));
        return new NewNotice(
                words.say("notice.title", shortName),
                words.say(
                        "notice.body",
                        change.note(),
                        words.whole(Language.ZH, project),
                        whom(project)),
                areas.stream().map(Area::code).collect(Collectors.toSet()),
                Set.of(),
                null,
                null);
    }

    /** What the project says of itself tells whom it affects, where that is written. */
    private String whom(Project project) {
        var area = project.area();
        return project.affected().isEmpty()
                ? "\n" + words.say("affected", area == null ? words.say("everywhere") : area)
                : "";
    }

    /**
     * Puts away what another, or oneself, said; it never counted.
     *
     * @throws StaffRefused if it was settled meanwhile
     */
    public void reject(String id, long change, StaffMember by, Instant now) {
        db.run(() -> {
            var waiting = waiting(id, change, by);
            if (!records.table().reject(change, by.name(), now)) {
                throw settled();
            }
            record(id, "project.reject", waiting.note(), by, now);
        });
    }

    private ProjectChange waiting(String id, long change, StaffMember by) {
        if (!isApproving(project(id), by)) {
            throw new StaffRefused(FORBIDDEN, "项目进展由编辑、审核员和管理员核准；设了区域的编辑只核准自己区域的。");
        }
        return records.table()
                .find(change)
                .filter(each -> each.project().equals(id))
                .filter(ProjectChange::waits)
                .orElseThrow(ProgrammeDesk::settled);
    }

    private static StaffRefused settled() {
        return new StaffRefused(CONFLICT, "这一条已经核准或退回了，请刷新页面。");
    }

    private void record(String id, String what, String note, StaffMember by, Instant now) {
        parts.audit().record(by.name(), what, "projects/" + id, note, now);
    }

    /** An editor of a neighbourhood (居委) steers what lies in it, others all. */
    private boolean isApproving(Project project, StaffMember by) {
        boolean limited = by.is(EDITOR) && !by.areas().isEmpty();
        return by.is(EDITOR, APPROVER, ADMIN) && (!limited || isOf(by, project));
    }

    private boolean isProposing(Project project, StaffMember by) {
        return isApproving(project, by) || by.is(LEADER) && isOf(by, project);
    }

    private boolean isOf(StaffMember by, Project project) {
        return by.isEverywhere()
                || records.reach().own(project).filter(area -> holds(by, area)).isPresent();
    }

    private boolean holds(StaffMember by, Area area) {
        return by.areas().stream()
                .flatMap(code -> parts.district().area(code).stream())
                .anyMatch(each -> parts.district().with(each).contains(area));
    }
}
