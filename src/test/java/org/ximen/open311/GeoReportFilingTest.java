package org.ximen.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseSource;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.Verb;
import org.ximen.staff.Role;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

/** Reports from who has a key, and from who has none. */
class GeoReportFilingTest {
    private static final String[] LAMP = {
        "api_key",
        GeoReportServer.KEY,
        "service_code",
        "C0137",
        "lat",
        "31.217234",
        "long",
        "121.486789"
    };

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

    private static String[] lamp(String... more) {
        return Stream.concat(Stream.of(LAMP), Stream.of(more)).toArray(String[]::new);
    }

    /** The lamp without some of its fields. */
    private static String[] without(String name, String... more) {
        var fields = new ArrayList<String>();
        for (int i = 0; i < LAMP.length; i += 2) {
            if (!LAMP[i].equals(name)) {
                fields.addAll(List.of(LAMP[i], LAMP[i + 1]));
            }
        }
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private GridCase filed(GeoReportAnswer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().size()).isEqualTo(1);
        var request = answer.json().get(0);
        assertThat(request.propertyNames())
                .as("a number and no token")
                .containsExactly("service_request_id", "service_notice", "account_id");
        return office.cases.find(request.get("service_request_id").asString()).orElseThrow();
    }

    private static String notice(GeoReportAnswer answer) {
        return answer.json().get(0).get("service_notice").asString("");
    }

    private static void assertRefused(int status, GeoReportAnswer answer, String part) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        var error = answer.json().get(0);
        assertThat(error.propertyNames()).containsExactly("code", "description");
        assertThat(error.get("code").asString()).isEqualTo(String.valueOf(status));
        assertThat(error.get("description").asString()).contains(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml"})
    void aReportIsACaseThatEverybodyCanFollow(String format) throws Exception {
        var answer = server.post(format, lamp("description", "路灯不亮，灯杆 12 号"));
        assertThat(answer.root()).isEqualTo(format.equals("xml") ? "service_requests" : "");
        var item = filed(answer);
        assertThat(item.category().code()).isEqualTo("C0137");
        assertThat(item.description()).isEqualTo("路灯不亮，灯杆 12 号");
        assertThat(item.origin().source()).isEqualTo(CaseSource.OPEN311);
        assertThat(item.area()).isNotNull();
        assertThat(item.guessed()).isFalse();
        assertThat(notice(answer)).isEmpty();
        var shown = server.get("/requests/" + item.number());
        assertThat(shown.json().get(0).get("lat").asDouble()).isEqualTo(31.217);
        assertThat(shown.text()).doesNotContain("灯杆");
        office.cases.move(
                item.number(),
                Move.of(Verb.FILE),
                Actor.staff("小周", Role.ADMIN, null),
                clock.instant());
        assertThat(office.pigeons.carried).as("nobody is there to be told").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wrong",
                "a key of the city's own ap",
                "another,a key of the city's own app"
            })
    void withoutAKeyNobodyReports(String key) throws Exception {
        assertRefused(403, server.post("json", without("api_key", "api_key", key)), "api_key");
        assertRefused(403, server.post("xml", without("api_key")), "api_key");
        assertRefused(403, server.post("json"), "api_key");
        assertThat(server.get("/requests").json().size()).isZero();
    }

    @Test
    void whereNoKeyIsSetNoneIsRight() throws Exception {
        var none = new Open311Settings(List.of("", " "), 1000);
        try (var closed = new GeoReportServer(office, clock, none)) {
            for (var key : List.of("", " ", "x", GeoReportServer.KEY)) {
                var answer = closed.post("json", without("api_key", "api_key", key));
                assertRefused(403, answer, "api_key");
            }
        }
    }

