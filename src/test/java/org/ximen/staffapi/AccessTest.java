package org.ximen.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.staff.Role;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

/** Every role at every call, and nobody. */
class AccessTest {
    private static final String D = "DISPATCHER";
    private static final String H = "HANDLER";
    private static final String V = "VERIFIER";
    private static final String L = "LEADER";
    private static final String E = "EDITOR";
    private static final String P = "APPROVER";
    private static final String A = "ADMIN";

    /**
     * A call and who may make it.
     *
     * @param status what those get who may
     */
    private record Row(String method, String path, String body, int status, List<String> allowed) {
        static Row of(String call, String body, int status, String... allowed) {
            var parts = call.split(" ", -1);
            return new Row(parts[0], "/api/staff" + parts[1], body, status, List.of(allowed));
        }
    }

    private static final List<Row> TABLE =
            List.of(
                    Row.of("GET /accounts", "", 200, A),
                    Row.of("HEAD /accounts", "", 200, A),
                    Row.of("POST /accounts", "{}", 400, A),
                    Row.of("PATCH /accounts/nobody", "{}", 404, A),
                    Row.of("POST /accounts/nobody/disable", "", 404, A),
                    Row.of("POST /password", "{}", 400, D, H, V, L, E, P, A),
                    Row.of("GET /notices", "", 200, E, P, A),
                    Row.of("POST /notices", "{}", 400, E, P, A),
                    Row.of("GET /notices/77", "", 404, E, P, A),
                    Row.of("PUT /notices/77", "{}", 400, E, P, A),
                    Row.of("POST /notices/77/approve", "", 404, P, A),
                    Row.of("POST /notices/77/return", "{}", 400, P, A),
                    Row.of("POST /notices/77/take-back", "", 404, E, P, A),
                    Row.of("POST /notices/77/pause", "", 404, E, P, A),
                    Row.of("POST /notices/77/resume", "", 404, E, P, A),
                    Row.of("POST /notices/77/cancel", "", 404, E, P, A),
                    Row.of(
                            "POST /notices/77/correct",
                            "{\"title\":\"x\",\"body\":\"x\",\"change\":\"x\"}",
                            404,
                            E,
                            P,
                            A),
                    Row.of("POST /notices/77/recall", "{\"reason\":\"x\"}", 404, E, P, A),
                    Row.of("GET /gaps", "", 200, E, P, A),
                    Row.of("GET /gaps/77", "", 404, E, P, A),
                    Row.of("POST /gaps/77/answer", "{}", 400, E, P, A),
                    Row.of("POST /gaps/77/dismiss", "{\"reason\":\"x\"}", 404, E, P, A),
                    Row.of("POST /gaps/77/merge", "{\"into\":78}", 404, E, P, A),
                    Row.of("GET /knowledge/imports", "", 200, E, P, A),
                    Row.of("GET /cases", "", 200, D, H, V, L, A),
                    Row.of("POST /cases", "{}", 400, D, H, V, A),
                    Row.of("GET /cases.csv", "", 200, D, H, V, L, A),
                    Row.of("GET /cases.xlsx", "", 200, D, H, V, L, A),
                    Row.of("GET /cases/XM-20261123-9999", "", 404, D, H, V, L, A),
                    Row.of("GET /cases/XM-20261123-9999/contact", "", 404, D, H, V, A),
                    Row.of("POST /cases/XM-20261123-9999/moves", "{}", 400, D, H, V, L, A),
                    Row.of("POST /cases/XM-20261123-9999/photos", "{}", 415, H, V, A),
                    Row.of("GET /photos/" + "0".repeat(32), "", 404, D, H, V, L, A),
                    Row.of("GET /posters", "", 200, D, E, P, A),
                    Row.of("POST /posters", "{}", 400, D, E, P, A),
                    Row.of("GET /posters/0123456789abcdef.png", "", 404, D, E, P, A),
                    Row.of("GET /posters/0123456789abcdef.svg", "", 404, D, E, P, A),
                    Row.of("GET /readings", "", 200, D, E, P, A),
                    Row.of("GET /readings/model", "", 200, D, E, P, A),
                    Row.of("GET /readings/77", "", 404, D, E, P, A),
                    Row.of("POST /readings/77/judge", "{}", 400, D, E, P, A),
                    Row.of("POST /readings/77/revoke", "", 404, D, E, P, A),
                    Row.of("GET /topics", "", 200, D, H, V, L, A),
                    Row.of("GET /topics/77", "", 404, D, H, V, L, A),
                    Row.of("POST /topics/77/steps", "{}", 400, D, A),
                    Row.of("GET /opinions", "", 200, D, E, P, A),
                    Row.of("GET /opinions/77", "", 404, D, E, P, A),
                    Row.of("POST /opinions/77/answer", "{}", 400, D, E, P, A),
                    Row.of("POST /opinions/77/pass-on", "{}", 400, D, E, P, A),
                    Row.of("GET /tickets", "", 200, D, E, P, A),
                    Row.of("GET /tickets/77", "", 404, D, E, P, A),
                    Row.of("POST /tickets/77/notes", "{}", 400, D, E, P, A),
                    Row.of("POST /tickets/77/pass", "{}", 400, D, E, P, A),
                    Row.of("POST /tickets/77/back", "", 404, D, E, P, A),
                    Row.of("GET /tickets/77/contact", "", 404, D, E, P, A),
                    Row.of("POST /tickets/77/claim", "", 404, D, E, P, A),
                    Row.of("POST /tickets/77/messages", "{}", 400, D, E, P, A),
                    Row.of("POST /tickets/77/close", "", 404, D, E, P, A));

    @TempDir Path home;

    @Test
    void eachRoleMayCallWhatTheTableSaysAndNothingElse() throws Exception {
        var clock = new SettableClock("2026-11-23T02:00:00Z");
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        for (var role : Role.values()) {
            office.hire(role, home, clock.instant());
        }
        try (var server = new StaffServer(office, clock)) {
            var softly = new SoftAssertions();
            for (var row : TABLE) {
                var body = row.body().isEmpty() ? null : row.body();
                var nobody = server.call(row.method(), null, row.path(), body);
                softly.assertThat(nobody.status()).as("nobody %s", row).isEqualTo(401);
                for (var role : Role.values()) {
                    var name = role.name().toLowerCase(java.util.Locale.ROOT);
                    int expected = row.allowed().contains(role.name()) ? row.status() : 403;
                    var answer = server.call(row.method(), name, row.path(), body);
                    softly.assertThat(answer.status()).as("%s %s", role, row).isEqualTo(expected);
                    if (expected >= 400 && !row.method().equals("HEAD")) {
                        softly.assertThat(answer.json().propertyNames())
                                .as("%s %s", role, row)
                                .containsExactlyInAnyOrder("error", "message", "next");
                    }
                }
            }
            softly.assertAll();
        }
        assertThat(TABLE.stream().map(Row::method)).contains("GET", "POST");
        assertThat(Arrays.stream(Role.values()).map(Role::name))
                .containsExactlyInAnyOrder(D, H, V, L, E, P, A);
    }
}
