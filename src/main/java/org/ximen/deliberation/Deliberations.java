package org.ximen.deliberation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.knowledge.Library;
import org.ximen.notices.Notices;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Holding;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.staff.Audit;
import org.ximen.text.Masking;
import org.ximen.text.Plain;
import org.ximen.workdays.WorkCalendar;

/** What residents do with what is talked over (协商): read, comment, come, vote, follow. */
public final class Deliberations {
    private static final Duration KEPT = Duration.ofDays(730);
    private static final Duration OVER_FOR = Duration.ofDays(180);
    private static final int MOST = 50;
    private static final int SHOWN = 8;
    private static final int LONGEST_COMMENT = 1000;
    private static final int MOST_COMMENTS = 20;
    private static final int MOST_TRIES = 5;

    private final Db db;
    private final DeliberationTable table;
    private final VoiceTable voices;
    private final BallotTable ballots;
    private final DeliberationDesk desk;
    private final DeliberationSweeper sweeper;

    /** What it works with. */
    public record Parts(
            District district,
            Residents residents,
            Outbox outbox,
            Library library,
            Notices notices,
            Audit audit) {}

    /** What became of a comment. */
    public sealed interface Taken {
        /** It is kept under this id. */
        record Kept(long id) implements Taken {}

        /** Comments are not taken now. */
        record NotNow() implements Taken {}

        /** The person has said enough. */
        record Enough() implements Taken {}
    }

    /** Works over these parts. */
    public Deliberations(Db db, Parts parts) {
        this.db = db;
        this.table = new DeliberationTable(db.client());
        this.voices = new VoiceTable(db.client());
        this.ballots = new BallotTable(db.client());
        var news = new DeliberationNews(parts, voices);
        var work = new DeliberationDesk.Work(table, voices, ballots, news);
        this.desk = new DeliberationDesk(db, parts, work);
        this.sweeper = new DeliberationSweeper(db, work);
    }

    /** What staff do. */
    public DeliberationDesk desk() {
        return desk;
    }

    /** The one of this id, if residents may read of it. */
    public Optional<Deliberation> find(long id) {
        return table.find(id).filter(item -> item.state().open());
    }

    /**
     * What residents may read of, at most 8, without options and measures: what they can take part
     * in first, what is over last and for half a year, then that of these areas, then the newest.
     *
     * @param areas codes
     */
    public List<Deliberation> list(Set<String> areas, Instant now) {
        Comparator<Deliberation> rank = Comparator.comparing(item -> item.state().rank());
        return table.shown(now.minus(OVER_FOR), MOST).stream()
                .sorted(rank.thenComparing(item -> !areas.contains(String.valueOf(item.area()))))
                .limit(SHOWN)
                .toList();
    }

    /** Whether there is anything that residents may read of. */
    public boolean isAnyShown(Instant now) {
        return !table.shown(now.minus(OVER_FOR), 1).isEmpty();
    }

    /** What takes comments, without options. */
    public List<Deliberation> commentable(Instant now) {
        return table.list(DeliberationState.COMMENTS, MOST).stream()
                .filter(item -> item.takesComments(day(now)))
                .toList();
    }

    /** Keeps what somebody says of it, masked; beyond 1000 characters it is cut. */
    public Taken comment(long id, Person person, String said, Instant now) {
        var visible = Masking.mask(Plain.visible(said));
        return db.in(() -> {
            var item = table.hold(id).filter(each -> each.takesComments(day(now)));
            if (item.isEmpty() || visible.isEmpty()) {
                return new Taken.NotNow();
            }
            return voices.countComments(id, person.id()) >= MOST_COMMENTS
                    ? new Taken.Enough()
                    : new Taken.Kept(voices.addComment(id, person.id(), cut(visible), now));
        });
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_COMMENT ? text : Plain.start(text, LONGEST_COMMENT) + "…";
    }

    /** Takes one's own comment back; empty if it is not theirs or gone. */
    public Optional<Deliberation> withdraw(long comment, Person person) {
        return db.in(() -> {
            var about = voices.commented(comment, person.id());
            about.ifPresent(id -> voices.deleteComment(comment));
            return about.flatMap(table::find);
        });
    }

    /** Whether the person wants to hear of each step from now on; empty if there is none such. */
    public Optional<Deliberation> follow(long id, Person person, boolean wanted) {
        return db.in(() -> {
            var item = find(id);
            item.ifPresent(each -> voices.follows(id, person.id(), wanted));
            return item;
        });
    }

    /** Whether the person hears of each step. */
    public boolean isFollowing(long id, Person person) {
        return voices.isFollowing(id, person.id());
    }

    /** Whether the person said to come to the meeting. */
    public boolean isComing(long id, Person person) {
        return voices.isComing(id, person.id());
    }