    @Test
    void whatIsMissingIsNamedAllAtOnce() throws Exception {
        var answer =
                server.post(
                        "json", "api_key", GeoReportServer.KEY, "media_url", "javascript:alert(1)");
        assertRefused(400, answer, "service_code");
        assertThat(answer.json().valueStream().map(e -> e.get("description").asString()))
                .hasSize(3)
                .anyMatch(text -> text.contains("address_string"))
                .anyMatch(text -> text.contains("media_url"));
        assertRefused(400, server.post("xml", without("service_code")), "service_code");
        assertRefused(
                404,
                server.post("xml", without("service_code", "service_code", "E9")),
                "service_code");
        assertRefused(
                404, server.post("json", lamp("jurisdiction_id", "sfgov.org")), "jurisdiction_id");
    }

    @ParameterizedTest
    @CsvSource({
        "31.2,",
        ",121.4",
        "north,east",
        "NaN,NaN",
        "1e1,1e2",
        "91,121",
        "31,181",
        "0,0",
        "40.7,-74.0",
        "121.486789,31.217234",
        "31.3,121.5",
    })
    void aPointIsInTheStreetAndWhole(String latitude, String longitude) throws Exception {
        var form =
                Stream.of(
                                "api_key",
                                GeoReportServer.KEY,
                                "service_code",
                                "C0137",
                                "lat",
                                latitude == null ? "" : latitude,
                                "long",
                                longitude == null ? "" : longitude)
                        .toArray(String[]::new);
        var answer = server.post("json", form);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(server.get("/requests").json().size()).isZero();
    }

    @Test
    void wordsForThePlaceAreEnough() throws Exception {
        var item =
                filed(
                        server.post(
                                "json",
                                "api_key",
                                GeoReportServer.KEY,
                                "service_code",
                                "E0110",
                                "address_string",
                                "文庙路215号门口"));
        assertThat(item.place()).isEqualTo("文庙路215号门口");
        assertThat(item.description()).isEqualTo("暴露垃圾（没有文字说明）");
        var shown = server.get("/requests/" + item.number()).json().get(0);
        assertThat(shown.get("address").asString()).startsWith("文庙路，").doesNotContain("215");
        assertRefused(
                400,
                server.post(
                        "json",
                        "api_key",
                        GeoReportServer.KEY,
                        "service_code",
                        "E0110",
                        "address_string",
                        "豫园九曲桥"),
                "不在本街道");
        assertRefused(
                400,
                server.post(
                        "json",
                        "api_key",
                        GeoReportServer.KEY,
                        "service_code",
                        "E0110",
                        "address_id",
                        "7"),
                "address_id");
    }

    @Test
    void theQuestionOfAServiceIsAnsweredByItsValuesAlone() throws Exception {
        var shed = without("service_code", "service_code", "E0101", "attribute[condition]", "B");
        var item = filed(server.post("json", shed));
        assertThat(item.description()).contains("选的情况：发现已建成的违法搭建");
        for (var wrong :
                List.of(
                        List.of("attribute[condition]", "Z"),
                        List.of("attribute[other]", "A"),
                        List.of("attribute[]", "A"),
                        List.of("attribute[condition", "A"))) {
            var form = without("service_code", "service_code", "E0101", wrong.get(0), wrong.get(1));
            assertRefused(400, server.post("xml", form), "attribute");
        }
        var twice = without("service_code", "service_code", "E0101");
        var body = GeoReportServer.query(twice).substring(1);
        var both = body + "&attribute%5Bcondition%5D%5B%5D=A&attribute%5Bcondition%5D%5B%5D=B";
        assertRefused(
                400, GeoReportAnswer.of(server.raw("POST", "/requests.json", both)), "attribute");
        assertRefused(400, server.post("json", lamp("attribute[condition]", "Z")), "attribute");
        filed(server.post("json", lamp("attribute[condition]", "")));
    }

    @Test
    void dangerIsUrgentAdvisedAndNotShown() throws Exception {
        var answer = server.post("json", lamp("description", "路灯漏电，有人触电倒在地上了，快来救人"));
        var item = filed(answer);
        assertThat(item.urgent()).isTrue();
        assertThat(notice(answer)).contains("120", "没有替您报警", "不公开");
        assertThat(server.get("/requests/" + item.number()).status()).isEqualTo(404);
        assertThat(server.get("/requests").json().size()).isZero();
    }

