package org.ximen.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.cases.Cases;
import org.ximen.cases.Draft;
import org.ximen.chat.Sender;
import org.ximen.district.District;
import org.ximen.district.Point;
import org.ximen.residents.Residents;
import org.ximen.staff.Audit;
import org.ximen.staff.Role;
import org.ximen.testing.SettableClock;
import org.ximen.testing.Workbench;

/** What of residents and of cases each of the staff may see, and what is written down of it. */
class PrivacyTest {
    private static final String TILES = "https://tiles.example:8443/{z}/{x}/{y}.png";
    private static final String PHONE = "13912345678";
    private static final Point WENMIAO = new Point(31.2176, 121.4864);
    private static final Point DALIN = new Point(31.2165, 121.4838);

    @TempDir static Path home;
    private static SettableClock clock;
    private static Workbench bench;

    @BeforeAll
    static void open() {
        clock = new SettableClock(Instant.now().toString());
        bench = Workbench.open(home, Map.of("ximen.map.tiles", TILES), clock);
        hire("of-wenmiao", "文庙居委会");
        hire("of-dalin", "大林居委会");
    }

    private static void hire(String name, String area) {
        var code = bench.get(District.class).area(area).orElseThrow().code();
        bench.hire(name, Role.HANDLER, null, List.of(code));
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void whoDoesNothingForHalfAnHourIsOutHoweverThePageRefreshesItself() throws Exception {
        var guest = Guest.signedIn(bench, "dispatcher");
        clock.pass(Duration.ofMinutes(20));
        assertThat(guest.get("/console").body()).contains("主菜单");
        clock.pass(Duration.ofMinutes(29));
        assertThat(guest.get("/console", "HX-Request", "true").statusCode()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(2));
        var part = guest.get("/console", "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).contains("/console/login");
        var page = guest.get("/console");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).contains("/console/login");
    }

    /** A case with the phone of its reporter. */
    private static String withPhone(String chat, boolean anonymous) {
        var residents = bench.get(Residents.class);
        var person = residents.meet(new Sender("web", chat), clock.instant());
        residents.phone(person, PHONE);
        var place = bench.get(District.class).placeAt(WENMIAO);
        var draft = new Draft("窨井盖没了", "C0102", place, List.of(), false, anonymous);
        return bench.get(Cases.class)
                .report(draft, person.id(), person.sender(), clock.instant())
                .number();
    }

    private static List<String> trail(String who, String what) {
        return bench.get(Audit.class).page(who, what, "", 0, 100).stream()
                .map(Audit.Entry::on)
                .toList();
    }

    @Test
    void onlyTheDeskSearchesByPhoneAndIsWrittenDown() throws Exception {
        var named = withPhone("searched", false);
        var unnamed = withPhone("searched", true);
        var form = Map.of("phone", "+86 139-1234-5678");
        var desk = Guest.signedIn(bench, "dispatcher");
        var found = desk.post("/console/password", "/console/cases/by-phone", form);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains(named).doesNotContain(unnamed).doesNotContain(PHONE);
        assertThat(trail("dispatcher", "contact.search")).contains("cases");
        for (var name : List.of("of-wenmiao", "handler", "verifier", "editor", "approver")) {
            var guest = Guest.signedIn(bench, name);
            var refused = guest.post("/console/password", "/console/cases/by-phone", form);
            assertThat(refused.statusCode()).as(name).isEqualTo(403);
            assertThat(guest.get("/console/cases").body()).doesNotContain("by-phone");
            assertThat(trail(name, "contact.search")).isEmpty();
        }
    }

    @Test
    void aPhoneIsSeenByWhoMaySeeTheCaseAndEachLookIsWrittenDown() throws Exception {
        var number = withPhone("seen", false);
        var path = "/console/cases/" + number;
        var mine = Guest.signedIn(bench, "of-wenmiao");
        assertThat(mine.get(path).body()).doesNotContain(PHONE);
        assertThat(trail("of-wenmiao", "contact.view")).isEmpty();
        var shown = mine.post(path, path + "/contact", Map.of());
        assertThat(shown.body()).contains(PHONE);
        assertThat(trail("of-wenmiao", "contact.view")).containsExactly("cases/" + number);
        for (var name : List.of("of-dalin", "editor", "approver")) {
            var guest = Guest.signedIn(bench, name);
            var refused = guest.post("/console/password", path + "/contact", Map.of());
            assertThat(refused.statusCode()).as(name).isIn(403, 404);
            assertThat(refused.body()).doesNotContain(PHONE);
            assertThat(trail(name, "contact.view")).isEmpty();
        }
    }

    @Test
    void thePhoneOfWhoGaveNoNameIsShownToNobody() throws Exception {
        var path = "/console/cases/" + withPhone("unnamed", true);
        var page = Guest.signedIn(bench, "admin").post(path, path + "/contact", Map.of());
        assertThat(page.body()).contains("要求匿名").doesNotContain(PHONE);
    }

    @Test
    void aPhotoIsShownToHandlersOfItsAreaAlone() throws Exception {
        var number = bench.reportWithPhoto("垃圾堆了三天", "E0110", WENMIAO, clock.instant());
        var photo = bench.get(Cases.class).find(number).orElseThrow().photos().getFirst();
        var path = "/console/photos/" + photo;
        assertThat(Guest.signedIn(bench, "of-wenmiao").get(path).statusCode()).isEqualTo(200);
        assertThat(trail("of-wenmiao", "photo.view")).containsExactly("photos/" + photo);
        assertThat(Guest.signedIn(bench, "of-dalin").get(path).statusCode()).isEqualTo(404);
        assertThat(trail("of-dalin", "photo.view")).isEmpty();
        assertThat(new Guest(bench).get(path).statusCode()).isEqualTo(302);
    }

    @Test
    void mapAndFiguresKeepToTheAreasOfAHandler() throws Exception {
        var theirs = bench.reportWithPhoto("路面有坑", "E0113", DALIN, clock.instant());
        var others = bench.reportWithPhoto("路面有坑", "E0113", WENMIAO, clock.instant());
        var handler = Guest.signedIn(bench, "of-dalin");
        assertThat(handler.get("/console/map/cases").body())
                .contains(theirs)
                .doesNotContain(others);
        assertThat(handler.get("/console/map/cases?area=310101019003").body()).isEqualTo("[]");
        var figures = handler.get("/console/figures").body();
        assertThat(figures).contains("大林居委会").doesNotContain("文庙居委会");
        assertThat(Guest.signedIn(bench, "dispatcher").get("/console/figures").body())
                .contains("大林居委会", "文庙居委会");
    }

    @Test
    void picturesMayComeFromTheStreetsTileServerAndNowhereElse() throws Exception {
        var page = Guest.signedIn(bench, "dispatcher").get("/console/map");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("").split("; *"))
                .containsExactlyInAnyOrder(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "connect-src 'self'",
                        "img-src 'self' data: https://tiles.example:8443",
                        "form-action 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'");
        assertThat(page.body()).contains(TILES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example;script-src *",
                "https://a.example 'unsafe-inline'",
                "javascript:alert(1)",
                "//a.example/{z}"
            })
    void anAddressThatWouldOpenThePolicyIsRefusedAtTheStart(String tiles) {
        assertThatThrownBy(() -> new MapSettings(tiles)).hasMessageContaining("ximen.map.tiles");
    }
}
