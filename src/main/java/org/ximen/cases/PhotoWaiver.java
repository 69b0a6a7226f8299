package org.ximen.cases;

import org.jspecify.annotations.Nullable;

/**
 * Why a step has no picture.
 *
 * @param handling which handling of the case it is about, from 1
 * @param called who answered the telephone
 */
public record PhotoWaiver(
        PhotoPhase phase, int handling, NoPhotoReason reason, @Nullable String called) {
    /** In words for staff. */
    public String shown() {
        return called == null ? reason.shown() : reason.shown() + "：" + called;
    }
}
