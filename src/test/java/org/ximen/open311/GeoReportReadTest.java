package org.ximen.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.cases.Actor;
import org.ximen.cases.Draft;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.Verb;
import org.ximen.chat.Sender;
import org.ximen.district.Place;
import org.ximen.district.Point;
import org.ximen.staff.Role;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Each row of the reference and each of its traps, in both forms. */
class GeoReportReadTest {
    private static final Sender WANG = new Sender("pigeon", "wang");
    private static final Actor ADMIN = Actor.staff("小周", Role.ADMIN, null);
    private static final List<String> REQUEST =
            List.of(
                    "service_request_id",
                    "status",
                    "status_notes",
                    "service_name",
                    "service_code",
                    "description",
                    "agency_responsible",
                    "service_notice",
                    "requested_datetime",
                    "updated_datetime",
                    "expected_datetime",
                    "address",
                    "address_id",
                    "zipcode",
                    "lat",
                    "long",
                    "media_url");

    @TempDir Path home;
    private SettableClock clock;
    private Office office;
    private GeoReportServer server;

    @BeforeEach
    void open() {
        clock = new SettableClock("2026-11-23T02:00:00Z");
        office = new Office(TestDatabase.HSQLDB.open(), home);
        server = new GeoReportServer(office, clock);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private GridCase report(String code, String words) {
        return report(code, words, false, false);
    }

    private GridCase report(String code, String words, boolean urgent, boolean anonymous) {
        var named = office.district.placeIn(words).orElseThrow();
        var place = new Place(named.text(), new Point(31.217234, 121.486789), named.area());
        var draft = new Draft(words, code, place, List.of(), urgent, anonymous);
        var person = office.residents.meet(WANG, clock.instant());
        return office.cases.report(draft, person.id(), WANG, clock.instant());
    }

    private void move(GridCase item, Move... moves) {
        for (var move : moves) {
            clock.pass(Duration.ofMinutes(10));
            office.cases.move(item.number(), move, ADMIN, clock.instant());
        }
    }

    private static List<String> ids(GeoReportAnswer answer) {
        return answer.json()
                .valueStream()
                .map(r -> r.get("service_request_id").asString())
                .toList();
    }

    @Test
    void discoveryTellsWhereAndInWhichFormats() throws Exception {
        var answer = server.get("/discovery");
        assertThat(answer.root()).isEqualTo("discovery");
        assertThat(answer.json().propertyNames())
                .containsExactly("changeset", "contact", "key_service", "endpoints");
        var endpoint = answer.json().get("endpoints").get(0);
        assertThat(endpoint.propertyNames())
                .containsExactly("specification", "url", "changeset", "type", "formats");
        assertThat(endpoint.get("specification").asString())
                .isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(endpoint.get("url").asString()).isEqualTo(server.at(""));
        assertThat(endpoint.get("type").asString()).isEqualTo("production");
        assertThat(endpoint.get("formats").valueStream().map(JsonNode::asString))
                .containsExactly("text/xml", "application/json");
        assertThat(answer.type())
                .as("exactly, which validators want")
                .isEqualTo("application/json");
        var xml = server.raw("GET", "/discovery.xml", null);
        assertThat(xml.headers().firstValue("Content-Type")).contains("text/xml");
    }

    @Test
    void everyKindIsAService() throws Exception {
        var answer = server.get("/services");
        assertThat(answer.root()).isEqualTo("services");
        assertThat(answer.type()).isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(answer.json().size()).isEqualTo(office.codeTable.categories().size());
        for (var service : answer.json()) {
            assertThat(service.propertyNames())
                    .containsExactly(
                            "service_code",
                            "service_name",
                            "description",
                            "metadata",
                            "type",
                            "keywords",
                            "group");
            assertThat(service.get("service_code").isString()).isTrue();
            assertThat(service.get("metadata").isBoolean()).isTrue();
            assertThat(service.get("type").asString()).isEqualTo("realtime");
        }
        assertThat(answer.text()).contains("\"service_code\":\"E0110\",\"service_name\":\"暴露垃圾\"");
        assertThat(answer.whole().headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
    }

    @Test
    void aServiceWithSeveralConditionsAsksWhichItIs() throws Exception {
        var answer = server.get("/services/E0101");
        assertThat(answer.root()).isEqualTo("service_definition");
        assertThat(answer.json().propertyNames()).containsExactly("service_code", "attributes");
        var question = answer.json().get("attributes").get(0);
        assertThat(question.propertyNames())
                .containsExactly(
                        "variable",
                        "code",
                        "datatype",
                        "required",
                        "datatype_description",
                        "order",
                        "description",
                        "values");
        assertThat(question.get("variable").asBoolean()).isTrue();
        assertThat(question.get("required").asBoolean()).isFalse();
        assertThat(question.get("order").asInt()).isEqualTo(1);
        assertThat(question.get("datatype").asString()).isEqualTo("singlevaluelist");
        assertThat(question.get("values").get(0).propertyNames()).containsExactly("key", "name");
        assertThat(question.get("values").get(1).get("key").asString()).isEqualTo("B");
        assertRefused(404, server.get("/services/E0107"), "metadata");
        assertRefused(404, server.get("/services/E9999"), "service_code");
        assertRefused(404, server.get("/services/D-gas"), "service_code");
    }

    private static void assertRefused(int status, GeoReportAnswer answer, String part) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.root()).isIn("errors", "");
        var error = answer.json().get(0);
        assertThat(error.propertyNames()).containsExactly("code", "description");
        assertThat(error.get("code").asInt()).isEqualTo(status);
        assertThat(error.get("description").asString()).contains(part);
        assertThat(answer.type()).containsIgnoringCase("charset=utf-8");
    }

