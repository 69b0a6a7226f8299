package org.ximen.staffapi;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
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
 * Who may call what of the staff API: one row per call. What a row lets through is checked again by
 * the feature, which knows the case or the notice.
 */
record Access(HttpMethod method, String path, Set<Role> roles) {
    private static final Set<Role> ALL = Set.of(Role.values());
    private static final Set<Role> NOTICES = Set.of(EDITOR, APPROVER, ADMIN);
    private static final Set<Role> GAPS = Set.of(EDITOR, APPROVER, ADMIN);
    private static final Set<Role> CASES = Set.of(DISPATCHER, HANDLER, VERIFIER, LEADER, ADMIN);
    private static final Set<Role> FILERS = Set.of(DISPATCHER, HANDLER, VERIFIER, ADMIN);
    private static final Set<Role> WORKERS = Set.of(HANDLER, VERIFIER, ADMIN);
    private static final Set<Role> POSTERS = Set.of(DISPATCHER, EDITOR, APPROVER, ADMIN);
    private static final Set<Role> TICKETS = Set.of(DISPATCHER, EDITOR, APPROVER, ADMIN);

    static final List<Access> TABLE =
            List.of(
                    new Access(GET, "/api/staff/accounts", Set.of(ADMIN)),
                    new Access(POST, "/api/staff/accounts", Set.of(ADMIN)),
                    new Access(PATCH, "/api/staff/accounts/*", Set.of(ADMIN)),
                    new Access(POST, "/api/staff/accounts/*/disable", Set.of(ADMIN)),
                    new Access(POST, "/api/staff/password", ALL),
                    new Access(GET, "/api/staff/notices", NOTICES),
                    new Access(POST, "/api/staff/notices", NOTICES),
                    new Access(GET, "/api/staff/notices/*", NOTICES),
                    new Access(PUT, "/api/staff/notices/*", NOTICES),
                    new Access(POST, "/api/staff/notices/*/approve", Set.of(APPROVER, ADMIN)),
                    new Access(POST, "/api/staff/notices/*/return", Set.of(APPROVER, ADMIN)),
                    new Access(POST, "/api/staff/notices/*/take-back", NOTICES),
                    new Access(POST, "/api/staff/notices/*/pause", NOTICES),
                    new Access(POST, "/api/staff/notices/*/resume", NOTICES),
                    new Access(POST, "/api/staff/notices/*/cancel", NOTICES),
                    new Access(POST, "/api/staff/notices/*/correct", NOTICES),
                    new Access(POST, "/api/staff/notices/*/recall", NOTICES),
                    new Access(GET, "/api/staff/gaps", GAPS),
                    new Access(GET, "/api/staff/gaps/*", GAPS),
                    new Access(POST, "/api/staff/gaps/*/answer", GAPS),
                    new Access(POST, "/api/staff/gaps/*/dismiss", GAPS),
                    new Access(POST, "/api/staff/gaps/*/merge", GAPS),
                    new Access(GET, "/api/staff/knowledge/imports", NOTICES),
                    new Access(GET, "/api/staff/cases", CASES),
                    new Access(POST, "/api/staff/cases", FILERS),
                    new Access(GET, "/api/staff/cases.csv", CASES),
                    new Access(GET, "/api/staff/cases.xlsx", CASES),
                    new Access(GET, "/api/staff/cases/*", CASES),
                    new Access(GET, "/api/staff/cases/*/contact", FILERS),
                    new Access(POST, "/api/staff/cases/*/moves", CASES),
                    new Access(POST, "/api/staff/cases/*/photos", WORKERS),
                    new Access(GET, "/api/staff/photos/*", CASES),
                    new Access(GET, "/api/staff/posters", POSTERS),
                    new Access(POST, "/api/staff/posters", POSTERS),
                    new Access(GET, "/api/staff/posters/*", POSTERS),
                    new Access(GET, "/api/staff/opinions", TICKETS),
                    new Access(GET, "/api/staff/opinions/*", TICKETS),
                    new Access(POST, "/api/staff/opinions/*/answer", TICKETS),
                    new Access(POST, "/api/staff/opinions/*/pass-on", TICKETS),
                    new Access(GET, "/api/staff/topics", CASES),
                    new Access(GET, "/api/staff/topics/*", CASES),
                    new Access(POST, "/api/staff/topics/*/steps", Set.of(DISPATCHER, ADMIN)),
                    new Access(GET, "/api/staff/readings", TICKETS),
                    new Access(GET, "/api/staff/readings/model", TICKETS),
                    new Access(GET, "/api/staff/readings/*", TICKETS),
                    new Access(POST, "/api/staff/readings/*/judge", TICKETS),
                    new Access(POST, "/api/staff/readings/*/revoke", TICKETS),
                    new Access(GET, "/api/staff/tickets", TICKETS),
                    new Access(GET, "/api/staff/tickets/*", TICKETS),
                    new Access(GET, "/api/staff/tickets/*/contact", TICKETS),
                    new Access(POST, "/api/staff/tickets/*/claim", TICKETS),
                    new Access(POST, "/api/staff/tickets/*/messages", TICKETS),
                    new Access(POST, "/api/staff/tickets/*/notes", TICKETS),
                    new Access(POST, "/api/staff/tickets/*/pass", TICKETS),
                    new Access(POST, "/api/staff/tickets/*/back", TICKETS),
                    new Access(POST, "/api/staff/tickets/*/close", TICKETS));

    String[] roleNames() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}
