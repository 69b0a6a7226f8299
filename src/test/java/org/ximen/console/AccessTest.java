package org.ximen.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.ximen.staff.Role;
import org.ximen.testing.Workbench;

/** Every page of the console and every role, and a stranger; a page without a row fails. */
class AccessTest {
    private static final String D = "DISPATCHER";
    private static final String H = "HANDLER";
    private static final String V = "VERIFIER";
    private static final String L = "LEADER";
    private static final String E = "EDITOR";
    private static final String P = "APPROVER";
    private static final String A = "ADMIN";
    private static final String[] ALL = {D, H, V, L, E, P, A};
    private static final String NONE = "XM-20200101-0001";

    /**
     * A page, an address of it, and who may open it.
     *
     * @param status what those get who may
     */
    private record Row(String page, String address, int status, List<String> allowed) {
        static Row of(String page, String address, int status, String... allowed) {
            return new Row(page, address, status, List.of(allowed));
        }

        String method() {
            return page.substring(0, page.indexOf(' '));
        }
    }

    private static final List<Row> TABLE =
            List.of(
                    Row.of("GET /console", "", 200, ALL),
                    Row.of("GET /console/today", "/today", 200, ALL),
                    Row.of("GET /console/password", "/password", 200, ALL),
                    Row.of("POST /console/password", "/password", 400, ALL),
                    Row.of("GET /console/chat", "/chat", 200, ALL),
                    Row.of("POST /console/chat/code", "/chat/code", 200, ALL),
                    Row.of("POST /console/chat/unbind", "/chat/unbind", 200, ALL),
                    Row.of("GET /console/cases", "/cases", 200, D, H, V, L, A),
                    Row.of("POST /console/cases/by-phone", "/cases/by-phone", 400, D, A),
                    Row.of("GET /console/cases.csv", "/cases.csv", 200, D, H, V, L, A),
                    Row.of("GET /console/cases.xlsx", "/cases.xlsx", 200, D, H, V, L, A),
                    Row.of("GET /console/cases/new", "/cases/new", 200, D, H, V, A),
                    Row.of("POST /console/cases/new", "/cases/new", 400, D, H, V, A),
                    Row.of("POST /console/cases/new/check", "/cases/new/check", 200, D, H, V, A),
                    Row.of("GET /console/cases/import", "/cases/import", 200, D, A),
                    Row.of("POST /console/cases/import", "/cases/import", 400, D, A),
                    Row.of("POST /console/cases/import/rows", "/cases/import/rows", 400, D, A),
                    Row.of("POST /console/cases/bulk", "/cases/bulk", 400, D, A),
                    Row.of(
                            "POST /console/cases/{number}/file-and-dispatch",
                            "/cases/" + NONE + "/file-and-dispatch",
                            404,
                            D,
                            A),
                    Row.of("GET /console/cases/{number}", "/cases/" + NONE, 404, D, H, V, L, A),
                    Row.of(
                            "POST /console/cases/{number}/moves",
                            "/cases/" + NONE + "/moves",
                            404,
                            D,
                            H,
                            V,
                            L,
                            A),
                    Row.of(
                            "POST /console/cases/{number}/contact",
                            "/cases/" + NONE + "/contact",
                            404,
                            D,
                            H,
                            V,
                            A),
                    Row.of("GET /console/photos/{id}", "/photos/0123", 404, D, H, V, L, A),
                    Row.of("GET /console/notices", "/notices", 200, E, P, A),
                    Row.of("GET /console/notices/new", "/notices/new", 200, E, P, A),
                    Row.of("POST /console/notices/new", "/notices/new", 400, E, P, A),
                    Row.of("GET /console/notices/{id}", "/notices/77", 404, E, P, A),
                    Row.of("GET /console/notices/{id}/edit", "/notices/77/edit", 404, E, P, A),
                    Row.of("POST /console/notices/{id}/edit", "/notices/77/edit", 404, E, P, A),
                    Row.of(
                            "GET /console/notices/{id}/progress",
                            "/notices/77/progress",
                            404,
                            E,
                            P,
                            A),
                    Row.of(
                            "POST /console/notices/{id}/steps",
                            "/notices/77/steps?step=PAUSE",
                            404,
                            E,
                            P,
                            A),
                    Row.of("POST /console/notices/{id}/follow", "/notices/77/follow", 404, E, P, A),
                    Row.of("GET /console/activities", "/activities", 200, E, P, A),
                    Row.of("GET /console/activities/new", "/activities/new", 200, E, P, A),
                    Row.of("POST /console/activities/new", "/activities/new", 400, E, P, A),
                    Row.of("GET /console/activities/{id}", "/activities/77", 404, E, P, A),
                    Row.of(
                            "POST /console/activities/{id}/change",
                            "/activities/77/change",
                            404,
                            E,
                            P,
                            A),
                    Row.of(
                            "POST /console/activities/{id}/cancel",
                            "/activities/77/cancel",
                            404,
                            E,
                            P,
                            A),
                    Row.of(
                            "POST /console/activities/{id}/result",
                            "/activities/77/result",
                            404,
                            E,
                            P,
                            A),
                    Row.of(
                            "POST /console/activities/{id}/attendance",
                            "/activities/77/attendance",
                            404,
                            E,
                            P,
                            A),
                    Row.of(
                            "GET /console/activities/{id}/sign-ups.csv",
                            "/activities/77/sign-ups.csv",
                            404,
                            E,
                            P,
                            A),
                    Row.of(
                            "GET /console/activities/{id}/sign-ups.xlsx",
                            "/activities/77/sign-ups.xlsx",
                            404,
                            E,
                            P,
                            A),
                    Row.of("GET /console/articles", "/articles", 200, ALL),
                    Row.of("GET /console/articles/read/{*id}", "/articles/read/no/such", 404, ALL),
                    Row.of("GET /console/articles/due", "/articles/due", 200, E, P, A),
                    Row.of("POST /console/articles/check", "/articles/check?id=none", 404, E, P, A),
                    Row.of(
                            "GET /console/articles/questions/{*id}",
                            "/articles/questions/no/such",
                            404,
                            E,
                            P,
                            A),
                    Row.of("GET /console/articles/edit", "/articles/edit", 200, E, P, A),
                    Row.of("POST /console/articles/edit", "/articles/edit", 400, E, P, A),
                    Row.of(
                            "POST /console/articles/retire",
                            "/articles/retire?id=none",
                            409,
                            E,
                            P,
                            A),
                    Row.of("GET /console/articles/imports", "/articles/imports", 200, E, P, A),
                    Row.of("POST /console/articles/imports", "/articles/imports", 400, E, P, A),
                    Row.of("GET /console/gaps", "/gaps", 200, E, P, A),
                    Row.of("GET /console/gaps/{id}", "/gaps/77", 404, E, P, A),
                    Row.of("POST /console/gaps/{id}/answer", "/gaps/77/answer", 404, E, P, A),
                    Row.of("POST /console/gaps/{id}/dismiss", "/gaps/77/dismiss", 404, E, P, A),
                    Row.of("POST /console/gaps/{id}/merge", "/gaps/77/merge", 404, E, P, A),
                    Row.of("GET /console/tickets", "/tickets", 200, D, E, P, A),
                    Row.of("GET /console/tickets/list", "/tickets/list", 200, D, E, P, A),
                    Row.of("GET /console/tickets/{id}", "/tickets/77", 404, D, E, P, A),
                    Row.of("GET /console/tickets/{id}/talk", "/tickets/77/talk", 404, D, E, P, A),
                    Row.of("POST /console/tickets/{id}/faq", "/tickets/77/faq", 404, D, E, P, A),
                    Row.of(
                            "POST /console/tickets/{id}/{step}",
                            "/tickets/77/claim",
                            404,
                            D,
                            E,
                            P,
                            A),
                    Row.of("GET /console/readings", "/readings", 200, D, E, P, A),
                    Row.of(
                            "POST /console/readings/{id}/judge",
                            "/readings/77/judge",
                            404,
                            D,
                            E,
                            P,
                            A),
                    Row.of(
                            "POST /console/readings/{id}/revoke",
                            "/readings/77/revoke",
                            404,
                            D,
                            E,
                            P,
                            A),
                    Row.of("GET /console/drafts", "/drafts", 200, ALL),
                    Row.of("POST /console/drafts", "/drafts?kind=SUMMARY", 200, ALL),
                    Row.of("GET /console/figures/month", "/figures/month", 200, D, H, V, L, A),
                    Row.of(
                            "GET /console/figures/month.csv",
                            "/figures/month.csv?month=2026-11",
                            200,
                            D,
                            H,
                            V,
                            L,
                            A),
                    Row.of(
                            "GET /console/figures/month.xlsx",
                            "/figures/month.xlsx?month=2026-11",
                            200,
                            D,
                            H,
                            V,
                            L,
                            A),
                    Row.of("GET /console/topics", "/topics", 200, D, H, V, L, A),
                    Row.of("GET /console/topics/{id}", "/topics/77", 404, D, H, V, L, A),
                    Row.of("POST /console/topics/{id}/steps", "/topics/77/steps", 404, D, A),
                    Row.of("GET /console/projects", "/projects", 200, ALL),
                    Row.of("GET /console/projects/pins", "/projects/pins", 200, ALL),
                    Row.of("GET /console/projects/{id}", "/projects/none", 404, ALL),
                    Row.of(
                            "POST /console/projects/{id}/changes",
                            "/projects/none/changes",
                            404,
                            E,
                            P,
                            L,
                            A),
                    Row.of(
                            "POST /console/projects/{id}/changes/{change}/{step}",
                            "/projects/none/changes/1/approve",
                            404,
                            E,
                            P,
                            A),
                    Row.of("GET /console/deliberations", "/deliberations", 200, E, P, L, A),
                    Row.of("GET /console/deliberations/new", "/deliberations/new", 200, E, P, A),
                    Row.of("POST /console/deliberations/new", "/deliberations/new", 400, E, P, A),
                    Row.of(
                            "POST /console/deliberations/of-topic/{topic}",
                            "/deliberations/of-topic/77",
                            404,
                            D,
                            A),
                    Row.of("GET /console/deliberations/{id}", "/deliberations/77", 404, E, P, L, A),
                    Row.of(
                            "POST /console/deliberations/{id}/steps",
                            "/deliberations/77/steps",
                            404,
                            E,
                            P,
                            A),
                    Row.of(
                            "POST /console/deliberations/{id}/codes",
                            "/deliberations/77/codes",
                            404,
                            E,
                            P,
                            A),
                    Row.of(
                            "POST /console/deliberations/{id}/void-codes",
                            "/deliberations/77/void-codes",
                            404,
                            E,
                            P,
                            A),
                    Row.of(
                            "POST /console/deliberations/{id}/paper",
                            "/deliberations/77/paper",
                            404,
                            E,
                            P,
                            A),
                    Row.of(
                            "POST /console/deliberations/{id}/paper/{paper}/{step}",
                            "/deliberations/77/paper/1/confirm",
                            404,
                            E,
                            P,
                            L,
                            A),
                    Row.of(
                            "POST /console/deliberations/{id}/notice",
                            "/deliberations/77/notice",
                            404,
                            E,
                            P,
                            A),
                    Row.of("GET /console/opinions", "/opinions", 200, D, E, P, A),
                    Row.of("GET /console/opinions/{id}", "/opinions/77", 404, D, E, P, A),
                    Row.of("GET /console/opinions/month", "/opinions/month", 200, D, E, P, A),
                    Row.of(
                            "GET /console/opinions/month.csv",
                            "/opinions/month.csv",
                            200,
                            D,
                            E,
                            P,
                            A),
                    Row.of(
                            "GET /console/opinions/month.xlsx",
                            "/opinions/month.xlsx",
                            200,
                            D,
                            E,
                            P,
                            A),
                    Row.of("GET /console/praise", "/praise", 200, H, V, L),
                    Row.of(
                            "POST /console/opinions/{id}/publish",
                            "/opinions/77/publish",
                            404,
                            D,
                            E,
                            P,
                            A),
                    Row.of(
                            "POST /console/opinions/{id}/unpublish",
                            "/opinions/77/unpublish",
                            404,
                            D,
                            E,
                            P,
                            A),
                    Row.of(
                            "POST /console/opinions/{id}/answer",
                            "/opinions/77/answer",
                            404,
                            D,
                            E,
                            P,
                            A),
                    Row.of(
                            "POST /console/opinions/{id}/pass-on",
                            "/opinions/77/pass-on",
                            404,
                            D,
                            E,
                            P,
                            A),
                    Row.of("GET /console/map", "/map", 200, D, H, V, L, A),
                    Row.of("GET /console/map/areas", "/map/areas", 200, D, H, V, L, A),
                    Row.of("GET /console/map/cases", "/map/cases", 200, D, H, V, L, A),
                    Row.of("GET /console/figures", "/figures", 200, D, H, V, L, A),
                    Row.of("GET /console/merchants", "/merchants", 200, D, E, P, L, A),
                    Row.of("GET /console/merchants.csv", "/merchants.csv", 200, D, E, P, L, A),
                    Row.of("GET /console/merchants.xlsx", "/merchants.xlsx", 200, D, E, P, L, A),
                    Row.of("GET /console/joint-visits", "/joint-visits", 200, D, H, V, L, A),
                    Row.of("GET /console/joint-visits/new", "/joint-visits/new", 200, D, L, A),
                    Row.of("POST /console/joint-visits/new", "/joint-visits/new", 400, D, L, A),
                    Row.of(
                            "GET /console/joint-visits/{id}",
                            "/joint-visits/77",
                            404,
                            D,
                            H,
                            V,
                            L,
                            A),
                    Row.of(
                            "POST /console/joint-visits/{id}/move",
                            "/joint-visits/77/move",
                            404,
                            D,
                            L,
                            A),
                    Row.of(
                            "POST /console/joint-visits/{id}/cancel",
                            "/joint-visits/77/cancel",
                            404,
                            D,
                            L,
                            A),
                    Row.of(
                            "POST /console/joint-visits/{id}/finish",
                            "/joint-visits/77/finish",
                            404,
                            D,
                            H,
                            V,
                            L,
                            A),
                    Row.of(
                            "POST /console/joint-visits/{id}/case",
                            "/joint-visits/77/case",
                            404,
                            D,
                            H,
                            V,
                            L,
                            A),
                    Row.of("GET /console/visits", "/visits", 200, H, V, L, A),
                    Row.of("GET /console/visits/new", "/visits/new", 200, H, V, L, A),
                    Row.of("POST /console/visits/new", "/visits/new", 400, H, V, L, A),
                    Row.of("GET /console/visits/roll", "/visits/roll", 200, H, V, L, A),
                    Row.of("GET /console/visits/roll.csv", "/visits/roll.csv", 200, H, V, L, A),
                    Row.of("GET /console/visits/roll.xlsx", "/visits/roll.xlsx", 200, H, V, L, A),
                    Row.of("GET /console/visits/spots", "/visits/spots", 200, D, H, V, L, A),
                    Row.of("GET /console/visits/{id}", "/visits/77", 404, H, V, L, A),
                    Row.of(
                            "POST /console/visits/{id}/visits",
                            "/visits/77/visits",
                            404,
                            H,
                            V,
                            L,
                            A),
                    Row.of(
                            "POST /console/visits/{id}/change",
                            "/visits/77/change",
                            404,
                            H,
                            V,
                            L,
                            A),
                    Row.of(
                            "POST /console/visits/{id}/outcome",
                            "/visits/77/outcome",
                            404,
                            H,
                            V,
                            L,
                            A),
                    Row.of("POST /console/visits/{id}/due", "/visits/77/due", 404, L, A),
                    Row.of("POST /console/visits/{id}/remove", "/visits/77/remove", 404, L, A),
                    Row.of("POST /console/visits/{id}/phone", "/visits/77/phone", 404, H, V, L, A),
                    Row.of("POST /console/visits/{id}/care", "/visits/77/care", 404, H, V, L),
                    Row.of(
                            "POST /console/visits/{id}/care/erase",
                            "/visits/77/care/erase",
                            404,
                            H,
                            V,
                            L),
                    Row.of("GET /console/accounts", "/accounts", 200, A),
                    Row.of("GET /console/new-account", "/new-account", 200, A),
                    Row.of("POST /console/new-account", "/new-account", 400, A),
                    Row.of("GET /console/accounts/{name}", "/accounts/nobody", 404, A),
                    Row.of(
                            "POST /console/accounts/{name}/{step}",
                            "/accounts/nobody/disable",
                            404,
                            A),
                    Row.of("GET /console/wechat", "/wechat", 200, A),
                    Row.of("POST /console/wechat/menu", "/wechat/menu", 200, A),
                    Row.of("GET /console/audit", "/audit", 200, A));

