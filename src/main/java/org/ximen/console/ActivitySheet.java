package org.ximen.console;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.ximen.activities.Activities;
import org.ximen.activities.Activity;
import org.ximen.activities.ActivityDesk;
import org.ximen.activities.SignUp;
import org.ximen.activities.SignUpState;
import org.ximen.text.Language;

/**
 * An activity as its page shows it.
 *
 * @param open whether it can still be changed and called off
 * @param begun whether results can be published
 * @param today whether it can be noted who came
 */
record ActivitySheet(
        ActivityLine line,
        String about,
        String contest,
        String lastDay,
        String seatsEach,
        String reason,
        String result,
        boolean open,
        boolean begun,
        boolean today) {

    /** An activity as the list shows it. */
    record ActivityLine(
            long id, String title, String when, String place, String state, String filled) {
        static ActivityLine of(ActivityDesk.Filled filled, Instant now) {
            var activity = filled.activity();
            return new ActivityLine(
                    activity.id(),
                    activity.title(),
                    activity.plan().day().getYear() + "年" + Activities.when(activity, Language.ZH),
                    activity.plan().place(),
                    state(activity, now),
                    filled(filled));
        }

        private static String state(Activity activity, Instant now) {
            if (activity.isCancelled()) {
                return activity.state().shown();
            }
            return activity.takesSignUps(now) ? "报名中" : activity.hasBegun(now) ? "已开始" : "报名截止";
        }

        private static String filled(ActivityDesk.Filled filled) {
            var seats = filled.activity().plan().seats();
            var waiting = filled.waiting() == 0 ? "" : "，候补 " + filled.waiting();
            return filled.taken() + " / " + (seats == null ? "不限" : seats) + " 位" + waiting;
        }
    }

    /** One who signed up. */
    record SignUpLine(
            long id, String numbers, int seats, String state, String at, String came, boolean in) {
        static SignUpLine of(SignUp signUp, Instant now) {
            var attended = signUp.attended();
            return new SignUpLine(
                    signUp.id(),
                    signUp.numbers().isEmpty() ? "—" : signUp.numbers(),
                    signUp.seats(),
                    state(signUp, now),
                    Shown.time(signUp.signedAt(), now),
                    attended == null ? "" : attended ? "来了" : "没来",
                    signUp.state() == SignUpState.CONFIRMED);
        }

        private static String state(SignUp signUp, Instant now) {
            var until = signUp.offeredUntil();
            return until == null
                    ? signUp.state().shown()
                    : signUp.state().shown() + "，到 " + Shown.time(until, now);
        }
    }

    static ActivitySheet of(ActivityDesk.Filled filled, Instant now) {
        var activity = filled.activity();
        var plan = activity.plan();
        boolean begun = activity.hasBegun(now);
        return new ActivitySheet(
                ActivityLine.of(filled, now),
                plan.about(),
                plan.contest(),
                plan.lastDay().toString(),
                plan.seatsEach() + " 位",
                Objects.toString(activity.reason(), ""),
                Objects.toString(activity.result(), ""),
                !activity.isCancelled() && !begun,
                !activity.isCancelled() && begun,
                !activity.isCancelled() && !Shown.today(now).isBefore(plan.day()));
    }

    static List<SignUpLine> lines(List<SignUp> signUps, Instant now) {
        return signUps.stream().map(signUp -> SignUpLine.of(signUp, now)).toList();
    }
}
