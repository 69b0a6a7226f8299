package org.ximen.cases;

import org.ximen.photos.PhotoRecords;
import org.ximen.text.Masking;

/** Takes a person out of the cases; the cases themselves stay, for they are counted. */
final class Forgetting {
    private static final String GONE = "（已按反映人的要求删除）";

    private final CaseTable cases;
    private final EventTable events;
    private final FollowerTable followers;
    private final RatingTable ratings;
    private final EvidenceTable evidence;
    private final UnitTable units;
    private final PhotoRecords photos;

    Forgetting(Tables tables, PhotoRecords photos) {
        this.cases = tables.cases();
        this.events = tables.events();
        this.followers = tables.followers();
        this.ratings = tables.ratings();
        this.evidence = tables.evidence();
        this.units = tables.units();
        this.photos = photos;
    }

    /**
     * Cuts all cases from the person. What is over loses its words, pictures and exact place at
     * once; what is still being handled keeps the place and masked words until it is over.
     */
    void forget(long person) {
        for (var stored : cases.reportedBy(person)) {
            cases.unlink(stored.id());
            if (stored.item().state().over()) {
                wipe(stored);
            } else {
                cases.rewrite(stored.id(), Masking.mask(stored.item().description()));
                cases.dropReportedPhotos(stored.id());
            }
        }
        followers.forget(person);
        ratings.forget(person);
    }

    /** Empties what could lead back to the person. */
    void wipe(Stored stored) {
        cases.rewrite(stored.id(), GONE);
        cases.blur(stored.id());
        photos.release(cases.dropPhotos(stored.id()));
        evidence.wipeNames(stored.id());
        events.wipeWords(stored.id());
        units.wipeNotes(stored.id());
    }
}
