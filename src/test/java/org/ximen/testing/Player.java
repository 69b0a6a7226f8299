package org.ximen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.activities.ActivityPlan;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseChange;
import org.ximen.cases.Move;
import org.ximen.cases.Verb;
import org.ximen.chat.Location;
import org.ximen.db.Db;
import org.ximen.gaps.Faq;
import org.ximen.gaps.Gap;
import org.ximen.notices.AskedQuestion;
import org.ximen.notices.NewNotice;
import org.ximen.notices.NoticeButton;
import org.ximen.notices.Step;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Talk.Said;
import org.ximen.topics.TopicPlan;
import org.ximen.topics.TopicState;
import org.ximen.topics.TopicStep;
import org.ximen.workdays.WorkCalendar;

/** Plays transcripts against a {@link Street}. */
public final class Player implements AutoCloseable {
    private static final Set<String> EXPECTATIONS = Set.of("答", "钮", "源", "无", "收", "图", "无图");

    private final Talk talk;
    private final TalkedOver talkedOver;
    private final ShopVisits shops;
    private final Deque<Said> replies = new ArrayDeque<>();
    private @Nullable Said last;
    private int heard;
    private String code = "";
    private int pictures;

    private Player(Talk talk) {
        this.talk = talk;
        this.talkedOver = new TalkedOver(talk);
        this.shops = new ShopVisits(talk);
    }

    /** Plays as the web page does. */
    public static Player web(Db db) {
        return new Player(new WebTalk(db));
    }

    /** Plays by Telegram. */
    public static Player telegram(Db db) {
        return new Player(new TelegramTalk(db));
    }

    /** Plays by Telegram with a product that is ended as by a power cut at every line. */
    public static Player killed() {
        return new Player(new KilledTalk());
    }

    /** The product as it is now. */
    public Street street() {
        return talk.street();
    }

    /** How often the product was ended so far. */
    public int deaths() {
        return talk instanceof KilledTalk killed ? killed.deaths() : 0;
    }

    /** Plays by WeChat. */
    public static Player wechat(Db db) {
        return new Player(new WechatTalk(db));
    }

