package org.ximen.activities;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.text.BilingualTexts;
import org.ximen.text.Language;
import org.ximen.workdays.WorkCalendar;

/** Tells those who signed up what they did not ask for. */
final class ActivityNews {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Residents residents;
    private final Outbox outbox;
    private final BilingualTexts texts = new BilingualTexts(ActivityNews.class);

    /** What all who signed up are told. */
    enum Kind {
        /** It was called off. */
        CANCELLED,
        /** Another time or place. */
        MOVED,
        /** What came of it. */
        RESULT
    }

    ActivityNews(Residents residents, Outbox outbox) {
        this.residents = residents;
        this.outbox = outbox;
    }

    /** When it is, such as 12月3日 13:00–15:00. */
    static String when(Activity activity, Language language) {
        var plan = activity.plan();
        var begins = at(plan.begins());
        var text = day(begins, language) + " " + TIME.format(begins);
        var ends = plan.ends();
        if (ends == null) {
            return text;
        }
        var end = at(ends);
        boolean same = end.toLocalDate().equals(begins.toLocalDate());
        return text + "–" + (same ? "" : day(end, language) + " ") + TIME.format(end);
    }

    /** An instant of a day, such as 12月3日 20:00. */
    static String moment(Instant at, Language language) {
        var local = at(at);
        return day(local, language) + " " + TIME.format(local);
    }

    private static LocalDateTime at(Instant instant) {
        return ZonedDateTime.ofInstant(instant, WorkCalendar.ZONE).toLocalDateTime();
    }

    private static String day(LocalDateTime at, Language language) {
        return language == Language.ZH
                ? at.getMonthValue() + "月" + at.getDayOfMonth() + "日"
                : at.toLocalDate().toString();
    }

    /** A seat became free. */
    void offered(Activity activity, SignUp signUp, Instant until, Instant now) {
        tell(
                signUp,
                person -> {
                    var language = person.speaks();
                    var text = say(language, "offered", activity, moment(until, language), signUp);
                    return Reply.of(
                            Reply.Kind.STATUS,
                            text,
                            button(language, "sign-come", activity),
                            button(language, "sign-pass", activity));
                },
                now);
    }

    private Choice button(Language language, String name, Activity activity) {
        return new Choice(texts.say(language, "button." + name), name + ":" + activity.id());
    }

    /** Who waited has a seat, since now there are enough for all. */
    void given(Activity activity, SignUp signUp, Instant now) {
        tell(
                signUp,
                person -> {
                    var language = person.speaks();
                    return Reply.of(
                            Reply.Kind.STATUS,
                            say(language, "given", activity, signUp.numbers(), signUp),
                            button(language, "sign-off", activity));
                },
                now);
    }

    /** An offer was not taken in time; one can sign up again as long as the days allow it. */
    void lapsed(Activity activity, SignUp signUp, Instant now) {
        var key = activity.takesSignUps(now) ? "lapsed" : "lapsed.over";
        tell(signUp, person -> plain(say(person.speaks(), key, activity, "", signUp)), now);
    }

    /** The day before. */
    void remind(Activity activity, SignUp signUp, Instant now) {
        tell(
                signUp,
                person -> {
                    var language = person.speaks();
                    return Reply.of(
                            Reply.Kind.STATUS,
                            say(language, "remind", activity, signUp.numbers(), signUp),
                            button(language, "sign-off", activity));
                },
                now);
    }

    /** What all are told. */
    void news(Activity activity, SignUp signUp, Kind kind, Instant now) {
        var key = "news." + kind.name().toLowerCase(Locale.ROOT);
        var words =
                switch (kind) {
                    case CANCELLED -> Objects.toString(activity.reason(), "");
                    case MOVED -> "";
                    case RESULT -> Objects.toString(activity.result(), "");
                };
        tell(signUp, person -> plain(say(person.speaks(), key, activity, words, signUp)), now);
    }

    private String say(
            Language language, String key, Activity activity, String words, SignUp signUp) {
        return texts.say(
                language,
                key,
                activity.title(),
                when(activity, language),
                activity.plan().place(),
                signUp.seats(),
                words);
    }

    private static Reply plain(String text) {
        return Reply.of(Reply.Kind.STATUS, text);
    }

    private interface Saying {
        Reply to(Person person);
    }

    private void tell(SignUp signUp, Saying saying, Instant now) {
        var id = signUp.person();
        if (id != null) {
            residents
                    .find(id)
                    .ifPresent(person -> outbox.say(person.sender(), saying.to(person), now));
        }
    }
}
