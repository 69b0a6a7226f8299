package org.ximen.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.casefiles.HotlineColumns;
import org.ximen.casefiles.HotlineImport;
import org.ximen.casefiles.HotlineLine;
import org.ximen.casefiles.HotlineLine.Fate;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Lists of 12345: uploaded, looked through row by row, then taken. */
@Controller
@RequestMapping("/console/cases/import")
public final class HotlinePages implements Page {
    private static final int SHOWN = 200;

    private final HotlineImport list;
    private final InstantSource clock;

    public HotlinePages(HotlineImport list, InstantSource clock) {
        this.list = list;
        this.clock = clock;
    }

    /** How many rows have a fate. */
    record Count(String label, long count) {}

    @GetMapping
    ModelAndView blank() {
        return blankPage();
    }

    /** A file: its columns are guessed, and what would become of each row is shown. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView upload(@RequestParam MultipartFile file) {
        try {
            var name = String.valueOf(file.getOriginalFilename());
            var rows = HotlineImport.rows(name, file.getBytes());
            return planned(rows, HotlineColumns.guess(rows.getFirst()));
        } catch (StaffRefused e) {
            return refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same list again with other columns, or taken.
     *
     * @param act {@code take} to take it; anything else only looks
     */
    @PostMapping("/rows")
    ModelAndView rows(
            @ModelAttribute HotlineForm form,
            @RequestParam(defaultValue = "") String act,
            @AuthenticationPrincipal StaffMember me) {
        var rows = CarriedRows.read(Objects.requireNonNullElse(form.rows(), ""));
        var head = rows.isEmpty() ? List.<String>of() : rows.getFirst();
        var columns = form.columns(head.size());
        if (!act.equals("take") || !columns.complete()) {
            return planned(rows, columns);
        }
        var taken = list.take(rows, columns, me.name(), clock.instant());
        return shown(taken).addObject("taken", true);
    }

    private ModelAndView planned(List<List<String>> rows, HotlineColumns columns) {
        var page = shown(columns.complete() ? list.plan(rows, columns) : null);
        page.addObject("rows", CarriedRows.write(rows));
        page.addObject("columns", HotlineForm.choices(rows.getFirst(), columns));
        page.addObject("complete", columns.complete());
        return page;
    }

    private static ModelAndView shown(@Nullable List<HotlineLine> lines) {
        var page = blankPage();
        if (lines != null) {
            page.addObject("counts", counts(lines));
            page.addObject("lines", lines.stream().limit(SHOWN).toList());
            page.addObject("left", Math.max(0, lines.size() - SHOWN));
            page.addObject(
                    "refusedLines",
                    lines.stream().filter(line -> line.fate() == Fate.REFUSED).toList());
        }
        return page;
    }

    private static List<Count> counts(List<HotlineLine> lines) {
        return Arrays.stream(Fate.values())
                .map(fate ->
                        new Count(
                                fate.shown(),
                                lines.stream().filter(line -> line.fate() == fate).count()))
                .toList();
    }

    private static ModelAndView refused(String why) {
        var page = blankPage();
        page.setStatus(HttpStatus.BAD_REQUEST);
        page.addObject("problem", why);
        return page;
    }

    private static ModelAndView blankPage() {
        return new ModelAndView("console/hotline");
    }
}
