package org.ximen.dialogue.activities;

import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.QUESTION;
import static org.ximen.chat.Reply.Kind.STATUS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ximen.activities.Activities;
import org.ximen.activities.Activity;
import org.ximen.activities.SignUp;
import org.ximen.activities.SignUpAnswer;
import org.ximen.activities.SignUpState;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Turn;
import org.ximen.text.Plain;

/** What is said about activities. */
final class ActivityWords {
    private static final int MOST_BUTTONS = 6;
    private static final int MOST_LINES = 6;
    private static final int LONGEST_ABOUT = 60;

    private final Activities activities;
    private final SkillTexts texts = new SkillTexts(ActivityWords.class);

    ActivityWords(Activities activities) {
        this.activities = activities;
    }

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }

    private Choice button(Turn turn, String name, Activity activity) {
        return texts.button(turn.language(), name, String.valueOf(activity.id()));
    }

    /** A line for each, with a button to sign up. */
    Reply list(Turn turn, List<Activity> open) {
        if (open.isEmpty()) {
            var notices = texts.button(turn.language(), "notices");
            return Reply.of(HELP, say(turn, "none"), notices, person(turn));
        }
        return Reply.of(HELP, say(turn, "open", lines(turn, open)), buttons(turn, open));
    }

    private Choice person(Turn turn) {
        return texts.button(turn.language(), "person");
    }

    String lines(Turn turn, List<Activity> open) {
        var lines =
                open.stream()
                        .limit(MOST_LINES)
                        .map(each -> line(turn, each))
                        .collect(Collectors.joining("\n"));
        return open.size() <= MOST_LINES
                ? lines
                : lines + "\n" + say(turn, "more", open.size() - MOST_LINES);
    }

    private String line(Turn turn, Activity activity) {
        var plan = activity.plan();
        var contest = plan.contest().isEmpty() ? "" : say(turn, "contest", plan.contest());
        return say(
                turn,
                "line",
                activity.title() + contest,
                when(turn, activity),
                plan.place(),
                left(turn, activity),
                plan.lastDay(),
                plan.about().isEmpty() ? "" : say(turn, "about", shortened(plan.about())));
    }

    private static String shortened(String about) {
        int length = about.codePointCount(0, about.length());
        return length <= LONGEST_ABOUT
                ? about
                : about.substring(0, about.offsetByCodePoints(0, LONGEST_ABOUT)) + "…";
    }

    /** Whether the words are 来 or 不来, as the buttons of an offer are; empty if neither. */
    Optional<Boolean> comes(Turn turn) {
        if (isSaid(turn, "button.sign-come")) {
            return Optional.of(true);
        }
        return isSaid(turn, "button.sign-pass") ? Optional.of(false) : Optional.empty();
    }

    private boolean isSaid(Turn turn, String key) {
        return turn.plain().equals(Plain.comparable(say(turn, key)));
    }

    private static String when(Turn turn, Activity activity) {
        return Activities.when(activity, turn.language());
    }

    private String left(Turn turn, Activity activity) {
        return activities
                .left(activity)
                .map(left -> left > 0 ? say(turn, "left", left) : say(turn, "full"))
                .orElseGet(() -> say(turn, "unlimited"));
    }

    List<Choice> buttons(Turn turn, List<Activity> open) {
        return open.stream()
                .limit(MOST_BUTTONS)
                .map(each ->
                        texts.button(
                                turn.language(),
                                "sign-up",
                                String.valueOf(each.id()),
                                each.title()))
                .toList();
    }

    /** Which of several is meant. */
    Reply which(Turn turn, List<Activity> open) {
        return Reply.of(QUESTION, say(turn, "which", lines(turn, open)), buttons(turn, open));
    }

    /** How many seats. */
    Reply howMany(Turn turn, Activity activity) {
        int each = activity.plan().seatsEach();
        var choices =
                IntStream.rangeClosed(1, Math.min(each, MOST_BUTTONS))
                        .mapToObj(count -> seats(turn, activity, count))
                        .toList();
        var key = each == 1 ? "how-many.one" : "how-many";
        var text =
                say(
                        turn,
                        key,
                        activity.title(),
                        when(turn, activity),
                        activity.plan().place(),
                        left(turn, activity),
                        each);
        return Reply.of(QUESTION, text, choices);
    }

    private Choice seats(Turn turn, Activity activity, int count) {
        return texts.button(turn.language(), "sign-seats", activity.id() + "," + count, count);
    }

    /** What came of a wish. */
    Reply answer(Turn turn, SignUpAnswer answer) {
        var activity = answer.activity();
        var signUp = answer.signUp();
        return switch (answer.outcome()) {
            case CONFIRMED, WAITING, ALREADY ->
                    activity == null || signUp == null
                            ? gone(turn)
                            : standing(turn, answer, activity, signUp);
            case CANCELLED ->
                    activity == null || signUp == null
                            ? gone(turn)
                            : Reply.of(
                                    STATUS,
                                    say(turn, "cancelled", activity.title(), when(turn, activity)),
                                    button(turn, "again", activity));
            case TOO_MANY -> activity == null ? gone(turn) : tooMany(turn, activity);
            case OVER -> activity == null ? gone(turn) : over(turn, activity);
            case BEGUN -> activity == null ? gone(turn) : begun(turn, activity);
            case NOT_FOR -> activity == null ? gone(turn) : notFor(turn, activity);
            case GONE, NONE -> gone(turn);
        };
    }

    private Reply tooMany(Turn turn, Activity activity) {
        var asked = howMany(turn, activity);
        return asked.after(say(turn, "too-many", activity.plan().seatsEach()));
    }

    private Reply over(Turn turn, Activity activity) {
        return Reply.of(
                STATUS,
                say(turn, "over", activity.title(), activity.plan().lastDay()),
                texts.button(turn.language(), "activities"));
    }

    private Reply begun(Turn turn, Activity activity) {
        return Reply.of(STATUS, say(turn, "begun", activity.title(), when(turn, activity)));
    }

    private Reply notFor(Turn turn, Activity activity) {
        return Reply.of(
                STATUS,
                say(turn, "not-for", activity.title()),
                texts.button(turn.language(), "subscribe-area"),
                texts.button(turn.language(), "activities"),
                person(turn));
    }

    private Reply standing(Turn turn, SignUpAnswer answer, Activity activity, SignUp signUp) {
        boolean before = answer.outcome() == SignUpAnswer.Outcome.ALREADY;
        var text = (before ? say(turn, "already") : "") + state(turn, answer, activity, signUp);
        return Reply.of(STATUS, text, choices(turn, activity, signUp));
    }

    private List<Choice> choices(Turn turn, Activity activity, SignUp signUp) {
        return switch (signUp.state()) {
            case OFFERED ->
                    List.of(
                            button(turn, "sign-come", activity),
                            button(turn, "sign-pass", activity));
            case CONFIRMED, WAITING -> List.of(button(turn, "sign-off", activity));
            case CANCELLED -> List.of();
        };
    }

    private String state(Turn turn, SignUpAnswer answer, Activity activity, SignUp signUp) {
        int left = signUp.state() == SignUpState.WAITING ? activities.left(activity).orElse(0) : 0;
        var key =
                switch (signUp.state()) {
                    case CONFIRMED -> "confirmed";
                    case OFFERED -> "offered";
                    case WAITING -> left > 0 ? "waiting.few" : "waiting";
                    case CANCELLED -> "cancelled";
                };
        return say(
                turn,
                key,
                activity.title(),
                when(turn, activity),
                activity.plan().place(),
                signUp.seats(),
                signUp.numbers(),
                place(turn, answer.ahead()),
                Activities.until(signUp, turn.language()),
                left);
    }

    private String place(Turn turn, long ahead) {
        return ahead < SignUpAnswer.MOST_AHEAD
                ? String.valueOf(ahead + 1)
                : say(turn, "far", SignUpAnswer.MOST_AHEAD);
    }

    /** All that somebody signed up for. */
    Reply own(Turn turn, List<SignUpAnswer> own) {
        if (own.isEmpty()) {
            return Reply.of(
                    HELP, say(turn, "own.none"), texts.button(turn.language(), "activities"));
        }
        var lines = new ArrayList<String>();
        var choices = new ArrayList<Choice>();
        for (var each : own) {
            var activity = each.activity();
            var signUp = each.signUp();
            if (activity != null && signUp != null) {
                lines.add(state(turn, each, activity, signUp));
                choices.addAll(
                        own.size() == 1
                                ? choices(turn, activity, signUp)
                                : List.of(named(turn, activity)));
            }
        }
        return Reply.of(STATUS, say(turn, "own", String.join("\n", lines)), choices);
    }

    private Choice named(Turn turn, Activity activity) {
        return SkillTexts.labelled(
                say(turn, "off.named", activity.title()),
                "sign-off",
                String.valueOf(activity.id()));
    }

    /** The button is of something that is not there any more. */
    Reply gone(Turn turn) {
        return Reply.of(HELP, say(turn, "gone"), texts.button(turn.language(), "activities"));
    }

    /** What else is offered beside notices; empty where there is nothing. */
    String beside(Turn turn, List<Activity> open) {
        return open.isEmpty() ? "" : say(turn, "open", lines(turn, open));
    }
}