    @Test
    void aRequestTellsWhatEverybodyMayKnow() throws Exception {
        var item = report("E0110", "文庙路215号3室门口垃圾没人收，我叫王小明，13812345678");
        move(item, Move.of(Verb.FILE, "老王家门口，别外传"), Move.dispatchTo("绿化市容所"));
        var answer = server.get("/requests");
        assertThat(answer.root()).isEqualTo("service_requests");
        var request = answer.json().get(0);
        assertThat(request.propertyNames()).containsExactlyElementsOf(REQUEST);
        assertThat(request.get("service_request_id").asString()).isEqualTo(item.number());
        assertThat(request.get("service_request_id").isString()).isTrue();
        assertThat(request.get("service_code").isString()).isTrue();
        assertThat(request.get("status").asString()).isEqualTo("open");
        assertThat(request.get("status_notes").asString()).isEqualTo("已派遣，待接单");
        assertThat(request.get("requested_datetime").asString())
                .isEqualTo("2026-11-23T10:00:00+08:00");
        assertThat(request.get("updated_datetime").asString())
                .isEqualTo("2026-11-23T10:20:00+08:00");
        assertThat(request.get("expected_datetime").asString()).endsWith("+08:00");
        assertThat(request.get("address").asString()).isEqualTo("文庙路，文庙居委会，老西门街道");
        assertThat(request.get("description").asString()).isEqualTo("暴露垃圾：文庙路，文庙居委会，老西门街道");
        assertThat(request.get("agency_responsible").asString()).isEqualTo("绿化市容所");
        assertThat(request.get("lat").asDouble()).isEqualTo(31.217);
        assertThat(request.get("long").asDouble()).isEqualTo(121.487);
        for (var absent : List.of("service_notice", "address_id", "zipcode", "media_url")) {
            assertThat(request.get(absent).isNull()).as(absent).isTrue();
        }
        var single = server.get("/requests/" + item.number());
        assertThat(single.json()).as("an array of one").isEqualTo(answer.json());
        assertThat(single.root()).isEqualTo("service_requests");
        assertThat(answer.text())
                .doesNotContain("215", "3室", "王小明", "138", "没人收", "老王", "外传", "小周");
    }

