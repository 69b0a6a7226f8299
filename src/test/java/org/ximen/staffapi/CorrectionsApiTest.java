package org.ximen.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.Draft;
import org.ximen.chat.Sender;
import org.ximen.staff.Role;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Every verb by which staff put a case right, over HTTP. */
class CorrectionsApiTest {
    private static final Sender RESIDENT = new Sender("pigeon", "resident");

    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");
    @TempDir Path home;

    private Office office(TestDatabase database) {
        var office = new Office(database.open(), home);
        for (var role : List.of(Role.ADMIN, Role.DISPATCHER, Role.HANDLER, Role.VERIFIER)) {
            office.hire(role, home, clock.instant());
        }
        return office;
    }

    private String report(Office office, String words) {
        var person = office.residents.meet(RESIDENT, clock.instant());
        var place = office.district.placeIn(words).orElseThrow();
        var draft = new Draft(words, "C0102", place, List.of(), false, false, true);
        return office.cases.report(draft, person.id(), RESIDENT, clock.instant()).number();
    }

    private static JsonNode move(StaffServer server, String who, String number, String body)
            throws Exception {
        var moved = server.post(who, "/api/staff/cases/" + number + "/moves", body);
        assertThat(moved.status()).as(moved.json().toString()).isEqualTo(200);
        return moved.json();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasGuessedIsPutRight(TestDatabase database) throws Exception {
        var office = office(database);
        var number = report(office, "文庙路215号门口井盖没了");
        try (var server = new StaffServer(office, clock)) {
            var path = "/api/staff/cases/" + number;
            var guess = server.get("dispatcher", path).json();
            assertThat(guess.get("guessed").asBoolean()).isTrue();
            var kind =
                    move(
                            server,
                            "dispatcher",
                            number,
                            "{\"verb\":\"RECLASSIFY\",\"category\":\"路灯\",\"note\":\"照片里是灯\"}");
            assertThat(kind.get("categoryName").asString()).isEqualTo("路灯");
            assertThat(kind.get("guessed").asBoolean()).isFalse();
            var place =
                    move(
                            server,
                            "dispatcher",
                            number,
                            "{\"verb\":\"RELOCATE\",\"place\":\"大林路100号\"}");
            assertThat(place.get("place").asString()).isEqualTo("大林路100号");
            var outside =
                    server.post(
                            "dispatcher",
                            path + "/moves",
                            "{\"verb\":\"RELOCATE\",\"location\":{\"lat\":39.9,\"lon\":116.4}}");
            assertThat(outside.status()).isIn(400, 409);
            assertThat(outside.json().get("message").asString()).contains("不在本街道");
            var half =
                    server.post(
                            "dispatcher",
                            path + "/moves",
                            "{\"verb\":\"RELOCATE\",\"location\":{\"lat\":31.2}}");
            assertThat(half.status()).isEqualTo(400);
            var urgent =
                    move(
                            server,
                            "dispatcher",
                            number,
                            "{\"verb\":\"PRIORITISE\",\"urgent\":false}");
            assertThat(urgent.get("urgent").asBoolean()).isFalse();
            var split =
                    move(
                            server,
                            "dispatcher",
                            number,
                            "{\"verb\":\"SPLIT\",\"note\":\"大林路100号垃圾没人收\","
                                    + "\"category\":\"暴露垃圾\"}");
            assertThat(split.get("history").toString()).contains("-0002");
            assertThat(server.get("dispatcher", "/api/staff/cases").json()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLeaderSteersTheCasesOfAGridAndAnArrivalHasItsPlace(TestDatabase database)
            throws Exception {
        var office = office(database);
        var number = report(office, "文庙路215号门口井盖没了");
        var moves = "/api/staff/cases/" + number + "/moves";
        try (var server = new StaffServer(office, clock)) {
            for (var area : List.of("文庙居委会", "学宫街居委会")) {
                var body =
                        """
                        {"name":"街长%s","password":"%s","role":"LEADER","areas":["%s"]}
                        """
                                .formatted(area, Office.PASSWORD, area);
                assertThat(server.post("admin", "/api/staff/accounts", body).status())
                        .isEqualTo(201);
            }
            assertThat(server.get("街长学宫街居委会", "/api/staff/cases").json()).isEmpty();
            assertThat(
                            server.post("街长学宫街居委会", moves, "{\"verb\":\"NOTE\",\"note\":\"快\"}")
                                    .status())
                    .isEqualTo(404);
            var urgent = "{\"verb\":\"PRIORITISE\",\"urgent\":false}";
            assertThat(move(server, "街长文庙居委会", number, urgent).get("moves").toString())
                    .isEqualTo("[\"PRIORITISE\",\"NOTE\"]");
            move(server, "dispatcher", number, "{\"verb\":\"FILE\"}");
            move(server, "dispatcher", number, "{\"verb\":\"DISPATCH\"}");
            var handled = server.post("街长文庙居委会", moves, "{\"verb\":\"HANDLE\",\"reason\":\"室内\"}");
            assertThat(handled.status()).isEqualTo(409);
            var arrived =
                    move(
                            server,
                            "handler",
                            number,
                            "{\"verb\":\"ARRIVE\",\"location\":{\"lat\":31.21754,\"lon\":121.48623}}");
            var last = arrived.get("history").get(arrived.get("history").size() - 1);
            assertThat(last.get("verb").asString()).isEqualTo("ARRIVE");
            assertThat(last.get("location").toString())
                    .isEqualTo("{\"lat\":31.2175,\"lon\":121.4862}");
            assertThat(office.cases.find(number).orElseThrow().history().toString())
                    .doesNotContain("ARRIVE");
            var taken = "{\"verb\":\"REDISPATCH\",\"note\":\"换一家\"}";
            assertThat(move(server, "街长文庙居委会", number, taken).get("state").asString())
                    .isEqualTo("RETURNED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void requestsBetweenStaffHaveAnOwnerAndAnAnswer(TestDatabase database) throws Exception {
        var office = office(database);
        var number = report(office, "文庙路215号门口井盖没了");
        try (var server = new StaffServer(office, clock)) {
            hire(server, "lead", "城运中心");
            hire(server, "market", "市场监管所");
            move(server, "dispatcher", number, "{\"verb\":\"FILE\"}");
            move(server, "dispatcher", number, "{\"verb\":\"DISPATCH\",\"department\":\"城运中心\"}");
            var asked = move(server, "lead", number, "{\"verb\":\"EXTEND\",\"note\":\"等配件\"}");
            assertThat(asked.get("extension").get("reason").asString()).isEqualTo("等配件");
            var path = "/api/staff/cases/" + number;
            assertThat(verbs(server.get("dispatcher", path).json())).contains("GRANT", "DENY");
            assertThat(verbs(server.get("lead", path).json())).doesNotContain("GRANT", "DENY");
            var denied =
                    move(server, "dispatcher", number, "{\"verb\":\"DENY\",\"note\":\"先围起来\"}");
            assertThat(denied.get("extension").isNull()).isTrue();
            assertThat(server.get("market", path).status()).isEqualTo(404);
            move(server, "lead", number, "{\"verb\":\"ASSIST\",\"units\":[\"市场监管所\"]}");
            assertThat(server.get("market", "/api/staff/cases").json()).hasSize(1);
            assertThat(verbs(server.get("market", path).json()))
                    .containsExactly("ACCEPT", "RETURN", "HANDLE", "NOTE");
            var waited = server.post("lead", path + "/moves", "{\"verb\":\"HANDLE\"}");
            assertThat(waited.status()).isEqualTo(409);
            assertThat(waited.json().get("message").asString()).contains("市场监管所还没有办完");
            var done = move(server, "market", number, "{\"verb\":\"HANDLE\",\"note\":\"查过了\"}");
            assertThat(done.get("units").get(0).get("answer").asString()).isEqualTo("DONE");
            assertThat(done.get("state").asString()).isEqualTo("DISPATCHED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoPassesACaseOnMaySeeItNoMoreAndStillHearsWhatCameOfIt(TestDatabase database)
            throws Exception {
        var office = office(database);
        var number = report(office, "文庙路215号门口井盖没了");
        try (var server = new StaffServer(office, clock)) {
            hire(server, "lead", "城运中心");
            move(server, "dispatcher", number, "{\"verb\":\"FILE\"}");
            move(server, "dispatcher", number, "{\"verb\":\"DISPATCH\",\"department\":\"城运中心\"}");
            var back =
                    move(server, "lead", number, "{\"verb\":\"RECLASSIFY\",\"category\":\"暴露垃圾\"}");
            assertThat(back.get("state").asString()).isEqualTo("RETURNED");
            assertThat(server.get("lead", "/api/staff/cases/" + number).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDeskSeesWhatMayBeTheSameAndStaffReadTheirNotes(TestDatabase database) throws Exception {
        var office = office(database);
        var first = report(office, "文庙路215号门口井盖没了");
        var second = report(office, "文庙路215号门口井盖没了");
        try (var server = new StaffServer(office, clock)) {
            var path = "/api/staff/cases/" + second;
            var view = server.get("dispatcher", path).json();
            assertThat(view.get("similar").get(0).asString()).isEqualTo(first);
            assertThat(server.get("verifier", path).json().get("similar")).isEmpty();
            var noted =
                    move(
                            server,
                            "verifier",
                            second,
                            "{\"verb\":\"NOTE\",\"note\":\"业主 13800138000 不在家\"}");
            var last = noted.get("history").get(1);
            assertThat(last.get("internal").asBoolean()).isTrue();
            assertThat(last.get("note").asString()).contains("13800138000");
            assertThat(server.get("dispatcher", "/api/staff/cases").json().toString())
                    .contains("不在家")
                    .doesNotContain("13800138000");
        }
    }

    private static List<String> verbs(JsonNode view) {
        return StreamSupport.stream(view.get("moves").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static void hire(StaffServer server, String name, String department) throws Exception {
        var body =
                String.format(
                        Locale.ROOT,
                        "{\"name\":\"%s\",\"password\":\"%s\",\"role\":\"HANDLER\","
                                + "\"department\":\"%s\"}",
                        name,
                        Office.PASSWORD,
                        department);
        var made = server.post("admin", "/api/staff/accounts", body);
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
    }
}
