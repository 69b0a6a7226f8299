package org.ximen.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.db.Db;
import org.ximen.staff.Accounts;
import org.ximen.staff.Change;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.testing.Http;
import org.ximen.testing.TestDatabase;
import org.ximen.testing.Workbench;

/** Signing in to the console, and what becomes of it. */
class SignInTest {
    private static final String GIVEN = "given by somebody else";
    private static final String OWN = "chosen by myself alone";

    @TempDir static Path shared;
    private static Workbench bench;
    @TempDir Path home;

    @BeforeAll
    static void open() {
        bench = Workbench.open(shared);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @BeforeEach
    void nobodyIsSignedIn() {
        bench.get(Db.class).client().sql("delete from spring_session").update();
    }

    @Test
    void aPasswordThatSomebodyElseChoseIsChangedBeforeAnythingElse() throws Exception {
        var accounts = bench.get(Accounts.class);
        var admin = accounts.find("admin").orElseThrow();
        var account = new NewAccount("newcomer", GIVEN, Role.EDITOR, null, List.of());
        accounts.create(account, admin, Instant.now());
        var guest = new Guest(bench);
        signIn(guest, "newcomer", GIVEN);
        for (var path : List.of("/console", "/console/notices", "/console/notices/new")) {
            var page = guest.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(302);
            assertThat(page.headers().firstValue("Location").orElse(""))
                    .endsWith("/console/password");
        }
        var part = guest.get("/console/today", "HX-Request", "true");
        assertThat(part.headers().firstValue("HX-Redirect")).contains("/console/password");
        assertThat(guest.get("/console/password").body()).contains("请先改成自己的");
        var weak = change(guest, GIVEN, "password12");
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(change(guest, GIVEN, GIVEN).body()).contains("和原密码一样");
        assertThat(change(guest, GIVEN, OWN).body()).contains("密码已修改");
        assertThat(guest.get("/console/notices").statusCode()).isEqualTo(200);
        accounts.change("newcomer", Change.password(GIVEN), admin, Instant.now());
        assertThat(guest.get("/console").statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionOutlivesARestartAndHoldsThreeWordsAndNoObject() throws Exception {
        var guest = Guest.nobody();
        try (var before = Workbench.open(home)) {
            guest.visits(before);
            signIn(guest, "editor", Workbench.PASSWORD);
            assertThat(guest.get("/console").body()).contains("主菜单");
            var db = before.get(Db.class).client();
            var words = db.sql("select * from spring_session_attributes").query().listOfRows();
            assertThat(words)
                    .extracting(row -> row.get("ATTRIBUTE_NAME"))
                    .containsExactlyInAnyOrder("account", "mark", "used");
            assertThat(words)
                    .extracting(row -> (byte[]) row.get("ATTRIBUTE_BYTES"))
                    .contains("editor".getBytes(StandardCharsets.UTF_8));
        }
        try (var after = Workbench.open(home)) {
            guest.visits(after);
            assertThat(guest.get("/console").body()).contains("主菜单", "editor");
            guest.post("/console/password", "/console/logout", Map.of());
            assertThat(guest.get("/console").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void anyMachineServesWhoSignedInAtAnother() throws Exception {
        Map<String, Object> database =
                Map.of(
                        "spring.datasource.url",
                        TestDatabase.POSTGRESQL.address(),
                        "spring.datasource.username",
                        "postgres");
        var clock = InstantSource.system();
        try (var one = Workbench.open(home.resolve("one"), database, clock);
                var two = Workbench.open(home.resolve("two"), database, clock)) {
            var guest = Guest.signedIn(one, "editor");
            assertThat(guest.get("/console").body()).contains("主菜单");
            guest.visits(two);
            assertThat(guest.get("/console").body()).contains("主菜单");
            var admin = two.member(Role.ADMIN);
            two.get(Accounts.class).change("editor", Change.active(false), admin, Instant.now());
            guest.visits(one);
            assertThat(guest.get("/console").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void strangersLeaveNothingAndFindThePageTheyWantedAfterSigningIn() throws Exception {
        var guest = new Guest(bench);
        assertThat(guest.get("/console/notices?state=DRAFT").statusCode()).isEqualTo(302);
        assertThat(guest.get("/console/login").statusCode()).isEqualTo(200);
        assertThat(sessions()).isZero();
        var next = signIn(guest, "editor", Workbench.PASSWORD);
        assertThat(next).contains("/console/notices?state=DRAFT");
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void anotherSitesPageChangesNothingInTheConsoleNorInTheChat() throws Exception {
        var guest = new Guest(bench);
        guest.get("/console/login");
        var fields = Map.of("name", "editor", "password", Workbench.PASSWORD);
        var foreign = guest.postFrom("http://evil.example", "/console/login", fields);
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).contains("别的网站");
        assertThat(sessions()).isZero();
        var own = guest.postFrom(bench.at(""), "/console/login", fields);
        assertThat(own.statusCode()).isEqualTo(302);
        assertThat(sessions()).isEqualTo(1);
        assertThat(chat("http://evil.example").status()).isEqualTo(403);
        assertThat(chat(bench.at("")).status()).isEqualTo(200);
    }

    private static Http.Answer chat(String origin) {
        var body =
                Map.of(
                        "conversation",
                        "00000000-0000-4000-8000-000000000001",
                        "id",
                        origin,
                        "text",
                        "你好");
        return Http.postFrom(
                java.net.URI.create(bench.at("/api/chat/messages")),
                origin,
                Http.JSON.writeValueAsBytes(body));
    }

    private static long sessions() {
        return bench.get(Db.class)
                .client()
                .sql("select count(*) from spring_session")
                .query(Long.class)
                .single();
    }

    private static String signIn(Guest guest, String name, String password) throws Exception {
        return guest.post(
                        "/console/login",
                        "/console/login",
                        Map.of("name", name, "password", password))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private static java.net.http.HttpResponse<String> change(Guest guest, String old, String fresh)
            throws Exception {
        return guest.post(
                "/console/password",
                "/console/password",
                Map.of("old", old, "fresh", fresh, "again", fresh));
    }
}
