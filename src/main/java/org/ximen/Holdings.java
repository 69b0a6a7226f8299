package org.ximen;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.PersonalData;
import org.ximen.isolation.IsolatedRun;
import org.ximen.opinions.Opinions;
import org.ximen.photos.Photos;
import org.ximen.residents.Holding;
import org.ximen.residents.Person;
import org.ximen.staff.Sessions;
import org.ximen.wechat.WechatRecords;

/**
 * The one list of what is kept of people: where, how long, how it is shown to them and how it is
 * erased. A test finds every table of the database in it.
 */
public final class Holdings implements PersonalData {
    private static final Logger LOG = LoggerFactory.getLogger(Holdings.class);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    private final Db db;
    private final List<Holding> all;

    Holdings(Db db, List<Holding> all) {
        this.db = db;
        this.all = List.copyOf(all);
    }

    /** The list, over all features. */
    public static Holdings over(Db db, Duration keep, Features features, Opinions opinions) {
        return new Holdings(
                db,
                List.of(
                        conversation(features),
                        inbox(features),
                        raw(features),
                        outbox(features, keep),
                        photos(features),
                        cases(features),
                        features.handoff().holding(),
                        features.handoff().wordsHolding(),
                        features.gaps().holding(),
                        opinions.holding(),
                        features.topics().holding(),
                        features.activities().holding(),
                        features.notices().answers().holding(),
                        features.deliberations().holding(),
                        features.programme().holding(),
                        features.visits().holding(),
                        features.visits().careHolding(),
                        features.merchants().holding(),
                        features.merchants().visitHolding(),
                        features.readings().holding(),
                        bindings(features),
                        sessions(db),
                        wechat(db),
                        // Last, because the others find their rows by the person.
                        person(features),
                        Holding.nothing(
                                "街道的资料", "article", "article_check", "article_clock", "embedding"),
                        Holding.nothing("跟着看的网页", "web_source", "web_page"),
                        Holding.nothing("街道发的通知和海报", "notice", "poster"),
                        Holding.nothing(
                                "工作人员的账号、不在的日子和操作记录", "account", "staff_absence", "staff_audit"),
                        Holding.nothing(
                                "编号和定时任务",
                                "case_counter",
                                "number_floor",
                                "scheduled_tasks",
                                "lease"),
                        Holding.nothing("公众号的令牌和海报的码", "wechat_token", "wechat_code")));
    }

    private static Holding conversation(Features features) {
        var conversations = features.conversations();
        return new Holding(
                Set.of("conversation"),
                "对话进行到哪一步，30 天不说话就清除",
                MONTH,
                conversations::trim,
                conversations::export,
                (person, now) -> conversations.forget(person.sender()));
    }

    private static Holding inbox(Features features) {
        return new Holding(
                Set.of("inbox"),
                "消息编号，30 天",
                MONTH,
                features.inbox()::trim,
                person -> List.of(),
                (person, now) -> features.inbox().forget(person.sender()));
    }

    // Longer than any channel offers a message again (Telegram: a day), no longer than the quiet
    // week after which Telegram may count its messages anew.
    private static Holding raw(Features features) {
        return new Holding(
                Set.of("raw_message"),
                "收到的原始消息，处理完就清空",
                WEEK,
                features.inbox()::trimRaw,
                person -> List.of(),
                (person, now) -> {});
    }

    private static Holding outbox(Features features, Duration keep) {
        return new Holding(
                Set.of("outbox"),
                "发给您的消息，" + keep.toDays() + " 天",
                keep,
                features.outbox()::trim,
                person -> List.of(),
                (person, now) -> features.outbox().forget(person.sender()));
    }

    private static Holding photos(Features features) {
        return new Holding(
                Set.of("photo", "photo_viewer", "photo_handle"),
                "照片，和案件一起保存；没有上报的一周后清除",
                null,
                before -> 0,
                person -> photos(person, features.photos()),
                (person, now) -> features.photos().forget(person.sender()));
    }

