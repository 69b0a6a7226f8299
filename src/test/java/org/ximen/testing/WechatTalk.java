package org.ximen.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Location;
import org.ximen.db.Db;
import org.ximen.played.Follower;
import org.ximen.played.Heard;
import org.ximen.played.PlayedWechat;
import org.ximen.wechat.ChineseMap;
import org.ximen.wechat.WechatSettings;

/**
 * Talks with the account by a played WeChat, which brings every callback twice, encrypted. Choices
 * are tapped and answered by their number in turn. WeChat's limits, which would make most of a long
 * transcript wait, are wide.
 */
final class WechatTalk implements Talk {
    private static final int MANY = 1000;
    private static final Duration LONG = Duration.ofDays(1000);

    private final Db db;
    private final SettableClock clock = new SettableClock(Street.MONDAY);
    private final PlayedWechat played = PlayedWechat.start(clock).encrypted();
    private final Set<Follower> people = new LinkedHashSet<>();
    private final List<Said> heard = new ArrayList<>();
    private final Set<Long> known = new HashSet<>();
    private int pictures;
    private int presses;
    private Account account;

    WechatTalk(Db db) {
        this.db = db;
        played.limits(new PlayedWechat.Allowance(MANY, LONG, MANY, LONG, 20_000));
        this.account = open();
    }

    private Account open() {
        var limits =
                new WechatSettings.Limits(
                        MANY, LONG, MANY, LONG, 20_000, 0, 32, Duration.ofHours(1));
        var template =
                new WechatSettings.Template(
                        WechatSettings.Template.Kind.TEMPLATE, null, "thing1", 20);
        return new Account(db, played, clock, Account.settings(played, true, template, limits));
    }

    @Override
    public Street street() {
        return account.street;
    }

    @Override
    public List<Said> say(
            String who,
            @Nullable String words,
            @Nullable String label,
            @Nullable Location location,
            boolean photo) {
        heard();
        var person = played.person(who);
        people.add(person);
        if (label != null) {
            press(person, label);
        } else if (photo) {
            person.photo(Snapshot.jpeg(100 + pictures++));
        } else if (location != null) {
            var map = ChineseMap.of(location);
            person.place(map.latitude(), map.longitude());
        } else {
            person.say(words == null ? "" : words);
        }
        played.repeat();
        played.repeatSignedAnew();
        account.settle();
        var replies = fresh(person);
        hear();
        return replies;
    }

    private void press(Follower person, String label) {
        boolean newest = person.last().labels().contains(label);
        if (newest && presses++ % 2 == 0) {
            person.sayNumberOf(label);
        } else {
            person.tap(label);
        }
    }

    private List<Said> fresh(Follower person) {
        var said = new ArrayList<Said>();
        person.inbox().stream()
                .filter(message -> known.add(message.turn()))
                .sorted(Comparator.comparing(Heard::turn))
                .forEach(message -> add(said, message));
        return said;
    }

    /** A picture belongs to the words before it. */
    private static void add(List<Said> said, Heard message) {
        if (message.kind().equals("image")) {
            var words = said.removeLast();
            said.add(new Said(words.words(), words.labels(), words.sources(), true));
        } else {
            var labels = Set.copyOf(message.labels());
            said.add(new Said(message.text(), labels, message.shown(), false));
        }
    }

    @Override
    public List<Said> heard() {
        account.settle();
        hear();
        return heard;
    }

    private void hear() {
        people.forEach(person -> heard.addAll(fresh(person)));
    }

    @Override
    public void restart() {
        account.close();
        account = open();
        // What was heard before the restart is not heard again.
        heard.clear();
    }

    /** WeChat shows no kinds. */
    @Override
    public String expected(String pattern) {
        return pattern.replaceFirst("^\\[[A-Z]+]", "");
    }

    @Override
    public void close() {
        account.close();
        played.close();
    }
}
