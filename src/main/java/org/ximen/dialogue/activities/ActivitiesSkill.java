package org.ximen.dialogue.activities;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.activities.Activities;
import org.ximen.activities.Activity;
import org.ximen.activities.SignUp;
import org.ximen.activities.SignUpAnswer;
import org.ximen.activities.SignUpState;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.understanding.Act;

/** Signs people up for activities by words and buttons, and lets them cancel. */
public final class ActivitiesSkill implements Skill {
    private static final String NAME = "activities";
    private static final String SEATS = "seats";
    private static final String SEATS_OF = "sign-seats:";
    // Who asks at home how many come answers on the same day.
    private static final Duration WAITED = Duration.ofHours(12);
    private static final String COME = "sign-come:";
    // As sure as words about notices have to be.
    private static final double SURE = 0.8;

    private final Activities activities;
    private final MeantActivity meant;
    private final ActivityWords words;

    /** Reads and writes sign-ups by these features. */
    public ActivitiesSkill(Features features) {
        this.activities = features.activities();
        this.meant = new MeantActivity(activities);
        this.words = new ActivityWords(activities);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.SIGNUP);
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(
                entry("activities", "activities"),
                entry("活动", "activities"),
                entry("报名", "sign-up-now"),
                entry("取消报名", "sign-offs"),
                entry("我的报名", "sign-ups"));
    }

    @Override
    public Set<String> buttons() {
        return Set.of(
                "activities",
                "sign-up",
                "again",
                "notice-sign",
                "sign-seats",
                "sign-off",
                "sign-come",
                "sign-pass");
    }

    /** How many seats; a yes to a seat that became free; what one has signed up for. */
    @Override
    public Optional<Work> answer(Turn turn) {
        if (turn.standing().draft() != null || turn.reading().clauses().size() > 1) {
            return Optional.empty();
        }
        return counted(turn).or(() -> offered(turn)).or(() -> accepted(turn)).or(() -> ofOwn(turn));
    }

    private Optional<Work> counted(Turn turn) {
        var asked = turn.standing().asked();
        if (asked == null || !asked.is(NAME, SEATS) || !turn.answersLast(WAITED)) {
            return Optional.empty();
        }
        long id = id(asked.value());
        if (!wasTold(turn, SEATS_OF + id + ",")) {
            return Optional.empty(); // it has been spoken of something else since
        }
        var bare = SeatWish.answering(turn.words());
        if (bare.isEmpty() && turn.act() == Act.YES) {
            return Optional.of(standing -> agreed(turn, id, standing));
        }
        return bare.map(seats -> standing -> sign(turn, id, seats, standing));
    }

    /** A yes with a number says how many; without one it does where there is one seat to take. */
    private Step agreed(Turn turn, long id, Conversation standing) {
        return SeatWish.in(turn.words())
                .map(seats -> sign(turn, id, seats, standing))
                .orElseGet(() -> wanted(turn, activities.find(id), standing));
    }

    private static boolean wasTold(Turn turn, String button) {
        return turn.around().last().stream()
                .flatMap(reply -> reply.choices().stream())
                .anyMatch(choice -> choice.value().startsWith(button));
    }

    /** 来 or 不来, as the offer asked for it, is kept whatever was said since. */
    private Optional<Work> offered(Turn turn) {
        var asked = turn.standing().asked();
        boolean free = asked == null || asked.skill().equals(NAME);
        var comes = free ? words.comes(turn) : Optional.<Boolean>empty();
        return comes.flatMap(yes ->
                onlyOffer(turn)
                        .map(id ->
                                standing ->
                                        yes
                                                ? accept(turn, id, standing)
                                                : pass(turn, id, standing)));
    }

    private Optional<Long> onlyOffer(Turn turn) {
        var offers =
                own(turn).stream()
                        .map(SignUpAnswer::signUp)
                        .flatMap(Stream::ofNullable)
                        .filter(signUp -> signUp.state() == SignUpState.OFFERED)
                        .map(SignUp::activity)
                        .toList();
        return offers.size() == 1 ? Optional.of(offers.getFirst()) : Optional.empty();
    }

    private Optional<Work> accepted(Turn turn) {
        return turn.act() == Act.YES
                ? turn.around().last().stream()
                        .flatMap(reply -> reply.choices().stream())
                        .filter(choice -> choice.value().startsWith(COME))
                        .findFirst()
                        .map(choice -> id(choice.value().substring(COME.length())))
                        .map(id -> standing -> accept(turn, id, standing))
                : Optional.empty();
    }

    /** Words about a sign-up lead to nothing but a look at it: what is lost comes by a button. */
    private Optional<Work> ofOwn(Turn turn) {
        var act = turn.act();
        if (act == Act.SIGNUP) {
            return isPlain(turn) ? Optional.of(take(turn, new Call.Said(act))) : Optional.empty();
        }
        boolean perhaps = act == Act.WITHDRAW || act == Act.STATUS;
        boolean ofCase =
                !turn.around().cases().isEmpty()
                        || turn.around().ticket().isPresent()
                        || turn.around().suggestion().isPresent();
        return perhaps && !ofCase && !own(turn).isEmpty()
                ? Optional.of(standing -> owned(turn, standing))
                : Optional.empty();
    }

    /** Less plain words may ask more of the last answer, or something else. */
    private boolean isPlain(Turn turn) {
        var all = candidates(open(turn), own(turn));
        return !all.isEmpty() && (turn.sureness() >= SURE || meant.by(turn, all) != null);
    }

    private List<Activity> open(Turn turn) {
        return activities.open(turn.person(), turn.now());
    }

    private List<SignUpAnswer> own(Turn turn) {
        return activities.of(turn.person(), turn.now());
    }

    private Step owned(Turn turn, Conversation standing) {
        return Step.of(words.own(turn, own(turn)), standing);
    }

    @Override
    public Work take(Turn turn, Call call) {
        return switch (call) {
            case Call.Said(var act) -> standing -> said(turn, standing);
            case Call.Commanded(var command, var rest) ->
                    standing -> commanded(turn, command, standing);
            case Call.Pressed(var button, var value) ->
                    standing -> pressed(turn, button, value, standing);
            default -> standing -> list(turn, standing);
        };
    }

    private Step commanded(Turn turn, String command, Conversation standing) {
        return switch (command) {
            case "sign-offs" -> signOff(turn, standing);
            case "sign-ups" -> owned(turn, standing);
            case "sign-up-now" -> said(turn, standing);
            default -> list(turn, standing);
        };
    }

    private Step list(Turn turn, Conversation standing) {
        return Step.of(words.list(turn, open(turn)), standing);
    }

    /** The only one is cancelled; of several it is asked which. */
    private Step signOff(Turn turn, Conversation standing) {
        var own = own(turn);
        var only = own.size() == 1 ? own.getFirst().activity() : null;
        return only == null ? owned(turn, standing) : cancel(turn, only.id(), standing);
    }

    private Step pressed(Turn turn, String button, String value, Conversation standing) {
        return switch (button) {
            case "sign-up", "again" -> wanted(turn, activities.find(id(value)), standing);
            case "notice-sign" -> wanted(turn, activities.ofNotice(id(value)), standing);
            case "sign-seats" -> seats(turn, value.split(",", 2), standing);
            case "sign-off" -> cancel(turn, id(value), standing);
            case "sign-come" -> accept(turn, id(value), standing);
            case "sign-pass" -> pass(turn, id(value), standing);
            default -> list(turn, standing);
        };
    }

    private Step seats(Turn turn, String[] parts, Conversation standing) {
        int count = parts.length < 2 ? 0 : (int) Math.min(id(parts[1]), Integer.MAX_VALUE);
        return sign(turn, id(parts[0]), count, standing);
    }

    /** By a button: who may take one seat only takes it at once. */
    private Step wanted(Turn turn, Optional<Activity> activity, Conversation standing) {
        return activity.map(found ->
                        found.plan().seatsEach() == 1
                                ? sign(turn, found.id(), 1, standing)
                                : asked(turn, found, standing))
                .orElseGet(() -> Step.of(words.gone(turn), standing));
    }

    private Step asked(Turn turn, Activity activity, Conversation standing) {
        var known = activities.standing(activity, turn.person());
        boolean open =
                activity.takesSignUps(turn.now()) && activities.isFor(activity, turn.person());
        if (known != null || !open) {
            return known != null
                    ? done(turn, known, standing)
                    : sign(turn, activity.id(), 1, standing);
        }
        var asking = new OpenQuestion(NAME, SEATS, String.valueOf(activity.id()));
        return Step.of(words.howMany(turn, activity), standing.asking(asking));
    }

    /** By words: what is meant, else what there is to choose from. */
    private Step said(Turn turn, Conversation standing) {
        var open = open(turn);
        var own = own(turn);
        var one = meant.by(turn, candidates(open, own));
        if (one != null) {
            return signOrAsk(turn, one, standing);
        }
        if (!own.isEmpty()) {
            return owned(turn, standing);
        }
        return open.size() == 1
                ? asked(turn, open.getFirst(), standing)
                : several(turn, open, standing);
    }

    /** Words that may mean another thing are asked about, though they say how many. */
    private Step signOrAsk(Turn turn, Activity one, Conversation standing) {
        boolean fresh = activities.standing(one, turn.person()) == null;
        return fresh && meant.isPlain(turn, one)
                ? SeatWish.in(turn.words())
                        .map(count -> sign(turn, one.id(), count, standing))
                        .orElseGet(() -> asked(turn, one, standing))
                : asked(turn, one, standing);
    }

    private Step several(Turn turn, List<Activity> open, Conversation standing) {
        var reply = open.isEmpty() ? words.list(turn, open) : words.which(turn, open);
        return Step.of(reply, standing);
    }

    private static List<Activity> candidates(List<Activity> open, List<SignUpAnswer> own) {
        var all = new ArrayList<>(open);
        for (var each : own) {
            var activity = each.activity();
            if (activity != null && !all.contains(activity)) {
                all.add(activity);
            }
        }
        return all;
    }

    private Step sign(Turn turn, long id, int count, Conversation standing) {
        return done(turn, activities.sign(id, turn.person(), count, turn.now()), standing);
    }

    private Step cancel(Turn turn, long id, Conversation standing) {
        return done(turn, activities.cancel(id, turn.person(), turn.now()), standing);
    }

    private Step accept(Turn turn, long id, Conversation standing) {
        return done(turn, activities.accept(id, turn.person(), turn.now()), standing);
    }

    private Step pass(Turn turn, long id, Conversation standing) {
        return done(turn, activities.decline(id, turn.person(), turn.now()), standing);
    }

    /** After too many seats it is still asked how many. */
    private Step done(Turn turn, SignUpAnswer answer, Conversation standing) {
        var activity = answer.activity();
        var settled = standing.wasAsked(NAME, SEATS) ? standing.asking(null) : standing;
        var next =
                activity != null && answer.outcome() == SignUpAnswer.Outcome.TOO_MANY
                        ? settled.asking(
                                new OpenQuestion(NAME, SEATS, String.valueOf(activity.id())))
                        : settled;
        return Step.of(words.answer(turn, answer), next);
    }

    /** What one can sign up for, beside notices. */
    public Reply beside(Turn turn, Reply notices) {
        var open = open(turn);
        if (open.isEmpty()) {
            return notices;
        }
        var choices = new ArrayList<>(words.buttons(turn, open));
        choices.addAll(notices.choices());
        return notices.saying(notices.text() + "\n\n" + words.beside(turn, open)).offering(choices);
    }

    private static long id(@Nullable String value) {
        return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }
}
