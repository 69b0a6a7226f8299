package org.ximen.staffapi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CasePhoto;
import org.ximen.cases.Evidence;
import org.ximen.cases.NoPhotoReason;
import org.ximen.cases.PhotoPhase;
import org.ximen.cases.PhotoWaiver;

/**
 * What a case has to show, as the API tells it.
 *
 * @param photos in the order in which they were added
 * @param withoutPhoto steps that have a reason instead
 */
record EvidenceView(List<Shot> photos, List<Reasoned> withoutPhoto) {
    /**
     * One picture.
     *
     * @param id to be fetched from {@code /api/staff/photos/{id}}
     * @param handling for which handling of the case, from 1; 0 for how it was reported
     * @param remarks what is odd about it
     */
    record Shot(
            String id,
            PhotoPhase phase,
            int handling,
            String author,
            @Nullable Instant at,
            CaseView.@Nullable Location location,
            List<String> remarks) {
        static Shot of(CasePhoto photo) {
            return new Shot(
                    photo.id(),
                    photo.phase(),
                    photo.handling(),
                    photo.author(),
                    photo.at(),
                    CaseView.Location.of(photo.point()),
                    photo.remarks());
        }
    }

    /** Why a step has no picture, and who was called. */
    record Reasoned(PhotoPhase phase, int handling, NoPhotoReason reason, @Nullable String called) {
        static Reasoned of(PhotoWaiver waiver) {
            return new Reasoned(
                    waiver.phase(), waiver.handling(), waiver.reason(), waiver.called());
        }
    }

    static EvidenceView of(Evidence evidence) {
        return new EvidenceView(
                evidence.photos().stream().map(Shot::of).toList(),
                evidence.waivers().stream().map(Reasoned::of).toList());
    }
}
