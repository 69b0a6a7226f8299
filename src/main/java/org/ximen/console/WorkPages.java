package org.ximen.console;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.ximen.casefiles.CaseExport;
import org.ximen.cases.CaseBook;
import org.ximen.cases.Cases;
import org.ximen.cases.GridCase;
import org.ximen.cases.Incomplete;
import org.ximen.cases.Move;
import org.ximen.cases.NotAllowed;
import org.ximen.cases.Unknown;
import org.ximen.cases.Verb;
import org.ximen.isolation.IsolatedRun;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Several steps at once, several cases at once, and lists as files. */
@Controller
public final class WorkPages implements Page {
    private static final Logger LOG = LoggerFactory.getLogger(WorkPages.class);
    private static final int MOST = 200;
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Cases cases;
    private final CaseBook book;
    private final CaseExport export;
    private final InstantSource clock;

    public WorkPages(Cases cases, CaseBook book, CaseExport export, InstantSource clock) {
        this.cases = cases;
        this.book = book;
        this.export = export;
        this.clock = clock;
    }

    /** What can be done with many cases. */
    enum BulkStep {
        FILE_DISPATCH("立案并派给默认部门", Verb.FILE, Verb.DISPATCH),
        FILE("立案", Verb.FILE),
        DISPATCH("派给默认部门", Verb.DISPATCH);

        private final String shown;
        private final List<Verb> verbs;

        BulkStep(String shown, Verb... verbs) {
            this.shown = shown;
            this.verbs = List.of(verbs);
        }

        /** The words staff read. */
        public String shown() {
            return shown;
        }

        List<Move> moves() {
            return verbs.stream().map(Move::of).toList();
        }
    }

    /**
     * What came of one case.
     *
     * @param why null where it was done
     */
    record Done(String number, @Nullable String why) {}

    /** Files a case and sends it off in one press; then the next that waits. */
    @PostMapping("/console/cases/{number}/file-and-dispatch")
    String fileAndDispatch(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String department,
            @AuthenticationPrincipal StaffMember me) {
        var item = seen(number, me);
        var moves =
                List.of(
                        Move.of(Verb.FILE),
                        new Move(Verb.DISPATCH, null, department, null, null, null));
        var now = clock.instant();
        cases.moveThrough(item, moves, CasePages.actor(me), now);
        return CasePages.waiting(book, me, number, now)
                .map(next -> "redirect:/console/cases/" + next + "?dispatched=" + number)
                .orElse("redirect:/console/cases/" + number + "?done");
    }

    /** One step with each of several cases, each by itself. */
    @PostMapping("/console/cases/bulk")
    String bulk(
            @RequestParam(required = false) @Nullable List<String> numbers,
            @RequestParam(defaultValue = "") String step,
            @AuthenticationPrincipal StaffMember me,
            Model model) {
        var wanted = Shown.constant(BulkStep.class, step);
        if (wanted == null || numbers == null || numbers.size() > MOST) {
            throw new StaffRefused(
                    StaffRefused.Reason.INVALID, "请先勾选案件（最多 " + MOST + " 件），再选要办的一步。");
        }
        var done = numbers.stream().distinct().map(number -> done(number, wanted, me)).toList();
        model.addAttribute("step", wanted.shown());
        model.addAttribute("good", done.stream().filter(each -> each.why() == null).toList());
        model.addAttribute("bad", done.stream().filter(each -> each.why() != null).toList());
        return "console/bulk";
    }

    private Done done(String number, BulkStep step, StaffMember me) {
        return IsolatedRun.<Done, RuntimeException>of(
                () -> {
                    var item = seen(number, me);
                    cases.moveThrough(item, step.moves(), CasePages.actor(me), clock.instant());
                    return new Done(number, null);
                },
                why -> new Done(number, reason(number, why)));
    }

    private static String reason(String number, Throwable why) {
        return switch (why) {
            case NotAllowed no -> said(no);
            case Incomplete incomplete -> said(incomplete);
            case StaffRefused refused -> said(refused);
            case Unknown unknown -> "没有找到这件案件";
            default -> {
                LOG.error("案件 {} 没有办成，其余照办", number, why);
                yield "系统出错，没有办成，请稍后再试";
            }
        };
    }

    private static String said(Throwable why) {
        return Objects.requireNonNullElse(why.getMessage(), "没有办成");
    }

    @GetMapping("/console/cases.csv")
    ResponseEntity<byte[]> csv(
            @ModelAttribute Filter filter,
            @RequestParam(defaultValue = "") String sort,
            @AuthenticationPrincipal StaffMember me) {
        var bytes = export.csv(wish(filter, sort, me), me, clock.instant());
        return file("案件.csv", "text/csv;charset=UTF-8", bytes);
    }

    /** The list as an Excel file. */
    @GetMapping("/console/cases.xlsx")
    ResponseEntity<byte[]> xlsx(
            @ModelAttribute Filter filter,
            @RequestParam(defaultValue = "") String sort,
            @AuthenticationPrincipal StaffMember me) {
        return file("案件.xlsx", XLSX, export.xlsx(wish(filter, sort, me), me, clock.instant()));
    }

    private static CaseExport.Wish wish(Filter filter, String sort, StaffMember me) {
        return new CaseExport.Wish(filter.search(me), CasePages.order(filter, sort));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        var attached =
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", attached.toString())
                .body(bytes);
    }

    private GridCase seen(String number, StaffMember me) {
        return CasePages.seen(book, number, me);
    }
}
