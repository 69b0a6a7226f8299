package org.ximen.staffapi;

import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.cases.CaseBook;
import org.ximen.cases.Cases;
import org.ximen.cases.GridCase;
import org.ximen.handoff.Handoff;
import org.ximen.handoff.Ticket;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/**
 * The number that a resident left, for those who work on their case or have taken their call; each
 * look is recorded.
 */
@RestController
@RequestMapping("/api/staff")
public final class ContactApi {
    private final Cases cases;
    private final CaseBook book;
    private final Handoff handoff;
    private final Residents residents;
    private final Audit audit;
    private final InstantSource clock;

    public ContactApi(
            Cases cases,
            CaseBook book,
            Handoff handoff,
            Residents residents,
            Audit audit,
            InstantSource clock) {
        this.cases = cases;
        this.book = book;
        this.handoff = handoff;
        this.residents = residents;
        this.audit = audit;
        this.clock = clock;
    }

    record Contact(String phone) {}

    @GetMapping("/cases/{number}/contact")
    Contact ofCase(@PathVariable String number, @AuthenticationPrincipal StaffMember by) {
        var reporter = book.find(number, by).map(GridCase::number).flatMap(cases::reporter);
        return contact(reporter, "cases/" + number, by);
    }

    @GetMapping("/tickets/{id}/contact")
    Contact ofTicket(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        var person =
                handoff.desk().list(by).stream()
                        .filter(ticket -> ticket.id() == id && by.name().equals(ticket.claimedBy()))
                        .map(Ticket::person)
                        .findFirst();
        return contact(person, "tickets/" + id, by);
    }

    private Contact contact(Optional<Long> person, String on, StaffMember by) {
        var phone =
                person.flatMap(residents::find)
                        .map(Person::phone)
                        .orElseThrow(
                                () -> new StaffRefused(UNKNOWN, "没有可以看的电话：对方没有留，或要求匿名，或不是由您经办。"));
        audit.record(by.name(), "contact.view", on, clock.instant());
        return new Contact(phone);
    }
}
