package org.ximen.console;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.cases.CodeTable;
import org.ximen.readings.ActNames;
import org.ximen.readings.Correction;
import org.ximen.readings.CorrectionTraining;
import org.ximen.readings.LearntModel;
import org.ximen.readings.ReadingDesk;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.understanding.Act;

/** What the machine made of messages, put right with one click, and what it learnt from that. */
@Controller
@RequestMapping("/console/readings")
public final class ReadingPages implements Page {
    private static final int SIZE = 20;
    private static final String LIST = "redirect:/console/readings";

    private final ReadingDesk desk;
    private final CorrectionTraining training;
    private final CodeTable codeTable;
    private final InstantSource clock;

    /** One entry of a list to choose from. */
    record Option(String value, String label) {}

    public ReadingPages(
            ReadingDesk desk,
            CorrectionTraining training,
            CodeTable codeTable,
            InstantSource clock) {
        this.desk = desk;
        this.training = training;
        this.codeTable = codeTable;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "false") boolean judged,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) @Nullable Long done,
            @AuthenticationPrincipal StaffMember me) {
        var view = page(judged, Math.max(0, page), me);
        view.addObject("done", done == null ? null : find(done, me).orElse(null));
        return view;
    }

    private Optional<ReadingSheet> find(long id, StaffMember me) {
        try {
            return Optional.of(sheet(id, me));
        } catch (StaffRefused e) { // erased meanwhile
            return Optional.empty();
        }
    }

    private ReadingSheet sheet(long id, StaffMember me) {
        return ReadingSheet.of(desk.get(id, me), codeTable, clock.instant());
    }

    private ModelAndView page(boolean judged, int number, StaffMember me) {
        var found = desk.list(judged, number, SIZE, me);
        var now = clock.instant();
        var view = new ModelAndView("console/readings");
        view.addObject(
                "items",
                found.stream().map(kept -> ReadingSheet.of(kept, codeTable, now)).toList());
        view.addObject("judged", judged);
        view.addObject("waiting", desk.open(me));
        view.addObject("before", number > 0 ? number - 1 : null);
        view.addObject("after", found.size() == SIZE ? number + 1 : null);
        view.addObject("acts", acts());
        view.addObject("categories", categories());
        var learnt = training.last();
        view.addObject("learning", training.isWaiting());
        view.addObject("learnt", learnt.orElse(null));
        view.addObject("learntAt", Shown.time(learnt.map(LearntModel::at).orElse(null), now));
        return view;
    }

    private static List<Option> acts() {
        return Arrays.stream(Act.values())
                .map(act -> new Option(act.name(), ActNames.of(act)))
                .toList();
    }

    private List<Option> categories() {
        var all = new ArrayList<Option>();
        codeTable.categories().forEach(each -> all.add(new Option(each.code(), each.shown())));
        return all;
    }

    private static String listed(boolean judged, int page, long done) {
        return LIST + "?judged=" + judged + "&page=" + page + "&done=" + done;
    }

    @PostMapping("/{id}/judge")
    ModelAndView judge(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean right,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String danger,
            @RequestParam(defaultValue = "false") boolean judged,
            @RequestParam(defaultValue = "0") int page,
            @AuthenticationPrincipal StaffMember me) {
        return done(
                judged,
                page,
                me,
                () -> {
                    desk.get(id, me);
                    var said =
                            new Correction(
                                    right,
                                    Shown.constant(Act.class, act),
                                    Shown.filled(category),
                                    danger.isEmpty() ? null : Boolean.valueOf(danger));
                    desk.judge(id, said, me, clock.instant());
                    return listed(judged, page, id);
                });
    }

    @PostMapping("/{id}/revoke")
    ModelAndView revoke(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean judged,
            @RequestParam(defaultValue = "0") int page,
            @AuthenticationPrincipal StaffMember me) {
        return done(
                judged,
                page,
                me,
                () -> {
                    desk.revoke(id, me, clock.instant());
                    return listed(judged, page, id);
                });
    }

    private ModelAndView done(boolean judged, int page, StaffMember me, Supplier<String> work) {
        try {
            return new ModelAndView(work.get());
        } catch (StaffRefused e) {
            var view = page(judged, Math.max(0, page), me);
            view.setStatus(Refusals.status(e));
            view.addObject("problem", Objects.toString(e.getMessage()));
            return view;
        }
    }
}
