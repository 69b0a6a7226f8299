package org.ximen.deliberation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.deliberation.Deliberation.FollowUpMeasure;
import org.ximen.deliberation.Deliberation.VoteOption;
import org.ximen.text.BilingualTexts;
import org.ximen.text.Language;
import org.ximen.workdays.WorkCalendar;

/** How a deliberation reads in chats, notices and articles. */
public final class DeliberationWords {
    private final BilingualTexts texts = new BilingualTexts(DeliberationWords.class);

    /** How it stands, in a few sentences. */
    public String standing(Language language, Deliberation item, LocalDate today) {
        return switch (item.state()) {
            case PROPOSED -> texts.say(language, "proposed");
            case COMMENTS ->
                    item.takesComments(today)
                            ? texts.say(language, "comments", until(language, item.commentsUntil()))
                            : texts.say(language, "comments.over");
            case MEETING -> meeting(language, item);
            case VOTING ->
                    item.takesVotes(today)
                            ? voting(language, item)
                            : texts.say(language, "voting.over");
            case PUBLISHED -> published(language, item);
            case FOLLOW_UP -> published(language, item) + "\n" + measures(language, item);
            case DONE ->
                    Stream.of(
                                    published(language, item),
                                    measures(language, item),
                                    ended(language, item))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining("\n"));
            case DROPPED -> texts.say(language, "dropped", ending(item));
        };
    }

    private String meeting(Language language, Deliberation item) {
        var sitting = Objects.requireNonNull(item.sitting());
        return sitting.minutes() == null
                ? texts.say(language, "meeting", at(language, sitting.at()), sitting.place())
                : texts.say(language, "minutes", sitting.minutes());
    }

    private static String at(Language language, Instant at) {
        return language.moment(at.atZone(WorkCalendar.ZONE));
    }

    private String voting(Language language, Deliberation item) {
        var options =
                item.options().stream().map(VoteOption::label).collect(Collectors.joining("\n· "));
        return texts.say(language, "voting", day(language, item.voteUntil()), options);
    }

    private String published(Language language, Deliberation item) {
        var resolution = Objects.requireNonNull(item.resolution());
        return texts.say(
                language,
                "published",
                resolution.result(),
                sums(language, item),
                turnout(language, item),
                resolution.reasons());
    }

    private String sums(Language language, Deliberation item) {
        return item.options().stream()
                .map(option -> texts.say(language, "sum", option.label(), option.votes()))
                .collect(Collectors.joining("\n"));
    }

    /** How many of the codes were used. */
    public String turnout(Language language, Deliberation item) {
        return texts.say(
                language, "turnout", item.codes(), item.ballots(), item.turnout().orElse(0));
    }

    private String measures(Language language, Deliberation item) {
        var lines =
                item.measures().stream()
                        .map(measure -> measure(language, item, measure))
                        .collect(Collectors.joining("\n"));
        var head = item.state() == DeliberationState.DONE ? "measures.over" : "measures";
        return lines.isEmpty() ? "" : texts.say(language, head, lines);
    }

    private String measure(Language language, Deliberation item, FollowUpMeasure measure) {
        var done = measure.done();
        var due = measure.due();
        var when =
                done != null
                        ? texts.say(language, "measure.done", day(language, done))
                        : item.state() == DeliberationState.DONE
                                ? texts.say(language, "measure.undone")
                                : due == null
                                        ? ""
                                        : texts.say(language, "measure.due", day(language, due));
        return texts.say(language, "measure", measure.what(), when);
    }

    private String ended(Language language, Deliberation item) {
        return texts.say(language, "ended", ending(item));
    }

    private static String ending(Deliberation item) {
        return Objects.toString(item.ending(), "");
    }

    private String until(Language language, @Nullable LocalDate last) {
        return last == null ? "" : texts.say(language, "until", day(language, last));
    }

    private static String day(Language language, @Nullable LocalDate day) {
        return day == null
                ? ""
                : language == Language.ZH
                        ? day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
                        : day.toString();
    }

    /** That something happened, for those who follow. */
    String news(Language language, Deliberation item, LocalDate today) {
        return texts.say(language, "news", item.title(), standing(language, item, today));
    }

    /** That the meeting has another time or place, for those who follow or come. */
    String moved(Language language, Deliberation item) {
        var sitting = Objects.requireNonNull(item.sitting());
        return texts.say(
                language, "moved", item.title(), at(language, sitting.at()), sitting.place());
    }

    /** How one takes part. */
    String how(Deliberation item) {
        return texts.say(Language.ZH, "how", item.id());
    }

    String say(Language language, String key, Object... values) {
        return texts.say(language, key, values);
    }
}
