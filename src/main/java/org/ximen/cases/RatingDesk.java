package org.ximen.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ximen.cases.Rated.Came;
import org.ximen.text.Masking;
import org.ximen.understanding.Verdict;

/** What people think of a case that is over, and what follows by rule; inside a transaction. */
final class RatingDesk {
    /** How long after its end a case can be judged and opened again. */
    static final Duration TERM = Duration.ofDays(15);

    private static final String JUDGED = "评价：";
    private static final Set<Outcome> REOPENED =
            EnumSet.of(Outcome.RESOLVED, Outcome.PARTLY_RESOLVED);

    private final Tables tables;
    private final Crew crew;
    private final Desk desk;

    RatingDesk(Tables tables, Crew crew, Desk desk) {
        this.tables = tables;
        this.crew = crew;
        this.desk = desk;
    }

    /** A judgement: of which round (0 for the last), what, in which words. */
    record Judgement(int round, Verdict verdict, String words) {}

    Rated rate(Stored stored, long person, Judgement said, Instant now) {
        var item = stored.item();
        var end = item.lastEnd();
        int round = item.rounds();
        boolean past = said.round() != 0 && said.round() != round;
        if (end.isEmpty() || past) {
            return new Rated(item, Rating.NONE, Came.PAST);
        }
        if (now.isAfter(end.get().at().plus(TERM))) {
            return new Rated(item, Rating.NONE, Came.TOO_LATE);
        }
        var asked = new RatingTable.Asked(stored.id(), person, round, end.get().at());
        var before = tables.ratings().find(asked).orElse(Rating.NONE);
        var rating = keep(stored, asked, before.with(said.verdict()), said, now);
        var came =
                said.verdict() == Verdict.UNSOLVED
                        ? unsolved(stored, said, before, now)
                        : Came.NOTED;
        return new Rated(desk.get(item.number()).item(), rating, came);
    }

    /** What a person answered of the last end. */
    Rating rating(Stored stored, long person) {
        var item = stored.item();
        return item.lastEnd()
                .map(end -> new RatingTable.Asked(stored.id(), person, item.rounds(), end.at()))
                .flatMap(tables.ratings()::find)
                .orElse(Rating.NONE);
    }

    private Rating keep(
            Stored stored, RatingTable.Asked asked, Rating rating, Judgement said, Instant now) {
        var words = Masking.mask(said.words());
        teller(stored, asked.person()).ifPresent(tell -> tables.ratings().ask(asked, tell));
        tables.ratings().answer(asked, rating, words, now);
        var state = stored.item().state();
        var note = JUDGED + shown(said.verdict()) + (words.isBlank() ? "" : "。" + words);
        tables.events().add(stored.id(), new Event(now, Actor.REPORTER, null, state, state, note));
        return rating;
    }

    private Optional<org.ximen.chat.Sender> teller(Stored stored, long person) {
        return Long.valueOf(person).equals(stored.reporter())
                ? Optional.ofNullable(stored.tell())
                : tables.followers().of(stored.id()).stream()
                        .filter(follower -> follower.person() == person)
                        .map(FollowerTable.Follower::tell)
                        .findFirst();
    }

    private Came unsolved(Stored stored, Judgement said, Rating before, Instant now) {
        var item = stored.item();
        var reporter = stored.reporter();
        boolean first = item.history().stream().noneMatch(e -> e.verb() == Verb.APPEAL);
        boolean byRule = item.state() == State.CLOSED && REOPENED.contains(item.outcome());
        if (byRule && first && reporter != null) {
            var words = said.words().isBlank() ? "未说明" : said.words();
            desk.move(item.number(), Move.of(Verb.APPEAL, words), Actor.reporter(reporter), now);
            return Came.REOPENED;
        }
        if (before.solved() == Verdict.UNSOLVED) {
            return Came.TOLD_BEFORE;
        }
        if (byRule) {
            crew.warned(item, "反映人再次说没有解决，请在一个工作日内决定是否重办，并打电话回复", now);
            return Came.FOR_THE_DESK;
        }
        crew.unhappy(item, "反映人对办理结果有意见，请主管看一看", now);
        return Came.FOR_A_LEADER;
    }

    private static String shown(Verdict verdict) {
        return switch (verdict) {
            case SOLVED -> "解决了";
            case PARTLY -> "解决了一部分";
            case UNSOLVED -> "没有解决";
            case GOOD -> "满意";
            case MIDDLING -> "一般";
            case BAD -> "不满意";
            case CONTACTED -> "联系过";
            case UNCONTACTED -> "没有人联系";
        };
    }
}
