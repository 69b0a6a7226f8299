package org.ximen.cases;

import java.util.List;
import java.util.Optional;

/**
 * What a case has to show for what was done.
 *
 * @param photos in the order in which they were added
 * @param waivers why steps have none
 */
public record Evidence(List<CasePhoto> photos, List<PhotoWaiver> waivers) {
    /** Nothing. */
    static final Evidence NONE = new Evidence(List.of(), List.of());

    public Evidence {
        photos = List.copyOf(photos);
        waivers = List.copyOf(waivers);
    }

    /** The pictures of a phase, of all handlings. */
    public List<CasePhoto> of(PhotoPhase phase) {
        return photos.stream().filter(photo -> photo.phase() == phase).toList();
    }

    /** The last picture of a phase that belongs to this handling. */
    Optional<CasePhoto> last(PhotoPhase phase, int handling) {
        return of(phase).stream()
                .filter(photo -> photo.handling() == handling)
                .reduce((one, later) -> later);
    }

    /** Why a phase of this handling has no picture. */
    Optional<PhotoWaiver> waiver(PhotoPhase phase, int handling) {
        return waivers.stream()
                .filter(each -> each.phase() == phase && each.handling() == handling)
                .findFirst();
    }

    /**
     * What shows best what came of a handling: as it was left, else as it was checked; nothing of
     * which anything is odd.
     */
    Optional<CasePhoto> result(int handling) {
        var left =
                waiver(PhotoPhase.AFTER, handling).isPresent()
                        ? Optional.<CasePhoto>empty()
                        : last(PhotoPhase.AFTER, handling);
        return left.filter(photo -> photo.remarks().isEmpty())
                .or(() ->
                        last(PhotoPhase.VERIFIED, handling)
                                .filter(photo -> photo.remarks().isEmpty()));
    }
}
