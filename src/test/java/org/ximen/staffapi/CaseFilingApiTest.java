package org.ximen.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.staff.Role;
import org.ximen.staffapi.StaffServer.Answer;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

/** What staff file for others, and lists of cases as they are asked for and taken away. */
class CaseFilingApiTest {
    private static final String CASES = "/api/staff/cases";
    private static final String COVER =
            """
            {"description":"文庙路215号门口窨井盖没了，晚上看不见","source":"%s","outsideNumber":%s,"phone":%s}
            """;

    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");
    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void aCallIsFiledWithItsSourceAndTheNumberIsKeptApart(TestDatabase database) throws Exception {
        var office = office(database);
        try (var server = new StaffServer(office, clock)) {
            var body = COVER.formatted("PHONE", "null", "\"138 0013 8000\"");
            var made = server.post("dispatcher", CASES, body);
            assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
            assertThat(made.json().get("source").asString()).isEqualTo("PHONE");
            assertThat(made.json().get("outsideNumber").isNull()).isTrue();
            assertThat(made.json().get("stage").asString()).isEqualTo("REPORTED");
            assertThat(made.json().get("place").asString()).contains("文庙路215号");
            assertThat(made.json().get("area").asString()).isNotEmpty();
            assertThat(made.json().get("categoryName").asString()).as("read").contains("井盖");
            assertThat(made.json().get("history").get(0).get("who").asString())
                    .isEqualTo("dispatcher");
            assertThat(made.json().toString()).doesNotContain("13800138000", "138 0013");
            var path = CASES + "/" + made.json().get("number").asString();
            var contact = server.get("dispatcher", path + "/contact");
            assertThat(contact.json().get("phone").asString()).isEqualTo("13800138000");
            assertThat(office.audit.page("", "contact.", "", 0, 5)).hasSize(1);
            assertThat(server.get("verifier", path).json().get("source").asString())
                    .isEqualTo("PHONE");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatStaffSayStandsAndDangersAreRead(TestDatabase database) throws Exception {
        var office = office(database);
        try (var server = new StaffServer(office, clock)) {
            var told =
                    """
                    {"description":"弄口堆了东西","place":"曹家街2弄","category":"E0110",
                     "location":{"lat":31.2205,"lon":121.4925},"source":"PATROL"}
                    """;
            var point = office.district.centre();
            var here =
                    told.replace("31.2205", String.valueOf(point.latitude()))
                            .replace("121.4925", String.valueOf(point.longitude()));
            var made = server.post("handler", CASES, here);
            assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
            assertThat(made.json().get("category").asString()).isEqualTo("E0110");
            assertThat(made.json().get("place").asString()).isEqualTo("曹家街2弄");
            assertThat(made.json().get("location").get("lat").asDouble())
                    .isEqualTo(point.latitude());
            var gas = "{\"description\":\"文庙路12号厨房煤气漏了，人头晕\",\"source\":\"VISIT\"}";
            var danger = server.post("dispatcher", CASES, gas);
            assertThat(danger.json().get("urgent").asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNumberSeenBeforeIsRefusedWithItsCase(TestDatabase database) throws Exception {
        var office = office(database);
        try (var server = new StaffServer(office, clock)) {
            var body = COVER.formatted("HOTLINE", "\"0020261123001\"", "null");
            var first = server.post("dispatcher", CASES, body).json().get("number").asString();
            var again = server.post("admin", CASES, body);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.json().get("message").asString()).contains(first);
            assertThat(again.json().get("next").toString()).isEqualTo("[\"" + first + "\"]");
            var other = COVER.formatted("MEDIA", "\"0020261123001\"", "null");
            assertThat(server.post("dispatcher", CASES, other).status()).isEqualTo(201);
            var found = server.get("dispatcher", CASES + "?q=0020261123001&sort=number").json();
            assertThat(found).hasSize(2);
            assertThat(found.get(0).get("number").asString()).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeFiledIsRefusedByName(TestDatabase database) throws Exception {
        var office = office(database);
        try (var server = new StaffServer(office, clock)) {
            var bodies =
                    List.of(
                            "{\"description\":\" \",\"source\":\"PHONE\"}",
                            "{\"description\":\"井盖没了\"}",
                            "{\"description\":\"井盖没了\",\"source\":\"RESIDENT\"}",
                            "{\"description\":\"井盖没了\",\"source\":\"PHONE\",\"category\":\"飞碟\"}",
                            "{\"description\":\"井盖没了\",\"source\":\"PHONE\",\"phone\":\"12\"}",
                            "{\"description\":\"井盖没了\",\"source\":\"PHONE\",\"location\":{\"lat\":0,\"lon\":0}}",
                            "{\"description\":\"井盖没了\",\"source\":\"PHONE\",\"location\":{\"lat\":99,\"lon\":0}}",
                            "{\"description\":\"井盖没了\",\"source\":\"PHONE\",\"colour\":\"red\"}");
            for (var body : bodies) {
                var answer = server.post("dispatcher", CASES, body);
                assertThat(answer.status()).as(body).isEqualTo(400);
                assertThat(answer.json().get("message").asString()).as(body).isNotEmpty();
            }
            assertThat(server.get("dispatcher", CASES).json()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListIsAskedForByAllItsQuestions(TestDatabase database) throws Exception {
        var office = office(database);
        try (var server = new StaffServer(office, clock)) {
            file(server, "文庙路215号门口窨井盖没了", "C0102");
            file(server, "曹家街2弄垃圾没人收", "E0110");
            for (var wrong :
                    List.of(
                            "stage=FLOWN",
                            "area=火星",
                            "category=飞碟",
                            "department=宇航局",
                            "sort=colour",
                            "size=many",
                            "page=x")) {
                assertThat(server.get("dispatcher", CASES + "?" + wrong).status())
                        .as(wrong)
                        .isEqualTo(400);
            }
            assertThat(numbers(server.get("dispatcher", CASES + "?stage=RATED"))).isEmpty();
            assertThat(numbers(server.get("dispatcher", CASES + "?stage=CLOSED"))).isEmpty();
            assertThat(numbers(server.get("dispatcher", CASES))).containsExactly("0002", "0001");
            assertThat(numbers(server.get("dispatcher", CASES + "?sort=reported")))
                    .containsExactly("0001", "0002");
            assertThat(numbers(server.get("dispatcher", CASES + "?sort=urgency")))
                    .as("a missing cover cannot wait")
                    .containsExactly("0001", "0002");
            assertThat(numbers(server.get("dispatcher", CASES + "?sort=-deadline")))
                    .containsExactly("0002", "0001");
            assertThat(numbers(server.get("dispatcher", CASES + "?q=文庙路%20窨井盖")))
                    .containsExactly("0001");
            assertThat(numbers(server.get("dispatcher", CASES + "?q=0002")))
                    .containsExactly("0002");
            assertThat(numbers(server.get("dispatcher", CASES + "?q=文庙路%20垃圾"))).isEmpty();
            var department =
                    server.get("dispatcher", CASES + "?q=0001").json().get(0).get("departmentId");
            var theirs = CASES + "?department=" + department.asString();
            assertThat(numbers(server.get("dispatcher", theirs))).contains("0001");
            assertThat(numbers(server.get("dispatcher", CASES + "?sort=number&page=1&size=1")))
                    .containsExactly("0002");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListIsTakenAwayWithoutFormulasAndNumbersOfPeople(TestDatabase database) throws Exception {
        var office = office(database);
        try (var server = new StaffServer(office, clock)) {
            var body =
                    """
                    {"description":"=HYPERLINK(\\"http://x\\") 打13800138000，\\"井盖\\"没了","category":"C0102",
                     "source":"HOTLINE","outsideNumber":"000123"}
                    """;
            assertThat(server.post("dispatcher", CASES, body).status()).isEqualTo(201);
            var inside = "{\"verb\":\"NOTE\",\"note\":\"业主欠物业费\"}";
            var moves = CASES + "/XM-20261123-0001/moves";
            assertThat(server.post("dispatcher", moves, inside).status()).isEqualTo(200);
            var csv = server.get("dispatcher", CASES + ".csv?stage=REPORTED");
            assertThat(csv.status()).isEqualTo(200);
            assertThat(csv.header("Content-Disposition")).contains("attachment", "cases.csv");
            var text = new String(csv.whole().body(), StandardCharsets.UTF_8);
            assertThat(text)
                    .startsWith("\uFEFF编号,来源,原编号,")
                    .contains("XM-20261123-0001,12345,000123,2026-11-23 10:00,")
                    .contains("\"'=HYPERLINK(\"\"http://x\"\") 打138********")
                    .doesNotContain("13800138000")
                    .doesNotContain("欠物业费");
            var xlsx = server.get("dispatcher", CASES + ".xlsx").whole().body();
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
                var row = book.getSheetAt(0).getRow(1);
                assertThat(row.getCell(2).getStringCellValue()).isEqualTo("000123");
                assertThat(row.getCell(3).getCellStyle().getDataFormatString()).contains("yyyy");
                assertThat(row.getCell(3).getLocalDateTimeCellValue().toString())
                        .isEqualTo("2026-11-23T10:00");
                assertThat(row.getCell(10).getStringCellValue()).startsWith("'=HYPERLINK");
                assertThat(row.getCell(10).getRawValue()).as("no formula").isNull();
                for (int i = 0; i < row.getLastCellNum(); i++) {
                    assertThat(String.valueOf(row.getCell(i))).doesNotContain("欠物业费");
                }
            }
            assertThat(server.get("dispatcher", CASES + ".csv?area=火星").status()).isEqualTo(400);
            var nothing = server.get("dispatcher", CASES + ".csv?stage=RATED");
            assertThat(new String(nothing.whole().body(), StandardCharsets.UTF_8).lines())
                    .hasSize(1);
            assertThat(office.audit.page("", "case.export", "", 0, 9)).hasSize(3);
        }
    }

    private static void file(StaffServer server, String words, String category) throws Exception {
        var body =
                "{\"description\":\"%s\",\"category\":\"%s\",\"source\":\"PATROL\"}"
                        .formatted(words, category);
        var made = server.post("dispatcher", CASES, body);
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
    }

    private static List<String> numbers(Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(item -> item.get("number").asString().substring(12))
                .toList();
    }

    private Office office(TestDatabase database) {
        var office = new Office(database.open(), home);
        for (var role : Role.values()) {
            office.hire(role, home, clock.instant());
        }
        return office;
    }
}