    @Test
    void whatIsNotPublishedIsTakenAndNotShown() throws Exception {
        var answer =
                server.post(
                        "json",
                        without("service_code", "service_code", "E0195", "description", "3室群租"));
        var item = filed(answer);
        assertThat(notice(answer)).contains("不公开");
        assertThat(server.get("/requests/" + item.number()).status()).isEqualTo(404);
    }

    @Test
    void whoReportedIsNowhereToBeRead() throws Exception {
        var answer =
                server.post(
                        "json",
                        lamp(
                                "first_name",
                                "小明",
                                "last_name",
                                "王",
                                "email",
                                "wang@example.org",
                                "device_id",
                                "D-77",
                                "phone",
                                "138 1234 5678",
                                "description",
                                "灯不亮，找王小明",
                                "media_url",
                                "https://example.org/a.jpg"));
        var item = filed(answer);
        assertThat(notice(answer)).contains("姓名、邮箱和设备号没有保存", "电话只给办理的工作人员看");
        assertThat(item.description()).contains("照片网址：https://example.org/a.jpg");
        assertThat(item.toString()).doesNotContain("wang@", "D-77", "13812345678");
        var caller = office.cases.reporter(item.number()).orElseThrow();
        assertThat(office.residents.find(caller).orElseThrow().phone()).isEqualTo("13812345678");
        var map = server.raw("GET", "/requests.geojson", null);
        for (var text :
                List.of(
                        server.get("/requests").text(),
                        new String(map.body(), java.nio.charset.StandardCharsets.UTF_8))) {
            assertThat(text).contains(item.number()).doesNotContain("小明", "wang", "138", "example");
        }
        var unread = server.post("json", lamp("description", "又不亮了", "phone", "call me"));
        assertThat(notice(unread)).contains("电话没有认出来");
        assertThat(office.cases.reporter(filed(unread).number())).isEmpty();
    }

    @Test
    void theSameAgainIsTheSameCaseForAnHour() throws Exception {
        var form = lamp("description", "路灯不亮，灯杆 12 号");
        var first = filed(server.post("json", form)).number();
        clock.pass(Duration.ofMinutes(2));
        assertThat(filed(server.post("xml", form)).number()).isEqualTo(first);
        var other = server.post("json", lamp("description", "路灯还是不亮，12 号灯杆"));
        assertThat(filed(other).number()).isNotEqualTo(first);
        clock.pass(Duration.ofHours(2));
        assertThat(filed(server.post("json", form)).number()).isNotEqualTo(first);
    }

    @Test
    void longOrStrangeBodiesAreRefused() throws Exception {
        assertRefused(
                400, server.post("json", lamp("description", "长".repeat(4001))), "description");
        filed(server.post("json", lamp("description", "长".repeat(4000))));
        var endless = GeoReportServer.query(lamp("x", "y".repeat(70_000))).substring(1);
        assertRefused(
                400, GeoReportAnswer.of(server.raw("POST", "/requests.json", endless)), "64 KB");
        var json = "{\"service_code\":\"C0137\"}";
        for (var type : List.of("application/json", "text/xml", "nonsense")) {
            var path = "/requests.json" + GeoReportServer.query("api_key", GeoReportServer.KEY);
            var answer = server.raw("POST", path, json, "Content-Type", type);
            assertRefused(400, GeoReportAnswer.of(answer), "x-www-form-urlencoded");
        }
        var broken = GeoReportServer.query(LAMP).substring(1) + "&description=%FF%FE";
        assertThat(server.raw("POST", "/requests.json", broken).statusCode()).isEqualTo(400);
    }

    @Test
    void htmlIsTextAndStaysInside() throws Exception {
        var form = lamp("description", "<script>alert(1)</script>&amp;\u0007 不亮");
        var item = filed(server.post("xml", form));
        assertThat(item.description())
                .contains("<script>alert(1)</script>")
                .doesNotContain("\u0007");
        assertThat(server.get("/requests/" + item.number()).text()).doesNotContain("<", "alert");
    }
}