    /** Pages that are no pages of anybody: the sign-in, and what says that a door is closed. */
    private static final List<String> OPEN = List.of("GET /console/login", "ANY /console/denied");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir static Path home;
    private static Workbench bench;

    @BeforeAll
    static void open() {
        bench = Workbench.open(home);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void everyPageHasItsRow() {
        var pages = new TreeSet<String>();
        for (var info :
                bench.get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .keySet()) {
            info.getPatternValues().stream()
                    .filter(path -> path.startsWith("/console"))
                    .forEach(path -> pages.add(method(info) + " " + path));
        }
        var rows = TABLE.stream().map(Row::page).collect(Collectors.toCollection(TreeSet::new));
        rows.addAll(OPEN);
        assertThat(pages).isEqualTo(rows);
    }

    private static String method(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .findFirst()
                .orElse("ANY");
    }

    @Test
    void eachRoleOpensWhatTheTableSaysAndNothingElse() throws Exception {
        var visitors = new EnumMap<Role, Visitor>(Role.class);
        for (var role : Role.values()) {
            visitors.put(role, Visitor.signedIn(Workbench.name(role)));
        }
        var softly = new SoftAssertions();
        for (var row : TABLE) {
            var nobody = new Visitor().call(row);
            softly.assertThat(nobody.statusCode()).as("stranger %s", row).isIn(302, 403);
            softly.assertThat(nobody.body()).doesNotContain("主菜单");
            for (var visitor : visitors.entrySet()) {
                boolean may = row.allowed().contains(visitor.getKey().name());
                var answer = visitor.getValue().call(row);
                softly.assertThat(answer.statusCode())
                        .as("%s %s", visitor.getKey(), row)
                        .isEqualTo(may ? row.status() : 403);
            }
        }
        softly.assertAll();
    }

    @Test
    void noFormIsTakenWithoutItsToken() throws Exception {
        var visitor = Visitor.signedIn("admin");
        var answer = visitor.send("POST", "/console/password", Map.of("old", "x"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("页面停留太久");
    }

    @Test
    void whatHasNoRowIsClosed() throws Exception {
        var visitor = Visitor.signedIn("admin");
        assertThat(visitor.send("GET", "/console/anything", null).statusCode()).isEqualTo(403);
        assertThat(new Visitor().send("GET", "/console/anything", null).statusCode())
                .isEqualTo(302);
    }

    @Test
    void signingInGivesANewSessionAndTheHeadersAreStrict() throws Exception {
        var visitor = new Visitor();
        var page = visitor.send("GET", "/console/login", null);
        assertThat(visitor.session()).isEmpty();
        visitor.signIn("editor");
        var before = visitor.session();
        assertThat(before).isNotEmpty();
        visitor.signIn("editor");
        assertThat(visitor.session()).isNotEmpty().isNotEqualTo(before);
        var headers = page.headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void afterFiveWrongPasswordsOneWaitsAndAnAdministratorEndsTheWaiting() throws Exception {
        bench.hire("forgetful", Role.EDITOR, null, List.of());
        for (int i = 0; i < 5; i++) {
            assertThat(new Visitor().signIn("forgetful", "wrong password").uri().toString())
                    .endsWith("?wrong");
        }
        var locked = new Visitor().signIn("forgetful", Workbench.PASSWORD);
        assertThat(locked.uri().toString()).endsWith("?locked");
        assertThat(locked.body()).contains("要等一会儿");
        Visitor.signedIn("admin").post("/console/accounts/forgetful/unlock", Map.of());
        assertThat(new Visitor().signIn("forgetful", Workbench.PASSWORD).body()).contains("主菜单");
    }

    @Test
    void aClosedAccountIsOutAtOnce() throws Exception {
        bench.hire("leaver", Role.EDITOR, null, List.of());
        var leaver = Visitor.signedIn("leaver");
        Visitor.signedIn("admin").post("/console/accounts/leaver/disable", Map.of());
        assertThat(leaver.send("GET", "/console", null).statusCode()).isEqualTo(302);
    }

    @Test
    void aChangedAccountLosesItsOldRightsAtOnce() throws Exception {
        bench.hire("climber", Role.ADMIN, null, List.of());
        var climber = Visitor.signedIn("climber");
        assertThat(climber.send("GET", "/console/accounts", null).statusCode()).isEqualTo(200);
        Visitor.signedIn("admin")
                .post(
                        "/console/accounts/climber/change",
                        Map.of("role", "HANDLER", "areas", "310101019003"));
        assertThat(climber.send("GET", "/console/accounts", null).statusCode()).isEqualTo(302);
        climber.signIn("climber");
        assertThat(climber.send("GET", "/console/accounts", null).statusCode()).isEqualTo(403);
        assertThat(climber.send("GET", "/console", null).body()).contains("处置员");
        var page = Visitor.signedIn("admin").send("GET", "/console/audit?on=climber", null);
        assertThat(page.body()).contains("角色：管理员 → 处置员；区域：不限 → 文庙居委会");
    }

    @Test
    void aNewPasswordEndsOtherSessionsAndKeepsThisOne() throws Exception {
        bench.hire("changer", Role.EDITOR, null, List.of());
        var here = Visitor.signedIn("changer");
        var there = Visitor.signedIn("changer");
        var fresh = "another long password";
        here.post(
                "/console/password",
                Map.of("old", Workbench.PASSWORD, "fresh", fresh, "again", fresh));
        assertThat(here.send("GET", "/console", null).statusCode()).isEqualTo(200);
        assertThat(there.send("GET", "/console", null).statusCode()).isEqualTo(302);
        assertThat(new Visitor().signIn("changer", fresh).body()).contains("主菜单");
    }

    /** Somebody with a browser's cookies. */
    private static final class Visitor {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder()
                        .cookieHandler(cookies)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();

        static Visitor signedIn(String name) throws Exception {
            var visitor = new Visitor();
            assertThat(visitor.signIn(name).body()).contains("主菜单");
            return visitor;
        }

        HttpResponse<String> signIn(String name) throws Exception {
            return signIn(name, Workbench.PASSWORD);
        }

        /** The page that the sign-in leads to. */
        HttpResponse<String> signIn(String name, String password) throws Exception {
            var answer = post("/console/login", Map.of("name", name, "password", password));
            var next = URI.create(answer.headers().firstValue("Location").orElseThrow());
            return send(
                    "GET",
                    next.getPath() + (next.getQuery() == null ? "" : "?" + next.getQuery()),
                    null);
        }

        HttpResponse<String> call(Row row) throws Exception {
            var path = "/console" + row.address();
            return row.method().equals("GET") ? send("GET", path, null) : post(path, Map.of());
        }

        /** With the token of a page that this visitor has open. */
        HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
            var form = new java.util.HashMap<>(fields);
            form.put("_csrf", token());
            return send("POST", path, form);
        }

        private String token() throws Exception {
            var page = send("GET", "/console/login", null);
            if (page.statusCode() == 302) {
                page = send("GET", "/console/password", null);
            }
            var found = TOKEN.matcher(page.body());
            assertThat(found.find()).isTrue();
            return found.group(1);
        }

        String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("ximen"))
                    .map(java.net.HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        HttpResponse<String> send(
                String method,
                String path,
                @org.jspecify.annotations.Nullable Map<String, String> form)
                throws Exception {
            var request = HttpRequest.newBuilder(URI.create(bench.at(path)));
            if (form == null) {
                request.GET();
            } else {
                var body =
                        form.entrySet().stream()
                                .map(each ->
                                        each.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        each.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
                request.header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, BodyPublishers.ofString(body));
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    static {
        assertThat(Arrays.stream(Role.values()).map(Role::name)).containsExactlyInAnyOrder(ALL);
    }
}
