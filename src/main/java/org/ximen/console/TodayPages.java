package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CaseOrder;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.PageWindow;
import org.ximen.db.StoreHealth;
import org.ximen.district.District;
import org.ximen.handoff.Handoff;
import org.ximen.handoff.Ticket;
import org.ximen.notices.Notice;
import org.ximen.notices.Notices;
import org.ximen.notices.Step;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;

/** Today: what waits for whoever is signed in, what is late, what came in. */
@Controller
public final class TodayPages implements Page {
    private static final int SHOWN = 8;
    private static final int MOST = 1_000;
    private static final int NOTICES = 100;
    private static final int LATE = 12;

    private final Features features;
    private final InstantSource clock;

    /** What today's page looks at. */
    public record Features(
            CaseBook book,
            District district,
            Notices notices,
            Handoff handoff,
            StoreHealth store) {}

    /**
     * A figure, and the list behind it.
     *
     * @param tone colours it: plain, soon, late
     */
    record Figure(String label, long count, String link, String tone) {}

    /** A stage of a case that runs late, and by how much. */
    record Late(String number, String stage, String by) {}

    public TodayPages(Features features, InstantSource clock) {
        this.features = features;
        this.clock = clock;
    }

    @GetMapping("/console")
    String page(@AuthenticationPrincipal StaffMember me, Model model) {
        fill(me, model);
        return "console/today";
    }

    /** The part that refreshes itself. */
    @GetMapping("/console/today")
    String part(@AuthenticationPrincipal StaffMember me, Model model) {
        fill(me, model);
        return "console/today :: live";
    }

    private void fill(StaffMember me, Model model) {
        var now = clock.instant();
        var figures = new ArrayList<Figure>();
        boolean cases = Access.opens(me.role(), "/console/cases");
        if (cases) {
            addCases(figures, me, now);
        }
        if (Access.opens(me.role(), "/console/tickets")) {
            addTickets(figures, me);
        }
        if (Access.opens(me.role(), "/console/notices")) {
            addNotices(figures, me);
        }
        model.addAttribute("trouble", features.store().trouble().orElse(null));
        model.addAttribute("figures", figures);
        model.addAttribute("withCases", cases);
        model.addAttribute("reports", Access.opens(me.role(), "/console/cases/new"));
        model.addAttribute("heads", CaseHead.plain());
        model.addAttribute("waiting", cases ? waiting(me, now) : List.of());
        model.addAttribute("came", cases ? lines(CaseSearch.ALL, me, now) : List.of());
        model.addAttribute("late", cases ? late(me, now) : List.of());
        model.addAttribute("hasTurn", !CaseBook.waitingFor(me.role()).isEmpty());
        model.addAttribute("asOf", Shown.time(now, now));
    }

    private void addCases(List<Figure> figures, StaffMember me, Instant now) {
        if (!CaseBook.waitingFor(me.role()).isEmpty()) {
            add(figures, "等我办的", mine("ANY"), "plain", me, now);
        } else {
            add(figures, "未办结", stage("OPEN"), "plain", me, now);
        }
        add(figures, "快超时", time("SOON"), "soon", me, now);
        add(figures, "已超时", time("LATE"), "late", me, now);
        if (me.is(Role.DISPATCHER, Role.ADMIN)) {
            add(figures, "待批延期", time("ASKED"), "soon", me, now);
        }
        var today = Shown.today(now).toString();
        var came = new Filter(null, null, null, null, null, null, null, today, today, null);
        add(figures, "今天新来", came, "plain", me, now);
    }

    private void add(
            List<Figure> figures,
            String label,
            Filter filter,
            String tone,
            StaffMember me,
            Instant now) {
        long count = features.book().count(filter.search(me), MOST, me, now);
        figures.add(new Figure(label, count, filter.at("/console/cases"), tone));
    }

    private static Filter mine(String time) {
        return new Filter(null, null, null, time, null, null, null, null, null, "yes");
    }

    private static Filter time(String time) {
        return new Filter(null, null, null, time, null, null, null, null, null, null);
    }

    private static Filter stage(String stage) {
        return new Filter(stage, null, null, null, null, null, null, null, null, null);
    }

    private void addTickets(List<Figure> figures, StaffMember me) {
        long waiting =
                features.handoff().desk().list(me).stream()
                        .filter(ticket -> ticket.state() == Ticket.State.WAITING)
                        .count();
        figures.add(new Figure("等人工接待", waiting, "/console/tickets", "plain"));
    }

    private void addNotices(List<Figure> figures, StaffMember me) {
        var notices = features.notices().list(NOTICES);
        long drafts = notices.stream().filter(n -> n.state() == Notice.State.DRAFT).count();
        long sending = notices.stream().filter(n -> n.state() == Notice.State.SENDING).count();
        if (me.is(Role.APPROVER, Role.ADMIN)) {
            long mine =
                    notices.stream().filter(n -> Step.open(n, me).contains(Step.APPROVE)).count();
            figures.add(new Figure("等我审核", mine, "/console/notices?state=DRAFT", "plain"));
        }
        long back = notices.stream().filter(n -> Step.open(n, me).contains(Step.SUBMIT)).count();
        if (back > 0) {
            figures.add(new Figure("等我修改", back, "/console/notices?state=RETURNED", "plain"));
        }
        figures.add(new Figure("待审核通知", drafts, "/console/notices?state=DRAFT", "plain"));
        figures.add(new Figure("正在发送", sending, "/console/notices?state=SENDING", "plain"));
    }

    private List<CaseSection> waiting(StaffMember me, Instant now) {
        var search =
                CaseBook.waitingFor(me.role()).isEmpty()
                        ? CaseSearch.ALL.at(CaseSearch.Time.LATE)
                        : Filter.waitingFor(me, CaseSearch.ALL);
        var window = new PageWindow(0, SHOWN, CaseOrder.URGENCY);
        var found = features.book().search(search, window, me, now);
        return CaseSection.of(found.items(), window.order(), features.district(), now);
    }

    private List<Late> late(StaffMember me, Instant now) {
        return features.book().late(LATE, me, now).stream()
                .map(each ->
                        new Late(
                                each.number(),
                                each.stage().shown(),
                                Shown.left(each.deadline(), now)))
                .toList();
    }

    private List<CaseLine> lines(CaseSearch search, StaffMember me, Instant now) {
        return features.book().search(search, 0, SHOWN, me, now).items().stream()
                .map(item -> CaseLine.of(item, features.district(), now))
                .toList();
    }
}
