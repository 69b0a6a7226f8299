package org.ximen.activities;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Plain;
import org.ximen.workdays.WorkCalendar;

/**
 * What an activity is to be.
 *
 * @param title 1 to 60 characters
 * @param about what residents read about it, at most 1000 characters; may be empty
 * @param contest which contest and which round it belongs to, such as “西门杯” 初赛; empty for none
 * @param ends null where nobody knows
 * @param lastDay on which one can sign up, to its end; not after the day it begins
 * @param seats 1 to 100,000; null for as many as want to come
 * @param seatsEach that one person may take, 1 to 20
 */
public record ActivityPlan(
        String title,
        String about,
        String contest,
        String place,
        Instant begins,
        @Nullable Instant ends,
        LocalDate lastDay,
        @Nullable Integer seats,
        int seatsEach) {
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_PLACE = 100;
    private static final int MOST_SEATS = 100_000;
    private static final int MOST_EACH = 20;

    public ActivityPlan {
        title = line(title);
        about = Plain.visible(about);
        contest = line(contest);
        place = line(place);
        require(!title.isEmpty(), "请填写活动的名称。");
        require(title.length() <= LONGEST_TITLE, "名称最多 " + LONGEST_TITLE + " 个字，请缩短一些。");
        require(about.length() <= LONGEST_TEXT, "介绍最多 " + LONGEST_TEXT + " 个字，请缩短一些。");
        require(contest.length() <= LONGEST_TITLE, "比赛和轮次最多 " + LONGEST_TITLE + " 个字。");
        require(!place.isEmpty(), "请填写活动在哪里。");
        require(place.length() <= LONGEST_PLACE, "地点最多 " + LONGEST_PLACE + " 个字，请缩短一些。");
        require(ends == null || ends.isAfter(begins), "结束时间要在开始以后，请改正后再试。");
        require(!lastDay.isAfter(day(begins)), "报名截止日不能晚于活动那天，请改早一些。");
        require(
                seats == null || seats >= 1 && seats <= MOST_SEATS,
                "名额是 1 到 " + MOST_SEATS + " 的整数；不限名额就不填。");
        require(seatsEach >= 1 && seatsEach <= MOST_EACH, "每人可报的位数是 1 到 " + MOST_EACH + "。");
        require(seats == null || seatsEach <= seats, "每人可报的位数不能比名额还多。");
    }

    private static String line(String text) {
        return Plain.visible(text).replaceAll("\\s+", " ");
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, otherwise);
        }
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkCalendar.ZONE);
    }

    /** The day on which it is. */
    public LocalDate day() {
        return day(begins);
    }

    /** Whether those who signed up have to hear of the change. */
    boolean movesTo(ActivityPlan other) {
        return !begins.equals(other.begins)
                || !place.equals(other.place)
                || !java.util.Objects.equals(ends, other.ends);
    }
}
