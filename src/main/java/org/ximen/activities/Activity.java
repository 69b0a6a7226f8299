package org.ximen.activities;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An activity (活动).
 *
 * @param notice id of the notice that announces it; null where it stands by itself
 * @param writtenBy account name
 * @param reason why it was called off; null unless it was
 * @param result that was published; null until then
 */
public record Activity(
        long id,
        @Nullable Long notice,
        ActivityState state,
        ActivityPlan plan,
        String writtenBy,
        @Nullable String reason,
        @Nullable String result) {
    /** Its name. */
    public String title() {
        return plan.title();
    }

    /** Whether it was called off. */
    public boolean isCancelled() {
        return state == ActivityState.CANCELLED;
    }

    /** Whether it has begun. */
    public boolean hasBegun(Instant now) {
        return !now.isBefore(plan.begins());
    }

    /** Whether one can sign up, as far as the days go. */
    public boolean takesSignUps(Instant now) {
        return !isCancelled() && !hasBegun(now) && !ActivityPlan.day(now).isAfter(plan.lastDay());
    }
}
