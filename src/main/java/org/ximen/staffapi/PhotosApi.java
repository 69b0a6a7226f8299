package org.ximen.staffapi;

import java.time.InstantSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.cases.CasePhotos;
import org.ximen.staff.StaffMember;

/** Photos of cases over HTTP, for those who see the case; each look is recorded. */
@RestController
@RequestMapping("/api/staff/photos")
public final class PhotosApi {
    private final CasePhotos photos;
    private final InstantSource clock;

    public PhotosApi(CasePhotos photos, InstantSource clock) {
        this.photos = photos;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> get(@PathVariable String id, @AuthenticationPrincipal StaffMember by) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(photos.get(id, by, clock.instant()));
    }
}
