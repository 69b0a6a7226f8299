package org.ximen.console;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.DISPATCHER;
import static org.ximen.staff.Role.EDITOR;
import static org.ximen.staff.Role.HANDLER;
import static org.ximen.staff.Role.LEADER;
import static org.ximen.staff.Role.VERIFIER;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.ximen.staff.Role;

/**
 * Who may open which page of the console: one row per page. What has no row is closed. What a row
 * lets through is checked again by the feature.
 */
record Access(HttpMethod method, String path, Set<Role> roles) {
    private static final Set<Role> ALL = Set.of(Role.values());
    private static final Set<Role> NOTICES = Set.of(EDITOR, APPROVER, ADMIN);
    private static final Set<Role> CASES = Set.of(DISPATCHER, HANDLER, VERIFIER, LEADER, ADMIN);
    private static final Set<Role> WORKERS = Set.of(DISPATCHER, HANDLER, VERIFIER, ADMIN);
    private static final Set<Role> VISITORS = Set.of(HANDLER, VERIFIER, LEADER, ADMIN);
    private static final Set<Role> CARERS = Set.of(HANDLER, VERIFIER, LEADER);
    private static final Set<Role> STEERERS = Set.of(LEADER, ADMIN);
    private static final Set<Role> DESK = Set.of(DISPATCHER, ADMIN);
    private static final Set<Role> TICKETS = Set.of(DISPATCHER, EDITOR, APPROVER, ADMIN);
    private static final Set<Role> TALKED_OVER = Set.of(EDITOR, APPROVER, LEADER, ADMIN);
    private static final Set<Role> MERCHANTS = Set.of(DISPATCHER, EDITOR, APPROVER, LEADER, ADMIN);
    private static final Set<Role> PLANNERS = Set.of(DISPATCHER, LEADER, ADMIN);
    private static final Set<Role> BOSS = Set.of(ADMIN);

