package org.ximen.staffapi;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseOrigin;
import org.ximen.cases.CaseSource;
import org.ximen.cases.Cases;
import org.ximen.cases.GridCase;
import org.ximen.cases.Incomplete;
import org.ximen.cases.StaffReport;
import org.ximen.cases.StaffReports;
import org.ximen.district.District;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Cases that staff file for callers, visitors and the hotline, or found themselves. */
@RestController
@RequestMapping("/api/staff/cases")
public final class CaseFilingApi {
    private final StaffReports reports;
    private final Cases cases;
    private final District district;
    private final InstantSource clock;

    public CaseFilingApi(
            StaffReports reports, Cases cases, District district, InstantSource clock) {
        this.reports = reports;
        this.cases = cases;
        this.district = district;
        this.clock = clock;
    }

    record NewCase(
            @Nullable String description,
            @Nullable String place,
            @Nullable CaseLocation location,
            @Nullable String category,
            @Nullable String source,
            @Nullable String outsideNumber,
            @Nullable String phone) {
        StaffReport report() {
            return new StaffReport(
                    Fields.required("description", description),
                    place,
                    location == null ? null : location.point(),
                    category,
                    new CaseOrigin(byStaff(source), outsideNumber),
                    phone);
        }

        private static CaseSource byStaff(@Nullable String source) {
            var known = Fields.constant("source", CaseSource.class, source);
            if (!CaseSource.byStaff().contains(known)) {
                throw new StaffRefused(INVALID, "source 应是 " + CaseSource.byStaff() + " 之一。");
            }
            return known;
        }
    }

    @PostMapping(consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    CaseView file(@RequestBody byte[] body, @AuthenticationPrincipal StaffMember by) {
        var report = Json.read(body, NewCase.class).report();
        var now = clock.instant();
        var item = filed(report, by, now);
        var actor = Actor.staff(by.name(), by.role(), by.department());
        return CaseView.of(item, district, cases.open(item, actor), now);
    }

    private GridCase filed(StaffReport report, StaffMember by, Instant now) {
        try {
            return reports.file(report, by.name(), now);
        } catch (Incomplete e) {
            throw new StaffRefused(INVALID, e.getMessage() + "。");
        }
    }
}
