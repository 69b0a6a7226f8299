package org.ximen.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.admission.Admission;
import org.ximen.admission.Claim;
import org.ximen.admission.Networks;
import org.ximen.cases.CaseSource;
import org.ximen.cases.CodeTable;
import org.ximen.cases.GridCase;
import org.ximen.cases.PublicCases;
import org.ximen.cases.StaffReading;
import org.ximen.cases.StaffReports;
import org.ximen.district.District;
import org.ximen.district.Place;
import org.ximen.open311.WireDocument.Fields;
import org.ximen.open311.WireDocument.Items;
import org.ximen.text.Plain;

/** Takes reports from who has a key; they become cases as what staff file for others. */
@RestController
@RequestMapping(GeoReportApi.PATH)
public final class GeoReportFiling {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int EFFORT = 100;
    private static final String BY = "Open311";
    // Programs that got no answer send the same again.
    private static final Duration REPEATED = Duration.ofHours(1);

    private final StaffReports reports;
    private final CodeTable codeTable;
    private final District district;
    private final FilingNotice notice;
    private final Open311Settings settings;
    private final CallLimits limits;
    private final Admission admission;
    private final InstantSource clock;

    public GeoReportFiling(
            StaffReports reports,
            CodeTable codeTable,
            PublicCases cases,
            District district,
            Open311Settings settings,
            Admission admission,
            InstantSource clock) {
        this.reports = reports;
        this.codeTable = codeTable;
        this.district = district;
        this.notice = new FilingNotice(cases);
        this.settings = settings;
        this.limits = new CallLimits(settings.perMinute());
        this.admission = admission;
        this.clock = clock;
    }

    @PostMapping("/requests." + GeoReportApi.FORMATS)
    ResponseEntity<byte[]> report(HttpServletRequest request) {
        var network = Networks.of(request.getRemoteAddr());
        limits.check(network);
        requireBounded(request);
        var parameters = CallParameters.of(request);
        requireKey(parameters);
        requireForm(request);
        Jurisdiction.check(parameters, district);
        var form = ReportForm.of(parameters, codeTable);
        var claim = new Claim(network, "open311 report " + network, EFFORT);
        var answer = admission.run(claim, () -> file(form, clock.instant()));
        var format = WireFormat.of(request.getRequestURI());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.typeWithEncoding())
                .body(format.write(answer));
    }

    private WireDocument file(ReportForm form, Instant now) {
        var report = form.report();
        var reading = reports.read(report);
        if (reading.outside().isPresent()) {
            throw GeoReportRefusal.bad("这个地方不在本街道，请向那里的街道反映，或拨打 12345");
        }
        var alike = reports.similar(reading, now);
        var repeated = alike.stream().filter(item -> isRepeated(item, reading, now)).findFirst();
        var filed = repeated.orElseGet(() -> reports.file(report, BY, now));
        var other = alike.stream().filter(item -> !item.number().equals(filed.number()));
        return answer(filed, notice.of(form, reading, other.findFirst(), filed));
    }

    private static boolean isRepeated(GridCase item, StaffReading reading, Instant now) {
        return item.origin().source() == CaseSource.OPEN311
                && item.reportedAt().isAfter(now.minus(REPEATED))
                && item.category().code().equals(reading.category().code())
                && isThere(item, reading.draft().place())
                && Plain.comparable(item.description())
                        .equals(Plain.comparable(reading.draft().description()));
    }

    private static boolean isThere(GridCase item, @Nullable Place place) {
        return place != null
                && item.place().equals(place.text())
                && Objects.equals(item.point(), place.point());
    }

    private static WireDocument answer(GridCase filed, @Nullable String notice) {
        var fields =
                Fields.of(
                        "service_request_id",
                        filed.number(),
                        "service_notice",
                        notice,
                        "account_id",
                        null);
        return new WireDocument("service_requests", new Items("request", List.of(fields)));
    }

    private void requireKey(CallParameters parameters) {
        if (!settings.accepts(parameters.find("api_key").orElse(null))) {
            throw GeoReportRefusal.forbidden("api_key 没有写，或者不对");
        }
    }

    // A body that does not tell its length may have no end.
    private static void requireBounded(HttpServletRequest request) {
        boolean endless =
                request.getContentLengthLong() < 0
                        && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (endless || request.getContentLengthLong() > MOST_BYTES) {
            throw GeoReportRefusal.bad("内容太长，最多 64 KB，并且要写明长度（Content-Length）");
        }
    }

    private static void requireForm(HttpServletRequest request) {
        if (!isForm(request.getContentType())) {
            throw GeoReportRefusal.bad(
                    "请用 Content-Type: application/x-www-form-urlencoded; charset=utf-8 发送");
        }
    }

    private static boolean isForm(@Nullable String type) {
        try {
            return type == null
                    || MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                            MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