    /**
     * Notes whether the person comes to the meeting; empty if it is over or there is none.
     *
     * @param comes false where they said so before and cannot after all
     */
    public Optional<Deliberation> come(long id, Person person, boolean comes, Instant now) {
        return db.in(() -> {
            var item = find(id).filter(each -> each.takesGuests(now));
            item.ifPresent(each -> voices.comes(id, person.id(), comes));
            return item;
        });
    }

    /** The first of some codes that was handed out, used or not; empty if none was. */
    public Optional<BallotCode> known(List<BallotCode> codes) {
        if (codes.isEmpty()) {
            return Optional.empty();
        }
        var known = ballots.known(codes.stream().map(BallotCode::hash).distinct().toList());
        return codes.stream().filter(code -> known.contains(code.hash())).findFirst();
    }

    /** Whether there is a vote now, so that a code may be guessed. */
    public boolean isVoteOn(Instant now) {
        return table.list(DeliberationState.VOTING, MOST).stream()
                .anyMatch(item -> item.takesVotes(day(now)));
    }

    /** Notes that somebody sent a wrong code unasked. */
    public void tried(Person person, Instant now) {
        db.run(() -> voices.tried(person.id(), day(now)));
    }

    /** How many wrong codes somebody can still try today; at most 0 where none. */
    public int left(Person person, Instant now) {
        return MOST_TRIES - voices.tries(person.id(), day(now));
    }

    /** What a code, by its hash, can choose of just now; empty where it is of no use. */
    public Optional<Deliberation> voting(String hash, Instant now) {
        return ballots.find(hash)
                .filter(known -> !known.used())
                .flatMap(known -> find(known.deliberation()))
                .filter(item -> item.takesVotes(day(now)));
    }

    /** Looks at a code; wrong ones can be tried five times a day. */
    public CodeCheck check(BallotCode code, Person person, Instant now) {
        return db.in(() -> {
            var today = day(now);
            int left = left(person, now);
            if (left <= 0) {
                return new CodeCheck.Wrong(0);
            }
            var known = ballots.find(code.hash());
            if (known.isEmpty()) {
                voices.tried(person.id(), today);
                return new CodeCheck.Wrong(left - 1);
            }
            return known(known.get(), code, today);
        });
    }

    private CodeCheck known(BallotTable.KnownCode known, BallotCode code, LocalDate today) {
        if (known.used()) {
            return new CodeCheck.Used();
        }
        return find(known.deliberation())
                .filter(item -> item.takesVotes(today))
                .<CodeCheck>map(item -> new CodeCheck.Good(item, code))
                .orElseGet(CodeCheck.Closed::new);
    }

    /**
     * Casts the one vote of a code: the code is marked as used and a sum grows, and nothing says
     * which belong together.
     *
     * @param hash of the code
     * @param option id
     * @return empty if the code was used, the vote is over, or the option is none of it
     */
    public Optional<Deliberation> vote(String hash, long option, Instant now) {
        return db.in(() ->
                ballots.find(hash)
                        .flatMap(known -> table.hold(known.deliberation()))
                        .filter(item -> item.takesVotes(day(now)))
                        .filter(item -> has(item, option))
                        .filter(item -> ballots.use(item.id(), hash))
                        .filter(item -> ballots.count(item.id(), option, 1, false)));
    }

    private static boolean has(Deliberation item, long option) {
        return item.options().stream().anyMatch(each -> each.id() == option);
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, WorkCalendar.ZONE);
    }

    /** Tells those who follow what is new, each by themselves; called every minute or so. */
    public void sweep(Instant now) {
        sweeper.sweep(now);
    }

    /** How long what people said is kept, how it is shown and erased. */
    public Holding holding() {
        return new Holding(
                Set.of(
                        "deliberation",
                        "deliberation_option",
                        "deliberation_comment",
                        "deliberation_part",
                        "deliberation_code",
                        "deliberation_wrong_code",
                        "deliberation_paper",
                        "deliberation_paper_code",
                        "deliberation_paper_count",
                        "deliberation_measure"),
                "协商里您说的意见（去掉号码，两年）和您关注的议题、要参加的会；您投了什么不记，只记总数",
                KEPT,
                before -> voices.trim(before, day(before.plus(KEPT))),
                this::exported,
                (person, now) -> voices.forget(person.id()));
    }

    private List<String> exported(Person person) {
        var language = person.speaks();
        var lines = new ArrayList<String>();
        voices.said(person.id())
                .forEach(said -> lines.add(language.of("协商里的意见：", "your comment: ") + said));
        voices.follows(person.id()).stream()
                .flatMap(id -> table.find(id).stream())
                .forEach(item -> lines.add(language.of("关注的协商：", "you follow: ") + item.title()));
        voices.visits(person.id())
                .forEach(title -> lines.add(language.of("要参加的会：", "meeting: ") + title));
        return lines;
    }
}