    /** In no form, whatever is asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/requests.json",
                "/requests.xml",
                "/requests.geojson",
                "/requests.json?extensions=true",
                "/requests.json?status=open"
            })
    void whatStaffWriteForEachOtherStaysInside(String path) throws Exception {
        var item = report("E0110", "文庙路215号门口垃圾没人收");
        move(item, Move.of(Verb.NOTE, "业主欠物业费"), Move.of(Verb.FILE));
        move(item, Move.of(Verb.NOTE, "业主欠物业费"));
        var said = new String(server.raw("GET", path, null).body(), StandardCharsets.UTF_8);
        assertThat(said).contains("暴露垃圾").doesNotContain("欠物业费").doesNotContain("NOTE");
        assertThat(server.get("/requests/" + item.number()).text()).doesNotContain("欠物业费");
    }

    @Test
    void aClosedOneTellsWhenAndWhatCameOfIt() throws Exception {
        var item = report("E0110", "文庙路215号门口垃圾没人收");
        move(item, Move.of(Verb.FILE), Move.of(Verb.REFUSE, "老王自己的事"));
        office.cases.remark(
                item.number(),
                office.residents.find(WANG).orElseThrow().id(),
                "谢谢",
                clock.pass(Duration.ofHours(1)));
        var request = server.get("/requests", "status", "closed").json().get(0);
        assertThat(request.get("status").asString()).isEqualTo("closed");
        assertThat(request.get("status_notes").asString()).isEqualTo("不予受理");
        assertThat(request.get("updated_datetime").asString())
                .as("when it was closed")
                .isEqualTo("2026-11-23T10:20:00+08:00");
        assertThat(request.get("expected_datetime").isNull()).isTrue();
        assertThat(ids(server.get("/requests", "status", "open"))).isEmpty();
        assertThat(ids(server.get("/requests", "status", "open,closed"))).hasSize(1);
    }

    @Test
    void whatMayNameSomebodyIsNeitherListedNorShown() throws Exception {
        var hidden =
                Map.of(
                        "without a name", report("E0110", "文庙路1号垃圾", false, true),
                        "at home", report("E0195", "文庙路2号群租"),
                        "in danger", report("D-gas", "文庙路3号煤气味"),
                        "more urgent than its kind", report("E0110", "文庙路4号垃圾", true, false));
        var forgotten = report("E0110", "文庙路6号垃圾");
        var shown = report("C0123", "文庙路5号井盖没了", true, false);
        office.cases.forget(office.residents.find(WANG).orElseThrow().id(), clock.instant());
        var open = report("E0110", "文庙路7号垃圾");
        var all = server.get("/requests");
        assertThat(ids(all)).containsExactly(open.number());
        for (var item : hidden.entrySet()) {
            var number = item.getValue().number();
            assertThat(server.get("/requests/" + number).status()).as(item.getKey()).isEqualTo(404);
            assertThat(ids(server.get("/requests", "service_request_id", number))).isEmpty();
            assertThat(all.text()).doesNotContain(number);
        }
        assertRefused(404, server.get("/requests/" + forgotten.number()), "不公开");
        assertRefused(404, server.get("/requests/" + shown.number()), "不公开");
        var map = server.raw("GET", "/requests.geojson", null);
        assertThat(GeoReportAnswer.of(map).json().get("features").size()).isEqualTo(1);
    }

    @Test
    void urgentByItsKindAloneIsShown() throws Exception {
        var cover = report("C0123", "文庙路5号井盖没了", true, false);
        assertThat(ids(server.get("/requests"))).containsExactly(cover.number());
    }

    @Test
    void aListOfNumbersOverridesEverythingElse() throws Exception {
        var first = report("E0110", "文庙路1号垃圾");
        clock.pass(Duration.ofDays(200));
        var second = report("C0137", "文庙路2号路灯不亮");
        assertThat(ids(server.get("/requests"))).containsExactly(second.number());
        var both =
                server.get(
                        "/requests",
                        "service_request_id",
                        first.number() + ", " + second.number() + ",XM-20200101-0001,x",
                        "status",
                        "closed",
                        "service_code",
                        "nothing",
                        "start_date",
                        "never",
                        "page_size",
                        "0");
        assertThat(ids(both)).containsExactly(second.number(), first.number());
        assertThat(ids(server.get("/requests", "service_request_id", "x"))).isEmpty();
    }

    @Test
    void listsAreOfNinetyDaysAndOfTheKindsAskedFor() throws Exception {
        var old = report("E0110", "文庙路1号垃圾");
        clock.pass(Duration.ofDays(91));
        var lamp = report("C0137", "文庙路2号路灯不亮");
        clock.pass(Duration.ofDays(1));
        var heap = report("E0110", "文庙路3号垃圾");
        assertThat(ids(server.get("/requests"))).containsExactly(heap.number(), lamp.number());
        assertThat(ids(server.get("/requests", "service_code", "C0137,E0111")))
                .containsExactly(lamp.number());
        assertThat(ids(server.get("/requests", "service_code", "E0195"))).isEmpty();
        assertThat(ids(server.get("/requests", "end_date", "2026-12-01T00:00:00Z")))
                .containsExactly(old.number());
        assertThat(ids(server.get("/requests", "start_date", "2026-11-01T00:00:00+08:00")))
                .containsExactly(old.number());
        assertThat(ids(server.get("/requests", "start_date", at(lamp), "end_date", at(lamp))))
                .as("both ends belong to it")
                .containsExactly(lamp.number());
        assertThat(
                        ids(
                                server.get(
                                        "/requests",
                                        "start_date",
                                        "2026-11-23",
                                        "end_date",
                                        "2026-11-23")))
                .containsExactly(old.number());
        assertThat(ids(server.get("/requests", "start_date", "", "status", " ", "page", "")))
                .as("an empty parameter is none")
                .hasSize(2);
    }

    private static String at(GridCase item) {
        return String.valueOf(WireTime.written(item.reportedAt()));
    }

    @Test
    void longListsComeInPages() throws Exception {
        var numbers =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> {
                            clock.pass(Duration.ofMinutes(1));
                            return report("E0110", "文庙路" + i + "号垃圾").number();
                        })
                        .toList()
                        .reversed();
        assertThat(ids(server.get("/requests", "page_size", "2"))).isEqualTo(numbers.subList(0, 2));
        assertThat(ids(server.get("/requests", "page", "2", "page_size", "2")))
                .isEqualTo(numbers.subList(2, 4));
        assertThat(ids(server.get("/requests", "page", "3", "page_size", "2")))
                .isEqualTo(numbers.subList(4, 5));
        assertThat(ids(server.get("/requests", "page", "4", "page_size", "2"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "start_date,yesterday",
        "start_date,2026-11-23T10:00:00",
        "start_date,+999999999-12-31T00:00:00Z",
        "end_date,2026-13-01",
        "status,pending",
        "page,0",
        "page,-1",
        "page,1e3",
        "page,99999999999999999999",
        "page_size,1001",
    })
    void whatCannotBeUnderstoodIsRefusedAndNamed(String name, String value) throws Exception {
        assertRefused(400, server.get("/requests", name, value), name);
    }

    @Test
    void spansOfMoreThanNinetyDaysAreRefused() throws Exception {
        assertRefused(
                400,
                server.get("/requests", "start_date", "2026-01-01", "end_date", "2026-11-01"),
                "90 天");
        assertRefused(
                400,
                server.get("/requests", "start_date", "2026-11-02", "end_date", "2026-11-01"),
                "早于");
    }

    @Test
    void whatDoesNotExistIsRefused() throws Exception {
        assertRefused(404, server.get("/requests/XM-20261123-9999"), "service_request_id");
        assertRefused(404, server.get("/requests/%27%3B--"), "service_request_id");
        assertRefused(404, server.get("/requests", "service_code", "E0110,E9999"), "service_code");
        assertRefused(404, server.get("/tokens/123"), "token");
        assertRefused(404, server.get("/nothing"), "地址");
        for (var path : List.of("/services", "/services/E0101", "/requests", "/tokens/1")) {
            assertRefused(404, server.get(path, "jurisdiction_id", "sfgov.org"), "jurisdiction_id");
        }
        assertThat(server.get("/services", "jurisdiction_id", "310101019").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/requests", "/discovery", "/requests.csv", "", "/services/E0101"})
    void withoutAFormatTheRefusalIsXml(String path) throws Exception {
        var answer = server.raw("GET", path, null);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/xml");
        assertThat(GeoReportAnswer.of(answer).json().get(0).get("code").asString())
                .isEqualTo("404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void otherMethodsAreRefused(String method) throws Exception {
        for (var path : List.of("/requests.json", "/services.json", "/discovery.json")) {
            assertRefused(400, GeoReportAnswer.of(server.raw(method, path, "")), "方法");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?status=%FF", "?status=%00", "?page=%E4%BD"})
    void whatIsNoTextIsRefused(String query) throws Exception {
        var answer = server.raw("GET", "/requests.json" + query, null);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GeoReportAnswer.of(answer).json().get(0).propertyNames())
                .containsExactly("code", "description");
    }

    @Test
    void theMapHasEachAtItsRoundedPoint() throws Exception {
        var item = report("E0110", "文庙路215号垃圾");
        var answer = server.raw("GET", "/requests.geojson?service_code=E0110", null);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/geo+json");
        var map = GeoReportAnswer.of(answer).json();
        assertThat(map.get("type").asString()).isEqualTo("FeatureCollection");
        var feature = map.get("features").get(0);
        assertThat(feature.propertyNames()).containsExactly("type", "id", "geometry", "properties");
        assertThat(feature.get("id").asString()).isEqualTo(item.number());
        assertThat(feature.get("geometry").get("type").asString()).isEqualTo("Point");
        assertThat(feature.get("geometry").get("coordinates").valueStream().map(JsonNode::asDouble))
                .containsExactly(121.487, 31.217);
        assertThat(feature.get("properties").get("service_code").asString()).isEqualTo("E0110");
        assertThat(answer.body()).asString().doesNotContain("215");
        var refused = server.raw("GET", "/requests.geojson?status=x", null);
        assertRefused(400, GeoReportAnswer.of(refused), "status");
    }

    @Test
    void whoAsksTooOftenWaits() throws Exception {
        var narrow = new Open311Settings(List.of(), 3);
        try (var strict = new GeoReportServer(office, clock, narrow)) {
            for (int i = 0; i < 3; i++) {
                assertThat(strict.raw("GET", "/services.json", null).statusCode()).isEqualTo(200);
            }
            var answer = strict.raw("GET", "/services.xml", null);
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(GeoReportAnswer.of(answer).json().get(0).get("code").asString())
                    .isEqualTo("429");
        }
    }

    @Test
    void timesAreReadWithTheirZone() {
        assertThat(read("2026-04-23T14:30:00+08:00")).isEqualTo(read("2026-04-23T06:30:00Z"));
        assertThat(read("2026-04-23T14:30:00 08:00")).isEqualTo(read("2026-04-23T06:30Z"));
        assertThat(read("2026-04-23")).isEqualTo(read("2026-04-22T16:00:00Z"));
    }

    private static @Nullable Instant read(String told) {
        return WireTime.read("x", told, java.time.LocalTime.MIN);
    }
}
