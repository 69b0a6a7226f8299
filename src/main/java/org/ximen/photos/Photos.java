package org.ximen.photos;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.admission.TooBusy;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.isolation.IsolatedRun;

/** Takes pictures in, keeps them, and shows them to their owner and to staff. */
public final class Photos {
    private static final Logger LOG = LoggerFactory.getLogger(Photos.class);

    /** The most bytes that are read of a file. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    // A report that is not finished by then is not going to be.
    private static final Duration KEEP_FREE = Duration.ofDays(7);
    private static final Duration KEEP_STRANGERS = Duration.ofDays(1);

    private final MediaFolder media;
    private final Db db;
    private final PhotoTable table;
    private final ViewerTable viewers;
    private final HandleTable handles;
    private final Darkroom darkroom = new Darkroom(Runtime.getRuntime());
    private final SecureRandom random = new SecureRandom();

    /**
     * @param media folder of the files, outside whatever the web server shows; made when needed
     */
    public Photos(Path media, Db db) {
        this.media = new MediaFolder(media);
        this.db = db;
        this.table = new PhotoTable(db);
        this.viewers = new ViewerTable(db);
        this.handles = new HandleTable(db);
    }

    /**
     * Takes a picture in: JPEG, PNG or WebP by its content, at most 10 MB and 40 megapixels. What
     * is kept is a new JPEG, upright, at most 2048 pixels long, without metadata.
     *
     * @param network where it comes from: networks take turns
     * @throws PhotoRefused with a sentence for the person
     * @throws TooBusy if too many others come first; nothing was read
     * @throws IOException if the stream breaks
     */
    public Photo accept(InputStream bytes, Sender owner, String network, Instant now)
            throws IOException {
        if (!db.isRoomy()) {
            throw PhotoRefused.noRoom();
        }
        var picture = darkroom.develop(bytes, owner, network);
        var id = newId();
        media.write(id, picture.jpeg());
        var size = picture.jpeg().length;
        var photo = new Photo(id, owner, size, picture.width(), picture.height(), now, null);
        db.run(() -> table.add(photo, new PhotoTrace(picture.digest(), picture.takenAt())));
        return photo;
    }

    /** The same for what comes from no network of its own. */
    public Photo accept(InputStream bytes, Sender owner, Instant now) throws IOException {
        return accept(bytes, owner, owner.channel() + ":" + owner.address(), now);
    }

    /** What is known of a photo, for those who decide about it; its bytes need {@link #open}. */
    public Optional<Photo> find(String id) {
        return ID.matcher(id).matches() ? table.find(id) : Optional.empty();
    }

    /** The JPEG, if there is such a photo and the viewer may see it. */
    public Optional<byte[]> open(String id, Viewer viewer) {
        return find(id).filter(photo -> maySee(viewer, photo)).flatMap(p -> media.read(p.id()));
    }

    /** Ties the owner's photos to a case, so that they are kept with it. */
    public void bind(List<String> ids, Sender owner, String caseNumber) {
        ids.forEach(id -> table.bind(id, owner, caseNumber));
    }

    /** By which name a messenger knows a photo that it was given, while it does. */
    public Optional<String> handle(String id, String channel, Instant now) {
        return handles.find(id, channel, now);
    }

    /**
     * A messenger was given a photo and knows it by this name until then. Where that cannot be
     * kept, the photo is given anew another time: what was sent stays sent.
     */
    public void keepHandle(String id, String channel, String handle, Instant until) {
        try {
            db.run(() -> handles.put(id, channel, handle, until));
        } catch (RuntimeException e) {
            LOG.warn("the name of picture {} in {} was not kept", id, channel, e);
        }
    }

    /** The messenger knows the name no more. */
    public void dropHandle(String id, String channel) {
        db.run(() -> handles.drop(id, channel));
    }

    /** How many photos of others a chat was shown. */
    public int shownTo(Sender chat) {
        return viewers.count(chat);
    }

    /** All photos that came from one chat, oldest first. */
    public List<Photo> of(Sender owner) {
        return table.listOf(owner);
    }

    /**
     * Erases every photo that came from one chat, those of cases too, and what it was shown. Rows
     * go last: a call that was interrupted is finished by the next one.
     *
     * @return how many
     */
    public int forget(Sender owner) {
        var photos = table.listOf(owner);
        db.run(() -> viewers.forget(owner));
        db.run(() -> photos.forEach(photo -> table.delete(photo.id())));
        photos.forEach(photo -> media.delete(photo.id()));
        return photos.size();
    }

    /**
     * Erases photos that no case took within a week, and files that an interrupted call left; meant
     * for once a day.
     *
     * @return how many files
     */
    public int sweep(Instant now) {
        handles.trim(now);
        var free = table.listFree(now.minus(KEEP_FREE));
        int erased = IsolatedRun.each(free, this::erase, Photos::aside);
        for (var shard : media.shards()) {
            erased += IsolatedRun.of(() -> strangers(shard, now), why -> aside(shard, why));
        }
        return erased;
    }

    private int strangers(String shard, Instant now) {
        var known = new HashSet<>(table.listShard(shard));
        return media.deleteStrangers(shard, known, now.minus(KEEP_STRANGERS));
    }

    /** What cannot be deleted is tried again by the next sweep, and holds up no other. */
    private static int aside(String name, Throwable why) {
        LOG.error("照片 {} 删不掉，下次再试", name, why);
        return 0;
    }

    private void erase(String id) {
        media.delete(id);
        table.delete(id);
    }

    private boolean maySee(Viewer viewer, Photo photo) {
        return switch (viewer) {
            case Viewer.Owner(var sender) ->
                    sender.equals(photo.owner()) || viewers.has(photo.id(), sender);
            case Viewer.Staff(var name) -> !name.isBlank();
        };
    }

    private String newId() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
