package org.ximen.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ximen.chat.Sender;
import org.ximen.staff.Role;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

/** What strangers and other sites' pages may not do at the staff API's door. */
class ForeignRequestsTest {
    private static final String ADMIN = "admin:" + Office.PASSWORD;
    private static final String DISABLE = "/api/staff/accounts/editor/disable";

    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");
    private Office office;
    private StaffServer server;
    @TempDir Path home;

    @BeforeEach
    void open() {
        office = new Office(TestDatabase.HSQLDB.open(), home);
        for (var role : Role.values()) {
            office.hire(role, home, clock.instant());
        }
        server = new StaffServer(office, clock);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whereNobodyAsksForAPasswordNoneIsLookedAt() throws Exception {
        for (int i = 0; i < 12; i++) {
            assertThat(server.send("GET", "admin:wrong", "/", null).status()).isEqualTo(404);
            var health = server.send("GET", "admin:wrong", "/actuator/health", null);
            assertThat(health.status()).isEqualTo(404);
        }
        assertThat(server.get("admin", "/api/staff/accounts").status()).isEqualTo(200);
    }

    @Test
    void namesThatNobodyHasUseUpAttemptsToo() throws Exception {
        for (int i = 0; i < 30; i++) {
            var wrong = server.send("GET", "nobody" + i + ":x", "/api/staff/cases", null);
            assertThat(wrong.status()).isEqualTo(401);
        }
        var stopped = server.send("GET", "nobody:x", "/api/staff/cases", null);
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(stopped.header("Retry-After")).isEqualTo("10");
        assertThat(stopped.json().get("message").asString()).contains("请约 10 秒后再试");
        clock.pass(Duration.ofMinutes(1));
        assertThat(server.get("editor", "/api/staff/notices").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 415",
        "application/x-www-form-urlencoded, 415",
        "multipart/form-data; boundary=x, 415",
        "nonsense, 415",
        "application/json; charset=utf-8, 200"
    })
    void onlyJsonIsTaken(String type, int status) throws Exception {
        var answer = server.send("POST", ADMIN, DISABLE, "{}", "Content-Type", type);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(isOpen()).isEqualTo(status != 200);
    }

    @Test
    void aRequestWithoutABodyNeedNotSayWhatItIs() throws Exception {
        assertThat(server.send("POST", ADMIN, DISABLE, null).status()).isEqualTo(200);
        assertThat(isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void whatAnotherSiteSendsIsRefused(String header, String value) throws Exception {
        for (var body : new String[] {"{}", null}) {
            var answer = server.send("POST", ADMIN, DISABLE, body, header, value);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().get("message").asString()).contains("其他网站");
        }
        assertThat(isOpen()).isTrue();
    }

    @Test
    void ourOwnPageIsTakenBehindAProxyToo() throws Exception {
        var own = server.send("POST", ADMIN, DISABLE, null, "Origin", server.at(""));
        assertThat(own.status()).isEqualTo(200);
        var behind =
                server.send(
                        "POST",
                        ADMIN,
                        DISABLE,
                        null,
                        "Origin",
                        "https://Ximen.example",
                        "X-Forwarded-Host",
                        "ximen.example:443");
        assertThat(behind.status()).isEqualTo(200);
    }

    @Test
    void browsersAreNotAskedForAPasswordThatTheyWouldRemember() throws Exception {
        var path = "/api/staff/cases";
        assertThat(server.get(null, path).header("WWW-Authenticate")).startsWith("Basic");
        var browser = server.send("GET", null, path, null, "User-Agent", "Mozilla/5.0 (X11)");
        assertThat(browser.status()).isEqualTo(401);
        assertThat(browser.header("WWW-Authenticate")).isNull();
    }

    @Test
    void aWeakPasswordIsRefused() throws Exception {
        for (var password : new String[] {"0123456789", "aaaaaaaaaa", "password12"}) {
            var body = "{\"name\":\"weak\",\"password\":\"%s\",\"role\":\"EDITOR\"}";
            var answer = server.post("admin", "/api/staff/accounts", body.formatted(password));
            assertThat(answer.status()).as(password).isEqualTo(400);
            assertThat(answer.json().get("message").asString()).contains("几个不相干的词");
        }
    }

    @Test
    void aListOfWhoWaitsHidesTheNumbersThatTheyWrote() throws Exception {
        var person = office.residents.meet(new Sender("web", "waits"), clock.instant());
        var about = "我电话13812349999，身份证310101199001011234";
        var ticket = office.handoff.ask(person, about, clock.instant());
        var path = "/api/staff/tickets";
        assertThat(server.get("dispatcher", path).json().toString())
                .contains("138********")
                .doesNotContain("13812349999", "310101199001011234");
        var claim = path + "/" + ticket.id() + "/claim";
        server.post("dispatcher", claim, null);
        assertThat(server.get("dispatcher", path).json().toString()).contains("13812349999");
        assertThat(server.get("editor", path).json().toString()).doesNotContain("13812349999");
    }

    private boolean isOpen() {
        return office.accounts.find("editor").orElseThrow().active();
    }
}
