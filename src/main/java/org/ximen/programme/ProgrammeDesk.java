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
import org.ximen.db.Db;
import org.ximen.district.Area;
import org.ximen.notices.NewNotice;
import org.ximen.programme.Project.Stretch;
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
    private final ProjectTable table;
    private final ProgrammeWords words = new ProgrammeWords();

    /**
     * One with what changed, the oldest first.
     *
     * @param proposes whether who looks may say what changed
     * @param approves whether who looks may approve what others say
     */
    public record ProjectFile(
            Project project, List<ProjectChange> changes, boolean proposes, boolean approves) {}

    ProgrammeDesk(Db db, Programme.Parts parts, Programme programme, ProjectTable table) {
        this.db = db;
        this.parts = parts;
        this.programme = programme;
        this.table = table;
    }

    /**
     * One with all that is known of it.
     *
     * @throws StaffRefused if there is none
     */
    public ProjectFile get(String id, StaffMember by) {
        var project = project(id);
        boolean proposes = isProposing(project, by);
        return new ProjectFile(project, table.of(id), proposes, isApproving(by));
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
            throw new StaffRefused(FORBIDDEN, "项目进展由编辑、审核员、管理员写，网格长写自己区域的。");
        }
        check(project, change, now);
        db.run(() -> {
            table.add(id, change, by.name(), now);
            record(id, "project.change", change.note(), by, now);
        });
    }

    private static void check(Project project, NewChange change, Instant now) {
        var milestone = change.milestone();
        boolean known =
                milestone == null
                        || project.milestones().stream()
                                .anyMatch(each -> each.name().equals(milestone));
        if (!known) {
            throw NewChange.invalid("这个项目没有里程碑“" + milestone + "”，请从列表里选。");
        }
        var done = change.done();
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
            if (waiting.by().equals(by.name())) {
                throw new StaffRefused(CONFLICT, "这是您自己写的，要由另一位同事核准。");
            }
            if (!table.approve(change, by.name(), now)) {
                throw settled();
            }
            record(id, "project.approve", waiting.note(), by, now);
            return waiting.milestone() == null
                    ? Optional.<Long>empty()
                    : Optional.of(drafted(project(id), waiting, by, now));
        });
    }

    private long drafted(Project project, ProjectChange change, StaffMember by, Instant now) {
        var notice = parts.notices().write(notice(project, change), by, now);
        table.noticed(change.id(), notice.id());
        return notice.id();
    }

    private NewNotice notice(Project project, ProjectChange change) {
        var areas = areas(project);
        var whom =
                project.affected().isEmpty()
                        ? words.say("everywhere")
                        : ProgrammeWords.affected(project.affected());
        var text = words.whole(Language.ZH, project);
        var name = project.name();
        var shortName = name.substring(0, Math.min(name.length(), LONGEST_TITLE));
        return new NewNotice(
                words.say("notice.title", shortName),
                words.say("notice.body", change.note(), text, whom),
                areas,
                Set.of(),
                null,
                null);
    }

    /** The areas of all that it affects; the whole street where one is unknown. */
    private Set<String> areas(Project project) {
        var named =
                project.affected().stream()
                        .map(each -> area(project, each))
                        .collect(Collectors.toSet());
        return named.isEmpty() || named.contains(Optional.<Area>empty())
                ? own(project).map(area -> Set.of(area.code())).orElse(Set.of())
                : named.stream()
                        .flatMap(Optional::stream)
                        .map(Area::code)
                        .collect(Collectors.toSet());
    }

    /** Of a road the area that the street wrote for the project, for a road crosses several. */
    private Optional<Area> area(Project project, Stretch stretch) {
        var area = stretch.area();
        return area == null ? own(project).or(() -> place(stretch)) : parts.district().area(area);
    }

    private Optional<Area> place(Stretch stretch) {
        return parts.district()
                .placeIn(stretch.shown().replaceFirst("–.*", "号"))
                .flatMap(place -> Optional.ofNullable(place.area()));
    }

    private Optional<Area> own(Project project) {
        return Optional.ofNullable(project.area()).flatMap(parts.district()::area);
    }

    /** Puts away what another, or oneself, said; it never counted. */
    public void reject(String id, long change, StaffMember by, Instant now) {
        db.run(() -> {
            var waiting = waiting(id, change, by);
            if (!table.reject(change)) {
                throw settled();
            }
            record(id, "project.reject", waiting.note(), by, now);
        });
    }

    private ProjectChange waiting(String id, long change, StaffMember by) {
        if (!isApproving(by)) {
            throw new StaffRefused(FORBIDDEN, "项目进展由编辑、审核员和管理员核准。");
        }
        return table.find(change)
                .filter(each -> each.project().equals(id))
                .filter(each -> each.approvedAt() == null)
                .orElseThrow(ProgrammeDesk::settled);
    }

    private static StaffRefused settled() {
        return new StaffRefused(CONFLICT, "这一条已经核准或退回了，请刷新页面。");
    }

    private void record(String id, String what, String note, StaffMember by, Instant now) {
        parts.audit().record(by.name(), what, "projects/" + id, note, now);
    }

    private static boolean isApproving(StaffMember by) {
        return by.is(EDITOR, APPROVER, ADMIN);
    }

    private boolean isProposing(Project project, StaffMember by) {
        return isApproving(by)
                || by.is(LEADER)
                        && (by.isEverywhere()
                                || own(project).filter(area -> leads(by, area)).isPresent());
    }

    private boolean leads(StaffMember by, Area area) {
        return by.areas().stream()
                .flatMap(code -> parts.district().area(code).stream())
                .anyMatch(each -> parts.district().with(each).contains(area));
    }
}
