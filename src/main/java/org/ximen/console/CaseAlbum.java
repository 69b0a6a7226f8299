package org.ximen.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.ximen.cases.CasePhoto;
import org.ximen.cases.Evidence;
import org.ximen.cases.PhotoPhase;

/**
 * The pictures of a case as its page shows them.
 *
 * @param sheets a phase each, those without anything left out
 */
record CaseAlbum(List<Sheet> sheets) {
    /**
     * A phase.
     *
     * @param reasons why there is no picture
     */
    record Sheet(String title, List<Print> prints, List<String> reasons) {
        boolean isEmpty() {
            return prints.isEmpty() && reasons.isEmpty();
        }
    }

    /** A picture, who added it and when, and what is odd about it. */
    record Print(String id, String author, String at, List<String> remarks) {}

    static CaseAlbum of(Evidence evidence, Instant now) {
        return new CaseAlbum(
                Arrays.stream(PhotoPhase.values())
                        .map(phase -> sheet(phase, evidence, now))
                        .filter(sheet -> !sheet.isEmpty())
                        .toList());
    }

    private static Sheet sheet(PhotoPhase phase, Evidence evidence, Instant now) {
        return new Sheet(
                phase.shown(),
                evidence.of(phase).stream().map(photo -> print(photo, now)).toList(),
                evidence.waivers().stream()
                        .filter(waiver -> waiver.phase() == phase)
                        .map(waiver -> "第 " + waiver.handling() + " 次：" + waiver.shown())
                        .toList());
    }

    private static Print print(CasePhoto photo, Instant now) {
        return new Print(photo.id(), photo.author(), Shown.time(photo.at(), now), photo.remarks());
    }
}
