package org.ximen.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.notices.Notice;
import org.ximen.settings.ConfigFile;
import org.ximen.staff.Accounts;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Office;
import org.ximen.testing.TestDatabase;
import org.ximen.text.Language;

/** How far the projects are, whom they affect, and what an approved change makes. */
class ProgrammeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String ROAD = "wenmiao-road";

    @TempDir Path home;

    private StaffMember staff(Office office, Role role) {
        return office.hire(role, home, NOW);
    }

    @Test
    void aProjectThatIsWrittenWronglyIsLeftOutAlone() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        assertThat(office.programme.projects())
                .extracting(Project::id)
                .containsExactly(ROAD, "lane");
    }

    @Test
    void theSampleNamesNothingThatTheReportDoesNot() {
        var sample =
                new ConfigFile<>(Path.of("config", "programme.yaml"), ProgrammeFile.class).get();
        var framework = Objects.requireNonNull(sample.framework());
        assertThat(framework.isSample()).isTrue();
        assertThat(new ProgrammeWords().framework(Language.ZH, framework))
                .contains("10 个年度重点工程项目", "报道没有写", "样例，待街道核对");
        assertThat(sample.projects()).isEmpty();
        assertThat(sample.actions()).isEmpty();
    }

    @Test
    void whomAProjectAffectsIsReadFromRoadLaneHouseAndArea() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var programme = office.programme;
        assertThat(ids(programme.at("文庙路215号"))).containsExactly(ROAD);
        assertThat(ids(programme.at("文庙路230号2楼"))).containsExactly(ROAD);
        assertThat(ids(programme.at("文庙路231号"))).isEmpty();
        assertThat(ids(programme.at("文庙路"))).isEmpty();
        assertThat(ids(programme.at("曹家街2弄3号"))).containsExactly("lane");
        assertThat(ids(programme.at("曹家街12弄"))).isEmpty();
        var area = office.district.area("小桃园居委会").orElseThrow();
        assertThat(ids(programme.in(area))).containsExactly("lane");
        assertThat(ids(programme.in(office.district.whole()))).isEmpty();
    }

    private static List<String> ids(List<Project> projects) {
        return projects.stream().map(Project::id).toList();
    }

    @ParameterizedTest
    @EnumSource
    void aChangeCountsOnceAnotherApprovedItAndDraftsANotice(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.programme.desk();
        var editor = staff(office, Role.EDITOR);
        var approver = staff(office, Role.APPROVER);
        desk.propose(ROAD, new NewChange("完工", TODAY, 100, "提前完工，脚手架今天拆。"), editor, NOW);
        long id = desk.get(ROAD, editor).changes().getFirst().id();
        assertThat(office.programme.find(ROAD).orElseThrow().percent()).isEqualTo(40);
        assertThatThrownBy(() -> desk.approve(ROAD, id, editor, NOW)).hasMessageContaining("另一位同事");
        assertThatThrownBy(() -> desk.approve("lane", id, approver, NOW))
                .hasMessageContaining("请刷新");
        long draft = desk.approve(ROAD, id, approver, NOW).orElseThrow();
        assertThatThrownBy(() -> desk.approve(ROAD, id, approver, NOW))
                .hasMessageContaining("已经核准或退回");
        assertThatThrownBy(() -> desk.reject(ROAD, id, approver, NOW))
                .hasMessageContaining("已经核准或退回");
        var project = office.programme.find(ROAD).orElseThrow();
        assertThat(project.percent()).isEqualTo(100);
        assertThat(project.milestones().getLast().done()).isEqualTo(TODAY);
        var notice = office.notices.get(draft);
        assertThat(notice.state()).isEqualTo(Notice.State.DRAFT);
        assertThat(notice.title()).isEqualTo("文庙路外立面修缮有新进展");
        assertThat(notice.body()).contains("脚手架今天拆", "完工：2026年11月23日 完成", "涉及：文庙路200–230号");
        var area = office.district.area("文庙居委会").orElseThrow().code();
        assertThat(notice.areas()).containsExactly(area);
        assertThat(office.audit.page("", "project.", "projects/" + ROAD, 0, 10)).hasSize(2);
    }

    @Test
    void onlyThePerCentDraftsNoNoticeAndWhatIsRejectedIsGone() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var desk = office.programme.desk();
        var editor = staff(office, Role.EDITOR);
        var admin = staff(office, Role.ADMIN);
        desk.propose("lane", new NewChange(null, null, 30, "换了三成。"), editor, NOW);
        desk.propose("lane", new NewChange("完工", null, 90, "写错了。"), editor, NOW);
        var changes = desk.get("lane", admin).changes();
        assertThat(desk.approve("lane", changes.get(0).id(), admin, NOW)).isEmpty();
        desk.reject("lane", changes.get(1).id(), admin, NOW);
        assertThat(desk.get("lane", admin).changes()).hasSize(1);
        assertThat(desk.get("lane", admin).project().percent()).isEqualTo(30);
        assertThatThrownBy(() -> new NewChange(null, null, null, "说明")).hasMessageContaining("里程碑");
        assertThatThrownBy(() -> new NewChange("完工", null, 101, "说明")).hasMessageContaining("100");
        assertThatThrownBy(() -> new NewChange("完工", null, null, " ")).hasMessageContaining("说明");
        var late = new NewChange("完工", TODAY.plusDays(1), null, "说明");
        assertThatThrownBy(() -> desk.propose("lane", late, editor, NOW))
                .hasMessageContaining("不能晚于今天");
        var unknown = new NewChange("封顶", null, null, "说明");
        assertThatThrownBy(() -> desk.propose("lane", unknown, editor, NOW))
                .hasMessageContaining("没有里程碑“封顶”");
    }

    @Test
    void leadersWriteOfTheirAreasAndApproveNothing() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var desk = office.programme.desk();
        staff(office, Role.ADMIN);
        var code = office.district.area("文庙居委会").orElseThrow().code();
        var leader =
                office.accounts.create(
                        new NewAccount(
                                "leader.wenmiao",
                                Office.PASSWORD,
                                Role.LEADER,
                                null,
                                List.of(code)),
                        office.accounts.find(Accounts.ADMIN).orElseThrow(),
                        NOW);
        var change = new NewChange(null, null, 50, "过半了。");
        desk.propose(ROAD, change, leader, NOW);
        assertThat(desk.get(ROAD, leader).approves()).isFalse();
        long id = desk.get(ROAD, leader).changes().getFirst().id();
        assertThatThrownBy(() -> desk.approve(ROAD, id, leader, NOW)).hasMessageContaining("核准");
        assertThatThrownBy(() -> desk.propose("lane", change, leader, NOW))
                .hasMessageContaining("自己区域");
        assertThatThrownBy(() -> desk.propose(ROAD, change, staff(office, Role.HANDLER), NOW))
                .hasMessageContaining("自己区域");
        assertThatThrownBy(() -> desk.get("none", leader)).hasMessageContaining("没有这个项目");
    }

    @ParameterizedTest
    @EnumSource
    void itsArticlesAreWrittenAndAgainWhenItReadsOtherwise(TestDatabase database) throws Exception {
        var office = new Office(database.open(), home);
        office.programme.sweep(NOW);
        office.library.refresh(NOW);
        var first = office.library.find("projects/" + ROAD).orElseThrow();
        assertThat(first.text()).contains("进度 40%", "城运中心负责", "计划 2026年12月31日");
        assertThat(office.library.find("projects/all").orElseThrow().text())
                .contains("文庙路外立面修缮（进度 40%）", "曹家街2弄管道更换（进度没有登记）");
        var desk = office.programme.desk();
        desk.propose(ROAD, new NewChange(null, null, 60, "过半了。"), staff(office, Role.EDITOR), NOW);
        long id = desk.get(ROAD, staff(office, Role.ADMIN)).changes().getFirst().id();
        desk.approve(ROAD, id, staff(office, Role.ADMIN), NOW);
        office.programme.sweep(NOW.plusSeconds(120));
        office.library.refresh(NOW.plusSeconds(120));
        assertThat(office.library.find("projects/" + ROAD).orElseThrow().text()).contains("进度 60%");
        // Another file without them: they answer no longer.
        var file = home.resolve("programme.yaml");
        Files.writeString(file, "version: none\n");
        var parts =
                new Programme.Parts(
                        new ConfigFile<>(file, ProgrammeFile.class),
                        office.district,
                        office.library,
                        office.notices,
                        office.audit);
        new Programme(office.db, parts).sweep(NOW.plusSeconds(180));
        office.library.refresh(NOW.plusSeconds(180));
        assertThat(office.library.find("projects/" + ROAD)).isEmpty();
        assertThat(office.library.find("projects/all")).isEmpty();
    }
}
