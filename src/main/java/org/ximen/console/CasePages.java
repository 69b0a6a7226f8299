package org.ximen.console;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CaseOrder;
import org.ximen.cases.CasePhotos;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.Cases;
import org.ximen.cases.CodeTable;
import org.ximen.cases.Found;
import org.ximen.cases.GridCase;
import org.ximen.cases.Incomplete;
import org.ximen.cases.NotAllowed;
import org.ximen.cases.OpenMove;
import org.ximen.cases.PageWindow;
import org.ximen.cases.Verb;
import org.ximen.district.District;
import org.ximen.photos.PhotoRefused;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.staff.Audit;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.topics.TopicDesk;

/** Cases: the list, one case, its moves. */
@Controller
@RequestMapping("/console/cases")
public final class CasePages implements Page {
    private static final int SIZE = 30;
    private static final int MOST_PAGES = 10_000;

    private final Features features;
    private final InstantSource clock;

    /** What the pages of cases work with. */
    public record Features(
            Cases cases,
            CasePhotos photos,
            CaseBook book,
            CodeTable codeTable,
            District district,
            Residents residents,
            TopicDesk topics,
            Audit audit) {}

    public CasePages(Features features, InstantSource clock) {
        this.features = features;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @ModelAttribute Filter filter,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "") String sort,
            @AuthenticationPrincipal StaffMember me,
            Model model) {
        var now = clock.instant();
        var search = filter.search(me);
        int number = Math.clamp(page, 0, MOST_PAGES);
        var order = order(filter, sort);
        var window = new PageWindow(number, SIZE, order);
        var found = features.book().search(search, window, me, now);
        boolean many = found.count() > Found.MOST;
        model.addAttribute("count", many ? Found.MOST + " 件以上" : found.count() + " 件");
        var here = CaseHead.sorted(filter.at("/console/cases"), order);
        model.addAttribute("further", found.more() ? here + "&page=" + (number + 1) : null);
        model.addAttribute("nearer", number > 0 ? here + "&page=" + (number - 1) : null);
        model.addAttribute("heads", CaseHead.of(filter.at("/console/cases"), order));
        var urgency = CaseHead.sorted(filter.at("/console/cases"), CaseOrder.URGENCY);
        model.addAttribute("byUrgency", urgency);
        model.addAttribute("csv", CaseHead.sorted(filter.at("/console/cases.csv"), order));
        model.addAttribute("xlsx", CaseHead.sorted(filter.at("/console/cases.xlsx"), order));
        return list(model, filter, found.items(), order, me, now);
    }

    /** What waits for somebody stands by urgency unless they want it otherwise. */
    static CaseOrder order(Filter filter, String sort) {
        return CaseOrder.of(sort)
                .orElse(filter.mine() == null ? CaseOrder.NEWEST : CaseOrder.URGENCY);
    }

    /** The most pressing case that waits for a member, but for this one. */
    static Optional<String> waiting(CaseBook book, StaffMember me, String butFor, Instant now) {
        if (CaseBook.waitingFor(me.role()).isEmpty()) {
            return Optional.empty();
        }
        var search = Filter.waitingFor(me, CaseSearch.ALL);
        var window = new PageWindow(0, 2, CaseOrder.URGENCY);
        return book.search(search, window, me, now).items().stream()
                .map(GridCase::number)
                .filter(number -> !number.equals(butFor))
                .findFirst();
    }

    /** By POST, so that the phone stands in no address and no log. */
    @PostMapping("/by-phone")
    String byPhone(
            @RequestParam(defaultValue = "") String phone,
            @AuthenticationPrincipal StaffMember me,
            Model model) {
        var now = clock.instant();
        var digits = phone.replaceAll("[^0-9]", "").replaceFirst("^86(?=1\\d{10}$)", "");
        if (!digits.matches("1\\d{10}")) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "手机号应为 11 位数字，请核对后再查。");
        }
        features.audit().record(me.name(), "contact.search", "cases", now);
        var people = features.residents().withPhone(digits).stream().map(Person::id).toList();
        var found =
                people.isEmpty()
                        ? List.<GridCase>of()
                        : features.book()
                                .search(CaseSearch.ALL.by(people), 0, SIZE, me, now)
                                .items();
        model.addAttribute("count", found.size() + " 件");
        model.addAttribute("byPhone", true);
        model.addAttribute("heads", CaseHead.plain());
        return list(model, Filter.NONE, found, CaseOrder.NEWEST, me, now);
    }

    private String list(
            Model model,
            Filter filter,
            List<GridCase> items,
            CaseOrder order,
            StaffMember me,
            Instant now) {
        var district = features.district();
        boolean desk = me.is(Role.DISPATCHER, Role.ADMIN);
        model.addAttribute("filter", filter);
        model.addAttribute("sort", order.written());
        model.addAttribute("bulk", desk ? List.of(WorkPages.BulkStep.values()) : List.of());
        model.addAttribute("reports", Access.opens(me.role(), "/console/cases/new"));
        model.addAttribute("importing", Access.opens(me.role(), "/console/cases/import"));
        model.addAttribute("choices", Choices.of(district, features.codeTable()));
        model.addAttribute("phones", desk);
        model.addAttribute("sections", CaseSection.of(items, order, district, now));
        model.addAttribute("none", items.isEmpty());
        return "console/cases";
    }

    @GetMapping("/{number}")
    ModelAndView get(@PathVariable String number, @AuthenticationPrincipal StaffMember me) {
        return page(seen(number, me), me, MoveForm.EMPTY);
    }

    @PostMapping("/{number}/moves")
    ModelAndView move(
            @PathVariable String number,
            @ModelAttribute MoveForm form,
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal StaffMember me)
            throws IOException {
        seen(number, me);
        try {
            keep(number, form, files == null ? List.of() : files, me);
            features.cases().move(number, form.move(), actor(me), clock.instant());
            // Who passes a case on may see it no more.
            boolean theirs = features.book().find(number, me).isPresent();
            return new ModelAndView(
                    "redirect:/console/cases" + (theirs ? "/" + number : "") + "?done");
        } catch (NotAllowed e) {
            return refused(number, me, form, HttpStatus.CONFLICT, e);
        } catch (Incomplete e) {
            return refused(number, me, form, HttpStatus.CONFLICT, e);
        } catch (PhotoRefused e) {
            return refused(number, me, form, HttpStatus.BAD_REQUEST, e);
        }
    }

    /** Pictures that came are kept even where the move then lacks something else. */
    private void keep(String number, MoveForm form, List<MultipartFile> files, StaffMember me)
            throws IOException {
        var phase = form.phase();
        for (var file : files) {
            if (phase != null && !file.isEmpty()) {
                try (var bytes = file.getInputStream()) {
                    var added = new CasePhotos.Added(number, phase, null);
                    features.photos().add(added, bytes, me, clock.instant());
                }
            }
        }
    }

    /** By POST, because each look is recorded. */
    @PostMapping("/{number}/contact")
    ModelAndView contact(@PathVariable String number, @AuthenticationPrincipal StaffMember me) {
        var item = seen(number, me);
        var phone =
                features.cases()
                        .reporter(item.number())
                        .flatMap(features.residents()::find)
                        .map(Person::phone)
                        .orElse("");
        if (!phone.isEmpty()) {
            var on = "cases/" + item.number();
            features.audit().record(me.name(), "contact.view", on, clock.instant());
        }
        var page = page(item, me, MoveForm.EMPTY);
        page.addObject("phone", phone.isEmpty() ? "没有可以看的电话：对方没有留，或要求匿名。" : phone);
        return page;
    }

    private ModelAndView refused(
            String number, StaffMember me, MoveForm form, HttpStatus status, Exception why) {
        var page = page(seen(number, me), me, form);
        page.setStatus(status);
        page.addObject("problem", String.valueOf(why.getMessage()));
        return page;
    }

    private ModelAndView page(GridCase item, StaffMember me, MoveForm form) {
        var page = new ModelAndView("console/case");
        var moves = features.cases().moves(item, actor(me));
        var clocks = features.cases().clocks(item.number());
        var sheet = CaseSheet.of(item, clocks, features.district(), clock.instant());
        page.addObject("c", sheet);
        page.addObject("topics", features.topics().of(item.number(), me));
        var evidence = features.cases().evidence(item.number());
        page.addObject("album", CaseAlbum.of(evidence, clock.instant()));
        page.addObject("moves", MoveForm.of(moves, item, sheet.awaited(), form));
        page.addObject("similar", similar(item, moves, me));
        page.addObject("choices", Choices.of(features.district(), features.codeTable()));
        page.addObject("lost", form.lostAmong(moves));
        page.addObject("departments", Choices.departmentsOf(features.district()));
        page.addObject("typed", form);
        page.addObject(
                "straight",
                MoveForm.goesStraight(moves, item)
                        ? MoveForm.usual(item, features.district())
                        : null);
        page.addObject("usual", item.category().department());
        page.addObject("phones", !me.is(Role.LEADER));
        page.addObject("camera", camera(moves));
        page.addObject("way", way(item));
        page.addObject(
                "next", waiting(features.book(), me, item.number(), clock.instant()).orElse(null));
        return page;
    }

    /**
     * The step that a picture proves, for a phone to begin with the camera; null if none is open.
     */
    private static @Nullable String camera(List<OpenMove> moves) {
        return moves.stream()
                .filter(move -> move.photo() != null)
                .map(move -> move.verb().name())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String way(GridCase item) {
        var point = item.point();
        return point == null ? null : features.district().navigation(point);
    }

    /** What it may be joined to, for those who may join it. */
    private List<CaseLine> similar(GridCase item, List<OpenMove> moves, StaffMember me) {
        if (moves.stream().noneMatch(move -> move.verb() == Verb.MERGE)) {
            return List.of();
        }
        return features.cases().similar(item).stream()
                .flatMap(each -> features.book().find(each.number(), me).stream())
                .map(each -> CaseLine.of(each, features.district(), clock.instant()))
                .toList();
    }

    private GridCase seen(String number, StaffMember me) {
        return seen(features.book(), number, me);
    }

    /** The case, if the member may see it. */
    static GridCase seen(CaseBook book, String number, StaffMember me) {
        return book.find(number, me)
                .orElseThrow(() ->
                        new StaffRefused(
                                StaffRefused.Reason.UNKNOWN, "没有找到这个编号的案件，或不在你的部门和区域内，请核对编号。"));
    }

    static Actor actor(StaffMember me) {
        return Actor.staff(me.name(), me.role(), me.department());
    }
}
