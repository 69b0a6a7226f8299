package org.ximen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ximen.testing.CaseForms.open;
import static org.ximen.testing.CaseForms.press;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.db.Db;
import org.ximen.played.PlayedTelegram;
import org.ximen.played.PlayedUser;
import org.ximen.played.Seen;
import org.ximen.staff.Accounts;
import org.ximen.staff.Bindings;
import org.ximen.staff.Role;
import org.ximen.testing.Browser;
import org.ximen.testing.Snapshot;
import org.ximen.testing.Street;
import org.ximen.testing.Workbench;

/**
 * The whole life of one case on five phones with Telegram and at the desk with a browser: who
 * reported it, the grid officer, two units and the leader of the grid.
 */
class WholeLifeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GRID = "曹家街居委会";
    private static final String PHONE = "13800138000";
    private static final String INTERNAL = "上次那户难说话";
    private static final String URGED = "今天一定清掉";
    private static final Pattern NUMBER = Pattern.compile("XM-\\d{8}-\\d{4}");

    /** What nobody asked for: who reported is told of steps, staff of what waits for them. */
    private static final Pattern UNASKED =
            Pattern.compile("(?s)您反映的 XM[-\\d]+（.*?）(?<step>.*)|(?<why>.*)：XM.*请到工作台查看。");

    @TempDir Path home;

    /** It is Monday morning, and time goes on. */
    private final InstantSource clock =
            Clock.offset(
                    Clock.systemUTC(),
                    Duration.between(Instant.now(), Instant.parse(Street.MONDAY)));

    private final PlayedTelegram played = PlayedTelegram.start(clock);
    private final Phone resident = new Phone("居民");
    private final Phone officer = new Phone("网格小陈");
    private final Phone greening = new Phone("绿化小王");
    private final Phone enforcement = new Phone("执法小方");
    private final Phone leader = new Phone("街长小严");
    private Workbench bench;
    private Browser browser;
    private Page desk;
    private int pictures;

    @BeforeEach
    void start() {
        played.limits().off();
        browser = Browser.open();
        bench = Workbench.open(home, settings(), clock);
        bind(officer, Role.VERIFIER, null);
        bind(greening, Role.HANDLER, "绿化市容所");
        bind(enforcement, Role.HANDLER, "综合执法队");
        bind(leader, Role.LEADER, null);
        desk = bench.signIn(browser.desktop(), "dispatcher");
    }

    private Map<String, Object> settings() {
        return Map.of(
                "ximen.telegram.token",
                PlayedTelegram.TOKEN,
                "ximen.telegram.api",
                played.base(),
                "ximen.telegram.limits.per-second",
                0,
                "ximen.telegram.limits.per-chat",
                0);
    }

    private void bind(Phone phone, Role role, @Nullable String department) {
        bench.hire(phone.name, role, department, List.of(GRID));
        var member = bench.get(Accounts.class).find(phone.name).orElseThrow();
        phone.says("/bind " + bench.get(Bindings.class).code(member, clock.instant()));
        phone.hears("绑定好了，账号 " + phone.name);
    }

    @AfterEach
    void close() {
        played.close();
        if (browser != null) {
            browser.close();
        }
        if (bench != null) {
            bench.close();
        }
    }

    @Test
    void eachIsToldWhatConcernsThemOnceAndNothingInternalReachesWhoReported() {
        var number = reportedAsTheWrongKind();
        var found = foundOnPatrol();
        putRight(number, found);
        helpedByAnotherUnit(number);
        done(number);
        closed(number);
        resident.presses("没有解决", "已重新办理");
        urged(number);
        done(number);
        closed(number);
        resident.presses("解决了", "有人和您联系过吗");
        resident.presses("没有联系", "满意吗");
        resident.presses("满意", "谢谢，记下了");
        assertTold(found);
        assertOver(number);
    }

    private String reportedAsTheWrongKind() {
        resident.shows("曹家街2弄门口一地的生活垃圾，三天没人清，电话" + PHONE, "我来登记");
        return number(resident.presses("提交", "已登记"));
    }

    private String foundOnPatrol() {
        officer.shows("曹家街2弄门口堆着旧木料", "巡查上报");
        officer.presses("改类别", "改成哪一类");
        officer.says("擅自占用道路堆物");
        officer.hears("擅自占用道路堆物 · 曹家街2弄门口");
        return number(officer.presses("上报", "巡查上报登记了"));
    }

    /** The desk sends it to the wrong unit, notes something, and sees what it is. */
    private void putRight(String number, String found) {
        go(number);
        desk.getByText("立案并派给绿化市容所").click();
        greening.hears("新派给绿化市容所：" + number);
        go(number);
        open(desk, "内部备注").locator("textarea").fill(INTERNAL);
        press(desk, "内部备注");
        open(desk, "改类").locator("select[name=category]").selectOption("E0136");
        open(desk, "改类").locator("textarea").fill("照片里是木料");
        press(desk, "改类");
        greening.hears("派错了，已收回");
        enforcement.hears("新派给综合执法队：" + number);
        resident.hears("类别改为“擅自占用道路堆物”，改由综合执法队负责");
        go(found);
        desk.getByText("并入 " + number).click();
        assertThat(desk.locator("dl.facts")).containsText(number);
    }

    private void helpedByAnotherUnit(String number) {
        enforcement.presses("看这件", "待接单");
        enforcement.presses("接单", "接单了：" + number);
        resident.hears("综合执法队已接单");
        enforcement.presses("求助", "请哪个单位一起办");
        enforcement.presses("绿化市容所", "已请他们协助办理 " + number);
        greening.hears("综合执法队请绿化市容所协助");
        greening.presses("看这件", number);
        greening.presses("接单", "接单了：" + number);
        enforcement.hears("绿化市容所答应协助");
        greening.presses("我们的部分办好了", "记作办好了");
        enforcement.hears("绿化市容所已办好");
    }

    /** Handled and checked, each with a picture. */
    private void done(String number) {
        enforcement.says("我的任务");
        enforcement.hears("等您办的 1 件");
        enforcement.presses("拍照提交", "请拍一张处置后的照片");
        enforcement.shows(null, "要记作 " + number + " 的处置后照片");
        enforcement.presses("符合，提交核查", number + " 已提交核查");
        resident.hears("拍了处置后的照片");
        officer.hears("处置完成，待核查：" + number);
        officer.presses("看这件", number);
        officer.presses("通过", "请拍一张");
        officer.shows(null, number + " 核查通过");
        resident.hears("到现场核查（照片）");
    }

    private void closed(String number) {
        go(number);
        var form = open(desk, "结案");
        form.locator("input[name=condition]").check();
        form.locator("textarea").fill("木料已清走");
        press(desk, "结案");
        resident.hears("已结案，结果：已解决（木料已清走）");
        assertThat(resident.user.last().photo()).isNotNull();
    }

    private void urged(String number) {
        enforcement.hears("反映人说没有解决，重新办理");
        leader.says("我的任务");
        leader.hears(number);
        leader.presses("督办", "要对派单台和处置的人说什么");
        leader.says(URGED);
        leader.hears("已督办 " + number);
        enforcement.hears("网格长督办（" + URGED + "）");
    }

    private void assertTold(String found) {
        await().atMost(PATIENCE).until(this::nothingWaits);
        assertThat(resident.unasked())
                .map(step -> step.substring(0, Math.min(5, step.length())))
                .containsExactly(
                        "已立案，接", "已派给绿化", "类别改为“", "综合执法队", "综合执法队", "网格员11", "已结案，结", "综合执法队",
                        "网格员11", "已结案，结");
        assertThat(officer.unasked()).containsExactly("处置完成，待核查", "处置完成，待核查");
        assertThat(greening.unasked())
                .containsExactly("新派给绿化市容所", "派错了，已收回，绿化市容所不用再办（照片里是木料）", "综合执法队请绿化市容所协助");
        assertThat(enforcement.unasked())
                .containsExactly(
                        "新派给综合执法队",
                        "协办单位绿化市容所答应协助",
                        "协办单位绿化市容所已办好",
                        "反映人说没有解决，重新办理，请综合执法队",
                        "网格长督办（" + URGED + "），请综合执法队");
        assertThat(leader.unasked()).isEmpty();
        assertThat(resident.user.texts())
                .noneMatch(text -> text.contains(INTERNAL) || text.contains(URGED))
                .noneMatch(text -> staff().stream().anyMatch(who -> text.contains(who.name)))
                .noneMatch(text -> text.contains(found) || text.contains("协助"));
        assertThat(staff())
                .allSatisfy(who ->
                        assertThat(who.user.texts()).noneMatch(text -> text.contains(PHONE)));
    }

    private List<Phone> staff() {
        return List.of(officer, greening, enforcement, leader);
    }

    private boolean nothingWaits() {
        return bench.get(Db.class)
                        .client()
                        .sql("select count(*) from outbox where state in ('PENDING', 'SENDING')")
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** The page of the case has it all. */
    private void assertOver(String number) {
        go(number);
        assertThat(desk.locator(".state")).containsText("已结案");
        assertThat(desk.locator(".history")).containsText(INTERNAL);
        assertThat(desk.locator(".photos li")).hasCount(5);
        assertThat(browser.complaints()).isEmpty();
    }

    private void go(String number) {
        desk.navigate(bench.at("/console/cases/" + number));
    }

    private static String number(String text) {
        var found = NUMBER.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }

    /** A telephone, and how much of it was read. */
    private final class Phone {
        final String name;
        final PlayedUser user;
        private long read;

        Phone(String name) {
            this.name = name;
            this.user = played.user(name);
        }

        void says(String words) {
            user.say(words);
        }

        void shows(@Nullable String caption, String hears) {
            user.photo(Snapshot.jpeg(++pictures), caption);
            hears(hears);
        }

        String presses(String label, String hears) {
            user.press(label);
            return hears(hears);
        }

        /** Waits for a message, or a change of one, that holds these words, and reads to it. */
        String hears(String words) {
            await(name + " hears " + words).atMost(PATIENCE).until(() -> next(words).isPresent());
            var heard = next(words).orElseThrow();
            read = heard.turn();
            return heard.text();
        }

        private Optional<Seen> next(String words) {
            return user.inbox().stream()
                    .filter(message -> message.turn() > read && message.text().contains(words))
                    .min(Comparator.comparing(Seen::turn));
        }

        List<String> unasked() {
            return user.texts().stream()
                    .map(UNASKED::matcher)
                    .filter(Matcher::matches)
                    .map(found ->
                            found.group("step") == null ? found.group("why") : found.group("step"))
                    .toList();
        }
    }
}
