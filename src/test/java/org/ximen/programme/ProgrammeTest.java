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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.district.Area;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{id: pins, name: 甲, kind: 更新, source: 公告}",
                "{id: aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeef, name: 甲, kind: 更新, source: 公告}",
                "{id: swapped, name: 甲, kind: 更新, source: 公告, at: [31.2, 121.4]}",
                "{id: first, name: 又一个, kind: 更新, source: 公告}",
                "{id: nowhere, name: 甲, kind: 更新, source: 公告, area: 没有的居委会}",
                "{id: no-road, name: 甲, kind: 更新, source: 公告, affected: [{road: 没有这条路}]}",
                "{id: no-area, name: 甲, kind: 更新, source: 公告, affected: [{area: 没有的居委会}]}"
            })
    void whatCannotBeUsedIsLeftOutAlone(String entry) throws Exception {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var first = "{id: first, name: 街道的事, kind: 更新, source: 公告, affected: [{road: 文苗路}]}";
        var programme = programme(office, "projects:\n  - " + first + "\n  - " + entry + "\n");
        assertThat(programme.projects()).extracting(Project::name).containsExactly("街道的事");
    }

    @Test
    void whatAffectsNobodyByNameConcernsItsAreaOrAll() throws Exception {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var programme =
                programme(
                        office,
                        """
                        projects:
                          - {id: all, name: 全街道, kind: 更新, source: 公告}
                          - {id: own, name: 文庙, kind: 更新, source: 公告, area: 文庙居委会}
                        """);
        assertThat(ids(programme.in(area(office, "文庙居委会")))).containsExactly("all", "own");
        assertThat(ids(programme.in(area(office, "小桃园居委会")))).containsExactly("all");
        assertThat(ids(programme.at("老道前街3号").projects())).containsExactly("all", "own");
        assertThat(ids(programme.at("净土街2号").projects())).containsExactly("all");
        programme.sweep(NOW);
        office.library.refresh(NOW);
        assertThat(office.library.find("projects/all").orElseThrow().title()).contains("全街道");
        assertThat(office.library.find("projects/_all").orElseThrow().title()).contains("重点项目");
    }

    private Programme programme(Office office, String yaml) throws Exception {
        var file = home.resolve("programme.yaml");
        Files.writeString(file, "version: test\n" + yaml);
        return new Programme(
                office.db,
                new Programme.Parts(
                        new ConfigFile<>(file, ProgrammeFile.class),
                        office.district,
                        office.library,
                        office.notices,
                        office.audit));
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

    @ParameterizedTest
    @CsvSource({
        "文庙路215号, true, wenmiao-road",
        "文苗路215号, true, wenmiao-road",
        "文庙路230号2楼, true, wenmiao-road",
        "文庙路231号, true, ''",
        "文庙路50弄210号, true, ''",
        "文庙路215弄3号, true, ''",
        "文庙路, false, wenmiao-road",
        "曹家街2弄3号, true, lane",
        "曹家街2弄, true, lane",
        "曹家街2弄8号, true, ''",
        "曹家街12弄3号, true, ''",
        "曹家街3号, true, ''",
        "曹家街, false, lane",
        "文庙居委会, false, wenmiao-road",
        "上海文庙, false, wenmiao-road",
        "小桃园居委会, false, lane",
        "净土街2号, true, ''",
        "没有这条路, false, ''"
    })
    void whomAProjectAffectsIsReadFromRoadLaneHouseAndArea(
            String place, boolean exact, String expected) {
        var found = new Office(TestDatabase.HSQLDB.open(), home).programme.at(place);
        assertThat(String.join(",", ids(found.projects()))).isEqualTo(expected);
        assertThat(found.exact()).isEqualTo(exact);
    }

    @Test
    void ofAnAreaAllIsFoundThatMayConcernSomebodyInIt() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        assertThat(ids(office.programme.in(area(office, "小桃园居委会")))).containsExactly("lane");
        assertThat(ids(office.programme.in(area(office, "文庙居委会")))).containsExactly(ROAD);
        assertThat(ids(office.programme.in(area(office, "曹家街居委会")))).containsExactly("lane");
        assertThat(ids(office.programme.in(office.district.whole()))).containsExactly(ROAD, "lane");
    }

    private static Area area(Office office, String name) {
        return office.district.area(name).orElseThrow();
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
        desk.propose(ROAD, new NewChange("完工", TODAY, false, 100, "提前完工，脚手架今天拆。"), editor, NOW);
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
        assertThat(notice.body())
                .contains("脚手架今天拆", "完工：2026年11月23日 完成")
                .containsOnlyOnce("涉及：文庙路200–230号");
        var area = office.district.area("文庙居委会").orElseThrow().code();
        assertThat(notice.areas()).containsExactly(area);
        assertThat(office.audit.page("", "project.", "projects/" + ROAD, 0, 10)).hasSize(2);
    }

    @Test
    void onlyThePerCentDraftsNoNoticeAndWhatIsRejectedNeverCounts() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var desk = office.programme.desk();
        var editor = staff(office, Role.EDITOR);
        var admin = staff(office, Role.ADMIN);
        desk.propose("lane", new NewChange(null, null, false, 30, "换了三成。"), editor, NOW);
        desk.propose("lane", new NewChange("完工", null, true, 90, "写错了。"), editor, NOW);
        var changes = desk.get("lane", admin).changes();
        assertThat(desk.approve("lane", changes.get(0).id(), admin, NOW)).isEmpty();
        desk.reject("lane", changes.get(1).id(), admin, NOW);
        var rejected = desk.get("lane", admin).changes().getLast();
        assertThat(rejected.waits()).isFalse();
        assertThat(rejected.rejectedBy()).isEqualTo(admin.name());
        assertThatThrownBy(() -> desk.approve("lane", rejected.id(), editor, NOW))
                .hasMessageContaining("已经核准或退回");
        assertThat(desk.get("lane", admin).project().percent()).isEqualTo(30);
        assertThatThrownBy(() -> new NewChange(null, null, false, null, "说明"))
                .hasMessageContaining("里程碑");
        assertThatThrownBy(() -> new NewChange("完工", null, true, 101, "说明"))
                .hasMessageContaining("100");
        assertThatThrownBy(() -> new NewChange("完工", null, true, null, " "))
                .hasMessageContaining("说明");
        assertThatThrownBy(() -> new NewChange(null, TODAY, false, 30, "说明"))
                .hasMessageContaining("请选是哪个里程碑");
        assertThatThrownBy(() -> new NewChange("完工", null, false, 30, "说明"))
                .hasMessageContaining("请写哪天完成的");
        assertThatThrownBy(() -> new NewChange("完工", TODAY, true, 30, "说明"))
                .hasMessageContaining("只选一样");
        var late = new NewChange("完工", TODAY.plusDays(1), false, null, "说明");
        assertThatThrownBy(() -> desk.propose("lane", late, editor, NOW))
                .hasMessageContaining("不能晚于今天");
        var unknown = new NewChange("封顶", null, true, null, "说明");
        assertThatThrownBy(() -> desk.propose("lane", unknown, editor, NOW))
                .hasMessageContaining("没有里程碑“封顶”");
    }

    @Test
    void leadersWriteOfTheirAreasAndApproveNothing() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var desk = office.programme.desk();
        staff(office, Role.ADMIN);
        var leader = limited(office, Role.LEADER, "leader.wenmiao");
        var change = new NewChange(null, null, false, 50, "过半了。");
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
        assertThat(office.library.find("projects/_all").orElseThrow().text())
                .contains("文庙路外立面修缮（进度 40%）", "曹家街2弄管道更换（进度没有登记）（样例")
                .contains("行动的名称报道没有写", "垃圾房改造：三处", "来源：推进会的报道");
        var desk = office.programme.desk();
        desk.propose(
                ROAD,
                new NewChange(null, null, false, 60, "过半了。"),
                staff(office, Role.EDITOR),
                NOW);
        long id = desk.get(ROAD, staff(office, Role.ADMIN)).changes().getFirst().id();
        desk.approve(ROAD, id, staff(office, Role.ADMIN), NOW);
        office.programme.sweep(NOW.plusSeconds(120));
        office.library.refresh(NOW.plusSeconds(120));
        assertThat(office.library.find("projects/" + ROAD).orElseThrow().text()).contains("进度 60%");
        // Another file without them: they answer no longer.
        programme(office, "").sweep(NOW.plusSeconds(180));
        office.library.refresh(NOW.plusSeconds(180));
        assertThat(office.library.find("projects/" + ROAD)).isEmpty();
        assertThat(office.library.find("projects/_all")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenLaterCountsWheneverItIsApproved(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.programme.desk();
        var editor = staff(office, Role.EDITOR);
        var admin = staff(office, Role.ADMIN);
        desk.propose(ROAD, new NewChange(null, null, false, 50, "过半了。"), editor, NOW);
        desk.propose(ROAD, new NewChange("进场", TODAY, false, null, "晚了。"), editor, NOW);
        desk.propose(ROAD, new NewChange(null, null, false, 70, "七成了。"), editor, NOW);
        var changes = desk.get(ROAD, admin).changes();
        desk.approve(ROAD, changes.get(2).id(), admin, NOW);
        assertThatThrownBy(() -> desk.approve(ROAD, changes.get(0).id(), admin, NOW))
                .hasMessageContaining("这一条过时了");
        desk.approve(ROAD, changes.get(1).id(), admin, NOW);
        var project = office.programme.find(ROAD).orElseThrow();
        assertThat(project.percent()).isEqualTo(70);
        assertThat(project.milestones().getFirst().done()).isEqualTo(TODAY);
        // Without a name of its own a road counts for the area that it lies in, beside the others.
        desk.propose("lane", new NewChange("完工", TODAY, false, null, "换好了。"), editor, NOW);
        long id = desk.get("lane", admin).changes().getFirst().id();
        var draft = office.notices.get(desk.approve("lane", id, admin, NOW).orElseThrow());
        assertThat(draft.areas())
                .containsExactlyInAnyOrder(
                        area(office, "曹家街居委会").code(), area(office, "小桃园居委会").code());
    }

    @Test
    void anEditorOfANeighbourhoodSteersWhatLiesInIt() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var desk = office.programme.desk();
        var admin = staff(office, Role.ADMIN);
        var editor = limited(office, Role.EDITOR, "editor.wenmiao");
        var change = new NewChange(null, null, false, 50, "过半了。");
        desk.propose(ROAD, change, admin, NOW);
        desk.propose("lane", change, admin, NOW);
        long own = desk.get(ROAD, editor).changes().getFirst().id();
        long other = desk.get("lane", editor).changes().getFirst().id();
        desk.approve(ROAD, own, editor, NOW);
        assertThat(desk.get("lane", editor).approves()).isFalse();
        assertThatThrownBy(() -> desk.propose("lane", change, editor, NOW))
                .hasMessageContaining("自己区域");
        assertThatThrownBy(() -> desk.approve("lane", other, editor, NOW))
                .hasMessageContaining("自己区域");
        assertThatThrownBy(() -> desk.reject("lane", other, editor, NOW))
                .hasMessageContaining("自己区域");
    }

    private static StaffMember limited(Office office, Role role, String name) {
        return office.accounts.create(
                new NewAccount(
                        name, Office.PASSWORD, role, null, List.of(area(office, "文庙居委会").code())),
                office.accounts.find(Accounts.ADMIN).orElseThrow(),
                NOW);
    }
}
