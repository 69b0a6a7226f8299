package org.ximen.staffapi;

import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.ximen.cases.CasePhotos;
import org.ximen.cases.Cases;
import org.ximen.cases.PhotoPhase;
import org.ximen.district.Point;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Pictures of staff for a step of a case, over HTTP. */
@RestController
@RequestMapping("/api/staff/cases")
public final class EvidenceApi {
    private final CasePhotos photos;
    private final Cases cases;
    private final InstantSource clock;

    public EvidenceApi(CasePhotos photos, Cases cases, InstantSource clock) {
        this.photos = photos;
        this.cases = cases;
        this.clock = clock;
    }

    @PostMapping(path = "/{number}/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    EvidenceView.Shot add(
            @PathVariable String number,
            @RequestParam String phase,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable Double lat,
            @RequestParam(required = false) @Nullable Double lon,
            @AuthenticationPrincipal StaffMember by)
            throws IOException {
        var added = new CasePhotos.Added(number, phase(phase), point(lat, lon));
        try (var bytes = file.getInputStream()) {
            var id = photos.add(added, bytes, by, clock.instant());
            return EvidenceView.of(cases.evidence(number)).photos().stream()
                    .filter(shot -> shot.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static PhotoPhase phase(String given) {
        var phase = Fields.constant("phase", PhotoPhase.class, given);
        if (phase == PhotoPhase.BEFORE) {
            throw new StaffRefused(INVALID, "phase 应是 AFTER（处置后）或 VERIFIED（核查）。");
        }
        return phase;
    }

    private static @Nullable Point point(@Nullable Double lat, @Nullable Double lon) {
        try {
            return lat == null || lon == null ? null : new Point(lat, lon);
        } catch (IllegalArgumentException e) {
            throw new StaffRefused(INVALID, "位置（lat、lon）不对，应是 WGS-84 的度数。");
        }
    }
}