    static final List<Access> TABLE =
            List.of(
                    new Access(GET, "/console", ALL),
                    new Access(GET, "/console/today", ALL),
                    new Access(GET, "/console/password", ALL),
                    new Access(POST, "/console/password", ALL),
                    new Access(GET, "/console/chat", ALL),
                    new Access(POST, "/console/chat/code", ALL),
                    new Access(POST, "/console/chat/unbind", ALL),
                    new Access(GET, "/console/cases", CASES),
                    new Access(POST, "/console/cases/by-phone", DESK),
                    new Access(GET, "/console/cases.csv", CASES),
                    new Access(GET, "/console/cases.xlsx", CASES),
                    new Access(GET, "/console/cases/new", WORKERS),
                    new Access(POST, "/console/cases/new", WORKERS),
                    new Access(POST, "/console/cases/new/check", WORKERS),
                    new Access(GET, "/console/cases/import", DESK),
                    new Access(POST, "/console/cases/import", DESK),
                    new Access(POST, "/console/cases/import/rows", DESK),
                    new Access(POST, "/console/cases/bulk", DESK),
                    new Access(POST, "/console/cases/{number}/file-and-dispatch", DESK),
                    new Access(GET, "/console/cases/{number}", CASES),
                    new Access(POST, "/console/cases/{number}/moves", CASES),
                    new Access(POST, "/console/cases/{number}/contact", WORKERS),
                    new Access(GET, "/console/photos/{id}", CASES),
                    new Access(GET, "/console/notices", NOTICES),
                    new Access(GET, "/console/notices/new", NOTICES),
                    new Access(POST, "/console/notices/new", NOTICES),
                    new Access(GET, "/console/notices/{id}", NOTICES),
                    new Access(GET, "/console/notices/{id}/edit", NOTICES),
                    new Access(POST, "/console/notices/{id}/edit", NOTICES),
                    new Access(GET, "/console/notices/{id}/progress", NOTICES),
                    new Access(POST, "/console/notices/{id}/steps", NOTICES),
                    new Access(POST, "/console/notices/{id}/follow", NOTICES),
                    new Access(GET, "/console/activities", NOTICES),
                    new Access(GET, "/console/activities/new", NOTICES),
                    new Access(POST, "/console/activities/new", NOTICES),
                    new Access(GET, "/console/activities/{id}", NOTICES),
                    new Access(POST, "/console/activities/{id}/change", NOTICES),
                    new Access(POST, "/console/activities/{id}/cancel", NOTICES),
                    new Access(POST, "/console/activities/{id}/result", NOTICES),
                    new Access(POST, "/console/activities/{id}/attendance", NOTICES),
                    new Access(GET, "/console/activities/{id}/sign-ups.csv", NOTICES),
                    new Access(GET, "/console/activities/{id}/sign-ups.xlsx", NOTICES),
                    new Access(GET, "/console/articles", ALL),
                    new Access(GET, "/console/articles/read/{*id}", ALL),
                    new Access(GET, "/console/articles/due", NOTICES),
                    new Access(POST, "/console/articles/check", NOTICES),
                    new Access(GET, "/console/articles/questions/{*id}", NOTICES),
                    new Access(GET, "/console/articles/edit", NOTICES),
                    new Access(POST, "/console/articles/edit", NOTICES),
                    new Access(POST, "/console/articles/retire", NOTICES),
                    new Access(GET, "/console/articles/imports", NOTICES),
                    new Access(POST, "/console/articles/imports", NOTICES),
                    new Access(GET, "/console/gaps", NOTICES),
                    new Access(GET, "/console/gaps/{id}", NOTICES),
                    new Access(POST, "/console/gaps/{id}/answer", NOTICES),
                    new Access(POST, "/console/gaps/{id}/dismiss", NOTICES),
                    new Access(POST, "/console/gaps/{id}/merge", NOTICES),
                    new Access(GET, "/console/tickets", TICKETS),
                    new Access(GET, "/console/tickets/list", TICKETS),
                    new Access(GET, "/console/tickets/{id}", TICKETS),
                    new Access(GET, "/console/tickets/{id}/talk", TICKETS),
                    new Access(POST, "/console/tickets/{id}/faq", TICKETS),
                    new Access(POST, "/console/tickets/{id}/{step}", TICKETS),
                    new Access(GET, "/console/drafts", ALL),
                    new Access(POST, "/console/drafts", ALL),
                    new Access(GET, "/console/opinions", TICKETS),
                    new Access(GET, "/console/opinions/month", TICKETS),
                    new Access(GET, "/console/opinions/month.csv", TICKETS),
                    new Access(GET, "/console/opinions/month.xlsx", TICKETS),
                    new Access(GET, "/console/praise", CARERS),
                    new Access(POST, "/console/opinions/{id}/publish", TICKETS),
                    new Access(POST, "/console/opinions/{id}/unpublish", TICKETS),
                    new Access(GET, "/console/opinions/{id}", TICKETS),
                    new Access(POST, "/console/opinions/{id}/answer", TICKETS),
                    new Access(POST, "/console/opinions/{id}/pass-on", TICKETS),
                    new Access(GET, "/console/readings", TICKETS),
                    new Access(POST, "/console/readings/{id}/judge", TICKETS),
                    new Access(POST, "/console/readings/{id}/revoke", TICKETS),
                    new Access(GET, "/console/map", CASES),
                    new Access(GET, "/console/map/areas", CASES),
                    new Access(GET, "/console/map/cases", CASES),
                    new Access(GET, "/console/figures", CASES),
                    new Access(GET, "/console/figures/month", CASES),
                    new Access(GET, "/console/figures/month.csv", CASES),
                    new Access(GET, "/console/figures/month.xlsx", CASES),
                    new Access(GET, "/console/topics", CASES),
                    new Access(GET, "/console/topics/{id}", CASES),
                    new Access(POST, "/console/topics/{id}/steps", DESK),
                    new Access(GET, "/console/deliberations", TALKED_OVER),
                    new Access(GET, "/console/deliberations/new", NOTICES),
                    new Access(POST, "/console/deliberations/new", NOTICES),
                    new Access(POST, "/console/deliberations/of-topic/{topic}", DESK),
                    new Access(GET, "/console/deliberations/{id}", TALKED_OVER),
                    new Access(POST, "/console/deliberations/{id}/steps", NOTICES),
                    new Access(POST, "/console/deliberations/{id}/codes", NOTICES),
                    new Access(POST, "/console/deliberations/{id}/void-codes", NOTICES),
                    new Access(POST, "/console/deliberations/{id}/paper", NOTICES),
                    new Access(
                            POST, "/console/deliberations/{id}/paper/{paper}/{step}", TALKED_OVER),
                    new Access(POST, "/console/deliberations/{id}/notice", NOTICES),
                    new Access(GET, "/console/projects", ALL),
                    new Access(GET, "/console/projects/pins", ALL),
                    new Access(GET, "/console/projects/{id}", ALL),
                    new Access(POST, "/console/projects/{id}/changes", TALKED_OVER),
                    new Access(POST, "/console/projects/{id}/changes/{change}/{step}", NOTICES),
                    new Access(GET, "/console/visits", VISITORS),
                    new Access(GET, "/console/visits/new", VISITORS),
                    new Access(POST, "/console/visits/new", VISITORS),
                    new Access(GET, "/console/visits/roll", VISITORS),
                    new Access(GET, "/console/visits/roll.csv", VISITORS),
                    new Access(GET, "/console/visits/roll.xlsx", VISITORS),
                    new Access(GET, "/console/visits/spots", CASES),
                    new Access(GET, "/console/visits/{id}", VISITORS),
                    new Access(POST, "/console/visits/{id}/visits", VISITORS),
                    new Access(POST, "/console/visits/{id}/outcome", VISITORS),
                    new Access(POST, "/console/visits/{id}/change", VISITORS),
                    new Access(POST, "/console/visits/{id}/due", STEERERS),
                    new Access(POST, "/console/visits/{id}/remove", STEERERS),
                    new Access(POST, "/console/visits/{id}/phone", VISITORS),
                    new Access(POST, "/console/visits/{id}/care", CARERS),
                    new Access(POST, "/console/visits/{id}/care/erase", CARERS),
                    new Access(GET, "/console/merchants", MERCHANTS),
                    new Access(GET, "/console/merchants.csv", MERCHANTS),
                    new Access(GET, "/console/merchants.xlsx", MERCHANTS),
                    new Access(GET, "/console/joint-visits", CASES),
                    new Access(GET, "/console/joint-visits/new", PLANNERS),
                    new Access(POST, "/console/joint-visits/new", PLANNERS),
                    new Access(GET, "/console/joint-visits/{id}", CASES),
                    new Access(POST, "/console/joint-visits/{id}/move", PLANNERS),
                    new Access(POST, "/console/joint-visits/{id}/cancel", PLANNERS),
                    new Access(POST, "/console/joint-visits/{id}/finish", CASES),
                    new Access(POST, "/console/joint-visits/{id}/case", CASES),
                    new Access(GET, "/console/accounts", BOSS),
                    new Access(GET, "/console/new-account", BOSS),
                    new Access(POST, "/console/new-account", BOSS),
                    new Access(GET, "/console/accounts/{name}", BOSS),
                    new Access(POST, "/console/accounts/{name}/{step}", BOSS),
                    new Access(GET, "/console/wechat", BOSS),
                    new Access(POST, "/console/wechat/menu", BOSS),
                    new Access(GET, "/console/audit", BOSS));

    String[] roleNames() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }

    /** Whether a role may open a page. */
    static boolean opens(Role role, String path) {
        return TABLE.stream()
                .filter(row -> row.method().equals(GET) && row.path().equals(path))
                .anyMatch(row -> row.roles().contains(role));
    }
}
