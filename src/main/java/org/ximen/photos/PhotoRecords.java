package org.ximen.photos;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ximen.chat.Sender;
import org.ximen.db.Db;

/** What is known of photos, for features that decide about them; their bytes are not here. */
public final class PhotoRecords {
    private final PhotoTable photos;
    private final ViewerTable viewers;

    public PhotoRecords(Db db) {
        this.photos = new PhotoTable(db);
        this.viewers = new ViewerTable(db);
    }

    /** What is known of a photo. */
    public Optional<Photo> find(String id) {
        return photos.find(id);
    }

    /** When the camera says that it was taken. */
    public Optional<Instant> takenAt(String id) {
        return photos.takenAt(id);
    }

    /** The first photo of a case that came earlier and is the same picture. */
    public Optional<Photo> twin(String id) {
        return photos.findTwin(id);
    }

    /** Whether both are the same picture. */
    public boolean areSame(String one, String other) {
        return photos.isSame(one, other);
    }

    /** Ties the owner's photo to a case, so that it is kept with it. */
    public void bind(String id, Sender owner, String caseNumber) {
        photos.bind(id, owner, caseNumber);
    }

    /** The owner's photo is another's from now on: it stays when the owner is forgotten. */
    public void give(String id, Sender owner, Sender other) {
        photos.give(id, owner, other);
    }

    /** From now on a chat may see a photo that is not its own. */
    public void show(String id, Sender viewer) {
        viewers.add(id, viewer);
    }

    /** The photos belong to no case any more: the daily sweep erases them. */
    public void release(List<String> ids) {
        ids.forEach(photos::release);
    }
}