    /** Plays every line; the first expectation that is not met fails with its place. */
    public void play(Transcript transcript) {
        for (var line : transcript.lines()) {
            try {
                play(line);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        transcript.name() + ":" + line.number() + " " + e.getMessage(), e);
            }
        }
        assertThat(replies).as("replies that nobody expected").isEmpty();
        var all = talk.heard();
        assertThat(all.subList(heard, all.size())).as("messages that nobody expected").isEmpty();
    }

    private void play(Transcript.Line line) {
        if (!EXPECTATIONS.contains(line.head())) {
            assertThat(replies).as("replies that nobody expected").isEmpty();
        }
        switch (line.head()) {
            case "答" -> expect(line.rest(), replies.poll());
            case "收" -> expect(line.rest(), nextHeard());
            case "钮" -> buttons(line.rest());
            case "源" -> assertThat(current().sources()).contains(line.rest());
            case "无" -> assertThat(flat(current().words())).doesNotContain(flat(line.rest()));
            case "图" -> assertThat(current().picture()).as("a picture").isTrue();
            case "无图" -> assertThat(current().picture()).as("a picture").isFalse();
            case "员" -> move(line.rest());
            case "通知" -> notice(line.rest().split(" \\| ", 3));
            case "更正", "撤回" -> follow(line.rest().split(" \\| ", 2));
            case "活动" -> activity(line.rest().split(" \\| "));
            case "醒" -> talk.street().features.activities().sweep(talk.street().clock.instant());
            case "文" -> shops.publish(line.rest().split(" \\| ", 4));
            case "推" -> talk.street().features.merchants().sweep(talk.street().clock.instant());
            case "约" -> shops.plan(line.rest().split(" \\| ", 3));
            case "去" -> shops.finish(line.rest());
            case "补" -> answer(line.rest().split(" \\| ", 2));
            case "码" -> bindingCode(line.rest().split(" "));
            case "夜" -> talk.street().features.topics().sweep(talk.street().clock.instant());
            case "题" -> topic(line.rest().split(" ", 2));
            case "议" -> talkedOver.propose(line.rest());
            case "步" -> talkedOver.step(line.rest());
            case "票" -> talkedOver.ballots(Integer.parseInt(line.rest()));
            case "查" -> assertThat(asked()).isEqualTo(line.rest());
            case "等" -> talk.street().clock.pass(Duration.parse(line.rest()));
            case "到时" -> due(Duration.parse(line.rest()));
            case "重启" -> restart();
            default -> speak(line.head(), line.rest());
        }
    }

    /** The newest notice and what was asked under it, the newest first, as its page shows it. */
    private String asked() {
        var notices = talk.street().notices;
        var notice = notices.list(1).getFirst();
        var said =
                notices.answers().questions(notice.id()).stream()
                        .map(AskedQuestion::words)
                        .collect(Collectors.joining("、"));
        return notice.title() + " | " + said;
    }

    /** Time goes on, and who has to be told of limits is told. */
    private void due(Duration passed) {
        var street = talk.street();
        var now = street.clock.pass(passed);
        street.features.cases().sweep(now);
        street.features.handoff().sweep(now);
    }

    // 我 | 王[label] | 我@lat,lon | 我#
    private static final Pattern SPEAKER =
            Pattern.compile("([^\\[@#]+)(?:\\[(.+)]|@([\\d.]+),([\\d.]+)|(#))?");

    private void speak(String head, String words) {
        var who = SPEAKER.matcher(head);
        assertThat(who.matches()).as("line " + head).isTrue();
        var location =
                who.group(3) == null
                        ? null
                        : new Location(
                                Double.parseDouble(who.group(3)), Double.parseDouble(who.group(4)));
        var said = talkedOver.coded(words).replace("〈码〉", code).replace("〈错〉", wrong());
        var text = words.isEmpty() ? null : said;
        replies.addAll(talk.say(who.group(1), text, who.group(2), location, who.group(5) != null));
    }

    private void expect(String pattern, @Nullable Said said) {
        assertThat(said).as("a reply like " + pattern).isNotNull();
        last = said;
        var words = flat(current().words());
        int from = 0;
        for (var piece : flat(talk.expected(pattern)).split("…")) {
            int at = words.indexOf(piece, from);
            assertThat(at).as("“%s” in\n%s %s", piece, words, current().labels()).isNotNegative();
            from = at + piece.length();
        }
    }

    private Said current() {
        var said = last;
        if (said == null) {
            throw new AssertionError("nothing was said yet");
        }
        return said;
    }

    private void buttons(String labels) {
        assertThat(current().labels()).contains(labels.split(" *\\| *"));
    }

    private Said nextHeard() {
        var all = talk.heard();
        assertThat(all.size()).as("messages heard").isGreaterThan(heard);
        return all.get(heard++);
    }

    /** {@code VERB number note | field=value | …}; {@code VERB#} with a picture. */
    private void move(String line) {
        var parts = line.split(" \\| ");
        var words = parts[0].split(" ", 3);
        var given = new HashMap<String, String>();
        for (int i = 1; i < parts.length; i++) {
            var pair = parts[i].split("=", 2);
            given.put(pair[0], pair[1]);
        }
        boolean pictured = words[0].endsWith("#");
        var verb = Verb.valueOf(words[0].replace("#", ""));
        var move =
                new Move(
                        verb,
                        words.length > 2 ? words[2] : null,
                        given.get("department"),
                        given.get("condition"),
                        null,
                        given.get("into"),
                        change(given));
        var street = talk.street();
        var cases = street.features.cases();
        var item = cases.find(words[1]).orElseThrow();
        var now = street.clock.instant();
        if (pictured) {
            var file = Snapshot.jpeg(++pictures);
            Proven.picture(cases, street.features.photos(), item.number(), verb, file, now);
        }
        cases.move(words[1], pictured ? move : Proven.of(move, item), actor(given), now);
    }

    private static CaseChange change(Map<String, String> given) {
        var urgent = given.get("urgent");
        var units = given.get("units");
        return new CaseChange(
                given.get("category"),
                given.get("place"),
                null,
                given.get("area"),
                urgent == null ? null : Boolean.valueOf(urgent),
                units == null ? List.of() : List.of(units.split("、")),
                given.get("reason"));
    }

    /** {@code as=ROLE department}; an administrator where nobody is named. */
    private static Actor actor(Map<String, String> given) {
        var by = given.getOrDefault("as", Role.ADMIN.name()).split(" ");
        return Actor.staff("小张", Role.valueOf(by[0]), by.length > 1 ? by[1] : null);
    }

    private void notice(String[] words) {
        var street = talk.street();
        var now = street.clock.instant();
        street.accounts.ensureAdmin(street.home, "correct horse battery", now);
        var admin = street.accounts.find("admin").orElseThrow();
        var editor = editor(admin);
        var text = new NewNotice(words[0], words[1], Set.of(), Set.of(), null, null);
        var buttons = EnumSet.noneOf(NoticeButton.class);
        if (words.length > 2) {
            buttons.addAll(List.of(NoticeButton.SEEN, NoticeButton.ASK));
        }
        var notice = street.notices.write(text.with(buttons), editor, now);
        street.notices.take(Step.APPROVE, notice.id(), admin, now);
    }

    /** A correction of the newest notice, with what changed and its new words; or its recall. */
    private void follow(String[] words) {
        var street = talk.street();
        var now = street.clock.instant();
        var admin = street.accounts.find("admin").orElseThrow();
        var first = street.notices.list(1).getFirst();
        var notice =
                words.length > 1
                        ? street.notices.correct(
                                first.id(),
                                new NewNotice(
                                        first.title(), words[1], Set.of(), Set.of(), null, null),
                                words[0],
                                editor(admin),
                                now)
                        : street.notices.recall(first.id(), words[0], editor(admin), now);
        street.notices.take(Step.APPROVE, notice.id(), admin, now);
    }

    /** A notice with an activity of so many seats, two at most each, until the day before. */
    private void activity(String[] words) {
        var street = talk.street();
        var now = street.clock.instant();
        street.accounts.ensureAdmin(street.home, "correct horse battery", now);
        var admin = street.accounts.find("admin").orElseThrow();
        var begins = LocalDateTime.parse(words[2]);
        var plan =
                new ActivityPlan(
                        words[0],
                        "",
                        "",
                        words[3],
                        begins.atZone(WorkCalendar.ZONE).toInstant(),
                        null,
                        begins.toLocalDate().minusDays(1),
                        Integer.valueOf(words[4]),
                        2);
        var text = new NewNotice(words[0], words[1], Set.of(), Set.of(), null, null);
        var desk = street.features.activities().desk();
        var notice = desk.announce(text, plan, editor(admin), now);
        street.notices.take(Step.APPROVE, notice.id(), admin, now);
    }

    /** An editor answers what is wanted most, and has those told who asked. */
    private void answer(String[] words) {
        var street = talk.street();
        var now = street.clock.instant();
        street.accounts.ensureAdmin(street.home, "correct horse battery", now);
        var editor = editor(street.accounts.find("admin").orElseThrow());
        street.gaps.sweep(now);
        var wanted = street.gaps.list(Gap.State.OPEN, 0, 1, editor).getFirst();
        var faq = new Faq(words[0], words[1], null, null, null);
        street.gaps.answer(wanted.id(), faq, true, editor, now);
        street.read();
    }

    /** {@code RAISE measure}, {@code DISMISS reason} or {@code END result}. */
    private void topic(String[] words) {
        var street = talk.street();
        var now = street.clock.instant();
        street.accounts.ensureAdmin(street.home, "correct horse battery", now);
        var admin = street.accounts.find("admin").orElseThrow();
        var desk = street.features.topics().desk();
        boolean ending = words[0].equals("END");
        var state = ending ? TopicState.OPEN : TopicState.CANDIDATE;
        var step =
                switch (words[0]) {
                    case "RAISE" ->
                            new TopicStep.Raise(
                                    TopicPlan.NONE, new TopicStep.AddMeasure(words[1], null, null));
                    case "DISMISS" -> new TopicStep.Dismiss(words[1]);
                    default -> new TopicStep.End(words[1]);
                };
        desk.take(desk.list(state, admin).getFirst().id(), step, admin, now);
    }

    /** Somebody of the staff takes a code to bind a chat: name, role, department, area. */
    private void bindingCode(String[] words) {
        var street = talk.street();
        var now = street.clock.instant();
        street.accounts.ensureAdmin(street.home, "correct horse battery", now);
        var admin = street.accounts.find("admin").orElseThrow();
        var account =
                new NewAccount(
                        words[0],
                        "correct horse battery",
                        Role.valueOf(words[1]),
                        words.length > 2 && !words[2].equals("-") ? words[2] : null,
                        words.length > 3 ? List.of(words[3]) : List.of());
        var member = street.accounts.create(account, admin, now);
        code = street.features.bindings().code(member, now);
    }

    private String wrong() {
        return code.isEmpty() ? "" : code.substring(0, 21) + (code.endsWith("0") ? "1" : "0");
    }

    private StaffMember editor(StaffMember admin) {
        var street = talk.street();
        return street.accounts
                .find("editor")
                .orElseGet(() ->
                        street.accounts.create(
                                new NewAccount(
                                        "editor",
                                        "correct horse battery",
                                        Role.EDITOR,
                                        null,
                                        List.of()),
                                admin,
                                street.clock.instant()));
    }

    private void restart() {
        talk.restart();
        heard = 0;
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Override
    public void close() {
        talk.close();
    }
}