    private static Holding cases(Features features) {
        return new Holding(
                Set.of(
                        "grid_case",
                        "case_event",
                        "case_photo",
                        "photo_waiver",
                        "case_clock",
                        "case_follower",
                        "case_rating",
                        "case_unit"),
                "您报的事和办结后的评价，办结后只留统计要用的内容",
                null,
                before -> 0,
                person -> cases(features, person),
                (person, now) -> features.cases().forget(person.id(), now));
    }

    private static List<String> cases(Features features, Person person) {
        var language = person.speaks();
        var reported =
                features.cases().export(person.id()).stream()
                        .map(kept -> kept.number() + " " + kept.category().shown(language));
        int rated = features.cases().ratingsOf(person.id()).size();
        var ratings = language.of("办结后的评价 " + rated + " 条", "ratings of cases: " + rated);
        return Stream.concat(reported, rated == 0 ? Stream.empty() : Stream.of(ratings)).toList();
    }

    private static Holding bindings(Features features) {
        var bindings = features.bindings();
        return new Holding(
                Set.of("staff_chat", "staff_menu", "bind_code"),
                "工作人员绑定的聊天和它的菜单，直到解绑；绑定码，一天",
                Duration.ofDays(1),
                bindings::trim,
                person ->
                        bindings.of(person.sender()).stream()
                                .map(member -> account(person) + " " + member.name())
                                .toList(),
                (person, now) -> bindings.forget(person.sender(), now));
    }

    private static Holding sessions(Db db) {
        return new Holding(
                Set.of("spring_session", "spring_session_attributes"),
                "工作人员的登录状态，到退出或半小时没有使用为止",
                Duration.ZERO,
                new Sessions(db)::trim,
                person -> List.of(),
                (person, now) -> {});
    }

    private static Holding wechat(Db db) {
        var records = new WechatRecords(db);
        return new Holding(
                WechatRecords.tables(),
                "公众号里您最近说话的时间，网页是谁打开的，30 天",
                MONTH,
                records::trim,
                person -> records.export(person.sender(), person.speaks()),
                (person, now) -> records.forget(person.sender()));
    }

    private static Holding person(Features features) {
        return new Holding(
                Set.of("person", "subscription"),
                "您的身份（居民或商户）、留下的手机号和订阅，直到您删除",
                null,
                before -> 0,
                person -> profile(person, features.residents().subscriptions(person).size()),
                (person, now) -> features.residents().forget(person));
    }

    private static List<String> photos(Person person, Photos photos) {
        int own = photos.of(person.sender()).size();
        int shown = photos.shownTo(person.sender());
        var language = person.speaks();
        var ours = language.of("照片 " + own + " 张", "pictures: " + own);
        var theirs = language.of("给您看过的处理后照片 " + shown + " 张", "pictures shown to you: " + shown);
        return shown == 0 ? List.of(ours) : List.of(ours, theirs);
    }

    private static String account(Person person) {
        return person.speaks().of("绑定的工作人员账号", "bound account of staff:");
    }

    private static List<String> profile(Person person, int subscriptions) {
        var language = person.speaks();
        var profile = person.profile().shown(language);
        return List.of(
                language.of("身份 " + profile, "you are noted as: " + profile),
                language.of("订阅 " + subscriptions + " 项", "subscriptions: " + subscriptions));
    }

    List<Holding> all() {
        return all;
    }

    @Override
    public List<String> of(Person person) {
        return all.stream().flatMap(holding -> holding.export().of(person).stream()).toList();
    }

    @Override
    public void forget(Person person, Instant now) {
        db.run(() -> {
            db.erasing();
            all.forEach(holding -> holding.erase().person(person, now));
        });
    }

    /** Erases what has been kept long enough; returns how many rows. */
    int trim(Instant now) {
        int gone = 0;
        for (var holding : all) {
            gone += IsolatedRun.of(() -> trim(holding, now), why -> aside(holding, why));
        }
        return gone;
    }

    private static int trim(Holding holding, Instant now) {
        var age = holding.trimAfter();
        return age == null ? 0 : holding.trim().before(now.minus(age));
    }

    private static int aside(Holding holding, Throwable why) {
        LOG.error("{} 里到期的内容没有清掉，下次再试", holding.tables(), why);
        return 0;
    }
}
