package org.ximen.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.Draft;
import org.ximen.chat.Sender;
import org.ximen.staff.Role;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class StaffApiTest {
    private static final Sender RESIDENT = new Sender("pigeon", "resident");

    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");
    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void aNoticeIsWrittenApprovedByAnotherSentAndCounted(TestDatabase database) throws Exception {
        var office = office(database);
        office.subscriber("p1", "", clock.instant());
        try (var server = new StaffServer(office, clock)) {
            var made =
                    server.post(
                            "approver",
                            "/api/staff/notices",
                            """
                            {"title":"停水通知","body":"明天停水","audience":{"areas":[],"profiles":[]}}
                            """);
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.json().get("state").asString()).isEqualTo("DRAFT");
            assertThat(made.json().get("recipients").asLong()).isEqualTo(1);
            var path = "/api/staff/notices/" + made.json().get("id").asLong();
            var own = server.post("approver", path + "/approve", null);
            assertThat(own.status()).isEqualTo(409);
            assertThat(own.json().get("message").asString()).contains("另一位");
            assertThat(server.post("admin", path + "/approve", null).status()).isEqualTo(200);
            assertThat(server.post("admin", path + "/pause", null).status()).isEqualTo(200);
            assertThat(server.post("admin", path + "/resume", null).status()).isEqualTo(200);
            office.notices.sweep(clock.instant());
            office.outbox.drain(clock.instant());
            office.notices.sweep(clock.instant());
            var progress = server.get("editor", path).json();
            assertThat(progress.get("state").asString()).isEqualTo("DONE");
            for (var count : List.of("pending", "blocked", "failed", "unknown")) {
                assertThat(progress.get(count).asLong(-1)).as(count).isZero();
            }
            assertThat(progress.get("recipients").asLong()).isEqualTo(1);
            assertThat(progress.get("sent").asLong()).isEqualTo(1);
            assertThat(server.post("admin", path + "/cancel", null).status()).isEqualTo(409);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNoticeIsSentBackChangedAndApprovedAsItWasSeen(TestDatabase database) throws Exception {
        var office = office(database);
        var words = "{\"title\":\"停水通知\",\"body\":\"%s\"}";
        try (var server = new StaffServer(office, clock)) {
            var made = server.post("editor", "/api/staff/notices", words.formatted("明天停水"));
            var path = "/api/staff/notices/" + made.json().get("id").asLong();
            expect(server.post("admin", path + "/return", "{\"reason\":\"\"}"), 400, "reason");
            var back = server.post("admin", path + "/return", "{\"reason\":\"几点？\"}");
            assertThat(back.json().get("state").asString()).isEqualTo("RETURNED");
            var view = server.get("editor", path).json();
            assertThat(view.get("returned").get("why").asString()).isEqualTo("几点？");
            assertThat(view.get("moves").toString()).contains("SUBMIT");
            var changed = server.call("PUT", "editor", path, words.formatted("明天8点停水"));
            assertThat(changed.json().get("state").asString()).isEqualTo("DRAFT");
            expect(server.post("admin", path + "/approve?revision=1", null), 409, "新的内容");
            assertThat(server.post("admin", path + "/approve?revision=2", null).status())
                    .isEqualTo(200);
            expect(server.post("editor", path + "/take-back", null), 409, "已审核");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAccountIsChangedAndItsOldRightsAreGoneAtOnce(TestDatabase database) throws Exception {
        var office = office(database);
        try (var server = new StaffServer(office, clock)) {
            assertThat(server.get("editor", "/api/staff/notices").status()).isEqualTo(200);
            var path = "/api/staff/accounts/editor";
            var wish = "{\"role\":\"HANDLER\",\"department\":\"环卫所\",\"areas\":[\"文庙居委会\"]}";
            var changed = server.call("PATCH", "admin", path, wish);
            assertThat(changed.status()).as(changed.json().toString()).isEqualTo(200);
            assertThat(changed.json().get("role").asString()).isEqualTo("HANDLER");
            assertThat(changed.json().get("department").asString()).isEqualTo("lhsr");
            assertThat(changed.json().get("areas").get(0).asString()).isEqualTo("310101019003");
            assertThat(server.get("editor", "/api/staff/notices").status()).isEqualTo(403);
            var closed = server.call("PATCH", "admin", path, "{\"active\":false}");
            assertThat(closed.json().get("role").asString()).isEqualTo("HANDLER");
            assertThat(server.get("editor", "/api/staff/cases").status()).isEqualTo(401);
            var wrong = server.call("PATCH", "admin", path, "{\"areas\":[\"火星\"]}");
            assertThat(wrong.status()).isEqualTo(400);
            var own =
                    server.call(
                            "PATCH", "admin", "/api/staff/accounts/admin", "{\"active\":false}");
            assertThat(own.status()).isEqualTo(409);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsAwayHasADeputyOfTheSameDutyUntilTheyAreBack(TestDatabase database) throws Exception {
        var office = office(database);
        try (var server = new StaffServer(office, clock)) {
            var path = "/api/staff/accounts/handler";
            var away =
                    "{\"absence\":{\"from\":\"2026-11-23\",\"to\":\"2026-11-24\",\"deputy\":\"%s\"}}";
            var wrong = server.call("PATCH", "admin", path, away.formatted("editor"));
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.json().get("message").asString()).contains("同一角色、同一部门");
            var half = server.call("PATCH", "admin", path, "{\"absence\":{\"deputy\":\"x\"}}");
            assertThat(half.json().get("message").asString()).contains("请填写 absence.from");
            var other =
                    "{\"name\":\"other\",\"password\":\"ten letters at least\",\"role\":\"HANDLER\","
                            + "\"areas\":[\"*\"]}";
            assertThat(server.post("admin", "/api/staff/accounts", other).status()).isEqualTo(201);
            var both = away.formatted("other").replace("}}", "},\"active\":true}");
            assertThat(server.call("PATCH", "admin", path, both).status()).isEqualTo(400);
            var noted = server.call("PATCH", "admin", path, away.formatted("other"));
            assertThat(noted.status()).as(noted.json().toString()).isEqualTo(200);
            assertThat(noted.json().get("absence").get("deputy").asString()).isEqualTo("other");
            assertThat(server.call("PATCH", "editor", path, away.formatted("other")).status())
                    .isEqualTo(403);
            var back = server.call("PATCH", "admin", path, "{\"absence\":{}}");
            assertThat(back.json().get("absence").isNull()).isTrue();
            server.call("PATCH", "admin", path, away.formatted("other"));
            clock.pass(Duration.ofDays(2));
            assertThat(server.get("admin", "/api/staff/accounts").json().toString())
                    .doesNotContain("\"deputy\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCaseShowsTheTimeLimitsOfItsStages(TestDatabase database) throws Exception {
        var office = office(database);
        var number = report(office, "文庙路215号门口窨井盖没了");
        try (var server = new StaffServer(office, clock)) {
            var path = "/api/staff/cases/" + number;
            server.post("dispatcher", path + "/moves", "{\"verb\":\"FILE\"}");
            var clocks = server.get("dispatcher", path).json().get("clocks");
            assertThat(clocks.findValuesAsString("stage"))
                    .containsExactly("CONTACT", "FILING", "HANDLING", "DISPATCH");
            assertThat(clocks.findValuesAsString("state"))
                    .containsExactly("RUNNING", "DONE", "RUNNING", "RUNNING");
            var handling = clocks.get(2).get("deadline");
            assertThat(server.get("dispatcher", path).json().get("deadline")).isEqualTo(handling);
            var list = server.get("dispatcher", "/api/staff/cases").json();
            assertThat(list.get(0).has("clocks")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCaseIsListedShownAndMoved(TestDatabase database) throws Exception {
        var office = office(database);
        var number = report(office, "文庙路215号门口窨井盖没了");
        try (var server = new StaffServer(office, clock)) {
            var list = server.get("dispatcher", "/api/staff/cases?stage=REPORTED&page=0&size=10");
            assertThat(list.json()).hasSize(1);
            var path = "/api/staff/cases/" + number;
            var item = server.get("dispatcher", path).json();
            assertThat(item.get("number").asString()).isEqualTo(number);
            assertThat(item.get("stage").asString()).isEqualTo("REPORTED");
            assertThat(item.get("place").asString()).contains("文庙路215号");
            assertThat(item.get("photos")).hasSize(1);
            assertThat(item.get("history").isEmpty()).isFalse();
            assertThat(item.get("moves").toString()).contains("FILE");
            assertThat(item.toString()).doesNotContain("resident");
            var moved = server.post("dispatcher", path + "/moves", "{\"verb\":\"FILE\"}");
            assertThat(moved.status()).as(moved.json().toString()).isEqualTo(200);
            assertThat(moved.json().get("stage").asString()).isEqualTo("FILED");
            var early = server.post("verifier", path + "/moves", "{\"verb\":\"VERIFY\"}");
            assertThat(early.status()).isEqualTo(409);
            assertThat(early.json().get("next").isArray()).isTrue();
            assertThat(server.post("dispatcher", path + "/moves", "{\"verb\":\"FLY\"}").status())
                    .isEqualTo(400);
            assertThat(server.get("dispatcher", "/api/staff/cases?area=火星").status())
                    .isEqualTo(400);
            assertThat(server.get("dispatcher", "/api/staff/cases?size=many").status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHandlerSeesTheCasesOfTheirDepartmentOnly(TestDatabase database) throws Exception {
        var office = office(database);
        var number = report(office, "文庙路215号门口窨井盖没了");
        var item = office.cases.find(number).orElseThrow();
        var others =
                office.district.departments().stream()
                        .filter(d -> !d.id().equals(item.department()))
                        .findFirst()
                        .orElseThrow();
        try (var server = new StaffServer(office, clock)) {
            hireHandler(server, "mine", String.valueOf(item.department()));
            hireHandler(server, "other", others.name());
            var path = "/api/staff/cases/" + number;
            var photo = "/api/staff/photos/" + item.photos().getFirst();
            assertThat(server.get("mine", path).status()).isEqualTo(200);
            assertThat(server.get("other", path).status()).isEqualTo(404);
            assertThat(server.get("mine", "/api/staff/cases").json()).hasSize(1);
            assertThat(server.get("other", "/api/staff/cases").json()).isEmpty();
            assertThat(server.get("other", photo).status()).isEqualTo(404);
            var picture = server.get("mine", photo);
            assertThat(picture.status()).isEqualTo(200);
            assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(picture.header("Cache-Control")).contains("no-store");
            assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @ParameterizedTest
    @EnumSource
    void wrongPasswordsLockWithAClearSentence(TestDatabase database) throws Exception {
        var office = office(database);
        try (var server = new StaffServer(office, clock)) {
            for (int i = 0; i < 5; i++) {
                var wrong = server.send("GET", "editor:wrong", "/api/staff/notices", null);
                assertThat(wrong.status()).isEqualTo(401);
                assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic");
            }
            var locked = server.get("editor", "/api/staff/notices");
            assertThat(locked.status()).isEqualTo(423);
            assertThat(locked.json().get("message").asString()).contains("分钟后再试");
            clock.pass(Duration.ofMinutes(15));
            assertThat(server.get("editor", "/api/staff/notices").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void accountsAreOpenedListedAndClosed(TestDatabase database) throws Exception {
        var office = office(database);
        try (var server = new StaffServer(office, clock)) {
            var body =
                    """
                    {"name":"王网格员","password":"%s","role":"HANDLER","areas":["文庙"]}
                    """
                            .formatted(Office.PASSWORD);
            var made = server.post("admin", "/api/staff/accounts", body);
            assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
            assertThat(server.post("admin", "/api/staff/accounts", body).status()).isEqualTo(409);
            assertThat(server.get("王网格员", "/api/staff/cases").status()).isEqualTo(200);
            var path = "/api/staff/accounts/%E7%8E%8B%E7%BD%91%E6%A0%BC%E5%91%98/disable";
            assertThat(server.post("admin", path, null).status()).isEqualTo(200);
            assertThat(server.get("王网格员", "/api/staff/cases").status()).isEqualTo(401);
            var list = server.get("admin", "/api/staff/accounts").json();
            assertThat(list.toString()).contains("王网格员").doesNotContain(Office.PASSWORD, "$2a");
            var fresh = "{\"old\":\"%s\",\"password\":\"another long one\"}";
            var changed =
                    server.post("editor", "/api/staff/password", fresh.formatted(Office.PASSWORD));
            assertThat(changed.status()).isEqualTo(204);
            assertThat(server.get("editor", "/api/staff/notices").status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResidentIsTalkedTo(TestDatabase database) throws Exception {
        var office = office(database);
        var person = office.residents.meet(RESIDENT, clock.instant());
        var id = office.handoff.ask(person, "找人", clock.instant()).id();
        try (var server = new StaffServer(office, clock)) {
            assertThat(server.get("dispatcher", "/api/staff/tickets").json()).hasSize(1);
            var path = "/api/staff/tickets/" + id;
            assertThat(server.post("dispatcher", path + "/claim", null).status()).isEqualTo(200);
            var said = server.post("dispatcher", path + "/messages", "{\"text\":\"您好\"}");
            assertThat(said.json().get("lines")).hasSize(1);
            assertThat(server.post("editor", path + "/close", null).status()).isEqualTo(409);
            server.post("editor", path + "/notes", "{\"text\":\"耳朵不好\"}");
            var passed = server.post("dispatcher", path + "/pass", "{\"to\":\"editor\"}");
            assertThat(passed.json().get("claimedBy").asString()).isEqualTo("editor");
            var back = server.post("editor", path + "/back", null);
            assertThat(back.json().get("state").asString()).isEqualTo("WAITING");
            assertThat(server.get("editor", path).json().get("notes").toString())
                    .contains("耳朵不好", "转给 editor", "放回排队");
            server.post("dispatcher", path + "/claim", null);
            assertThat(server.post("dispatcher", path + "/close", null).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusalsAlwaysHaveTheSameForm(TestDatabase database) throws Exception {
        var office = office(database);
        try (var server = new StaffServer(office, clock)) {
            var path = "/api/staff/notices";
            expect(server.post("editor", path, "{\"title\":"), 400, "JSON");
            expect(server.post("editor", path, "null"), 400, "没有内容");
            expect(server.post("editor", path, "{\"titel\":\"x\"}"), 400, "titel");
            expect(server.post("editor", path, "{\"title\":[1]}"), 400, "title");
            expect(
                    server.post(
                            "editor", path, "{\"title\":\"x\",\"body\":\"y\",\"sendAt\":\"soon\"}"),
                    400,
                    "sendAt");
            var mars = "{\"title\":\"x\",\"body\":\"y\",\"audience\":{\"areas\":[\"火星\"]}}";
            expect(server.post("editor", path, mars), 400, "火星");
            var nobody = "{\"title\":\"x\",\"body\":\"y\",\"audience\":{\"profiles\":[\"KING\"]}}";
            expect(server.post("editor", path, nobody), 400, "RESIDENT");
            expect(server.post("editor", path, "\"" + "x".repeat(70_000) + "\""), 413, "64 KB");
            expect(server.get("editor", path + "/abc"), 400, "格式");
            expect(server.get("editor", "/api/staff/nothing"), 404, "没有这个接口");
            expect(server.call("DELETE", "editor", path, null), 405, "请求方法");
            expect(server.post("editor", path, null), 415, "application/json");
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersCarryHeadersThatKeepBrowsersSafe(TestDatabase database) throws Exception {
        var office = office(database);
        try (var server = new StaffServer(office, clock)) {
            var open = server.get(null, "/");
            assertThat(open.status()).isEqualTo(404);
            assertThat(open.header("Content-Security-Policy"))
                    .contains("default-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(open.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(open.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(open.header("Permissions-Policy")).contains("geolocation=(self)");
            assertThat(open.header("Set-Cookie")).isNull();
            assertThat(server.get(null, "/actuator/prometheus").status()).isEqualTo(401);
            assertThat(server.get("editor", "/actuator/prometheus").status()).isEqualTo(403);
            assertThat(server.get("admin", "/actuator/prometheus").status()).isEqualTo(404);
            assertThat(server.get(null, "/actuator/health").status()).isEqualTo(404);
            assertThat(server.get(null, "/console").status()).isEqualTo(404);
            var login = "admin:" + Office.PASSWORD;
            var foreign =
                    server.send(
                            "POST",
                            login,
                            "/api/staff/notices/1/approve",
                            null,
                            "Sec-Fetch-Site",
                            "cross-site");
            assertThat(foreign.status()).isEqualTo(403);
        }
    }

    private static void expect(StaffServer.Answer answer, int status, String words) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
        assertThat(answer.json().get("message").asString()).contains(words);
        assertThat(answer.json().get("next").isArray()).isTrue();
        assertThat(answer.json().get("error").asString()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void thePhoneOfAReporterIsForThoseWhoWorkOnTheCaseAndEachLookIsRecorded(TestDatabase database)
            throws Exception {
        var office = office(database);
        var number = report(office, "文庙路215号门口窨井盖没了");
        var path = "/api/staff/cases/" + number + "/contact";
        try (var server = new StaffServer(office, clock)) {
            assertThat(server.get("dispatcher", path).status()).isEqualTo(404);
            var reporter = office.residents.find(RESIDENT).orElseThrow();
            office.residents.phone(reporter, "13800138000");
            assertThat(server.get("dispatcher", path).json().path("phone").asString())
                    .isEqualTo("13800138000");
            assertThat(office.audit.page("", "", "", 0, 5).toString()).contains("contact.view");
        }
    }

    private Office office(TestDatabase database) {
        var office = new Office(database.open(), home);
        for (var role : Role.values()) {
            office.hire(role, home, clock.instant());
        }
        return office;
    }

    private static void hireHandler(StaffServer server, String name, String department)
            throws Exception {
        var body =
                """
                {"name":"%s","password":"%s","role":"HANDLER","department":"%s"}
                """
                        .formatted(name, Office.PASSWORD, department);
        var made = server.post("admin", "/api/staff/accounts", body);
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
    }

    private String report(Office office, String words) throws Exception {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", bytes);
        var picture = new ByteArrayInputStream(bytes.toByteArray());
        var photo = office.photos.accept(picture, RESIDENT, clock.instant()).id();
        var person = office.residents.meet(RESIDENT, clock.instant());
        var place = office.district.placeIn(words).orElseThrow();
        var draft = new Draft(words, "C0102", place, List.of(photo), false, false);
        var item = office.cases.report(draft, person.id(), RESIDENT, clock.instant());
        office.photos.bind(item.photos(), RESIDENT, item.number());
        return item.number();
    }
}
