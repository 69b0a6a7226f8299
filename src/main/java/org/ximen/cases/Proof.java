package org.ximen.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody shows for a step.
 *
 * @param photos ids of pictures of the case that were added before; empty where those of the step's
 *     phase will do
 * @param reason name or word of a {@link NoPhotoReason}
 * @param called who answered the telephone, where it was checked by a call
 */
public record Proof(List<String> photos, @Nullable String reason, @Nullable String called) {
    /** Nothing besides the pictures that the case has. */
    public static final Proof NONE = new Proof(List.of(), null, null);

    public Proof {
        photos = List.copyOf(photos);
        reason = Move.filled(reason);
        called = Move.filled(called);
    }

    /** A reason in place of a picture. */
    public static Proof without(NoPhotoReason reason) {
        return new Proof(List.of(), reason.name(), null);
    }

    /** Somebody was called. */
    public static Proof call(String called) {
        return new Proof(List.of(), NoPhotoReason.CALL.name(), called);
    }
}
