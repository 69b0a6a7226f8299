package org.ximen.cases;

import java.util.Optional;
import org.ximen.chat.Sender;
import org.ximen.photos.PhotoRecords;

/** Shows people what came of their case; always inside a transaction. */
final class ResultPhotos {
    private final EvidenceDesk evidence;
    private final PhotoRecords photos;

    ResultPhotos(EvidenceDesk evidence, PhotoRecords photos) {
        this.evidence = evidence;
        this.photos = photos;
    }

    Evidence evidence(Stored stored) {
        return evidence.of(stored);
    }

    /** The picture of a closed case, which the viewer may see from now on. */
    Optional<String> show(Stored stored, Sender viewer) {
        var item = stored.item();
        return item.state() == State.CLOSED
                ? evidence.of(stored).result(item.handlings()).map(photo -> shown(photo, viewer))
                : Optional.empty();
    }

    private String shown(CasePhoto photo, Sender viewer) {
        photos.show(photo.id(), viewer);
        return photo.id();
    }
}
