package org.ximen.staffapi;

import java.time.InstantSource;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.casefiles.CaseExport;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseBook;
import org.ximen.cases.Cases;
import org.ximen.cases.CodeTable;
import org.ximen.cases.GridCase;
import org.ximen.district.District;
import org.ximen.staff.StaffMember;

/** Lists of cases over HTTP, also as files. */
@RestController
@RequestMapping("/api/staff")
public final class CaseListApi {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Features features;
    private final InstantSource clock;

    /** What lists are made of. */
    public record Features(
            Cases cases,
            CaseBook book,
            CaseExport export,
            CodeTable codeTable,
            District district) {}

    public CaseListApi(Features features, InstantSource clock) {
        this.features = features;
        this.clock = clock;
    }

    @GetMapping("/cases")
    List<CaseView> list(@ModelAttribute CaseQuery query, @AuthenticationPrincipal StaffMember by) {
        var search = query.search(features.district(), features.codeTable());
        return features.book().search(search, query.window(), by, clock.instant()).items().stream()
                .map(item -> view(item, by).masked())
                .toList();
    }

    /** The whole list, whatever page is asked for. */
    @GetMapping("/cases.csv")
    ResponseEntity<byte[]> csv(
            @ModelAttribute CaseQuery query, @AuthenticationPrincipal StaffMember by) {
        return file("cases.csv", CSV, features.export().csv(wish(query), by, clock.instant()));
    }

    /** The same as an Excel file. */
    @GetMapping("/cases.xlsx")
    ResponseEntity<byte[]> xlsx(
            @ModelAttribute CaseQuery query, @AuthenticationPrincipal StaffMember by) {
        return file("cases.xlsx", XLSX, features.export().xlsx(wish(query), by, clock.instant()));
    }

    private CaseExport.Wish wish(CaseQuery query) {
        return new CaseExport.Wish(
                query.search(features.district(), features.codeTable()), query.order());
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        var attached = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", attached.toString())
                .body(bytes);
    }

    private CaseView view(GridCase item, StaffMember by) {
        var actor = Actor.staff(by.name(), by.role(), by.department());
        return CaseView.of(
                item, features.district(), features.cases().open(item, actor), clock.instant());
    }
}
