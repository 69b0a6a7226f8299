package org.ximen.dialogue.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseChange;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.StageClock;
import org.ximen.cases.State;
import org.ximen.cases.TimedStage;
import org.ximen.cases.Verb;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.staff.Role;
import org.ximen.testing.TestDatabase;

/** Every button, everybody, every state of a case: what is offered, and that nothing else acts. */
class FieldButtonTest {
    private static final String UNIT = "绿化市容所";
    private static final String HELPER = "城运中心";
    private static final String HERE = "曹家街居委会";
    private static final String HANDLES = "导航 到场 拍照提交 退回 要延期 求助";

    /** Who may press what in which states; who does not see the case has no card. */
    private static final Map<String, Map<String, String>> OFFERED =
            Map.of(
                    "处置员",
                    Map.of("DISPATCHED", "接单 " + HANDLES, "ACCEPTED", HANDLES, "*", "导航"),
                    "别的部门",
                    Map.of("*", "-"),
                    "协办的",
                    Map.of(
                            "DISPATCHED",
                            "接单 导航 我们的部分办好了 退回",
                            "ACCEPTED",
                            "接单 导航 我们的部分办好了 退回",
                            "SUSPENDED",
                            "导航",
                            "*",
                            "-"),
                    "核查员",
                    Map.of("HANDLED", "导航 通过 没办好", "VERIFIED", "导航 没办好", "*", "导航"),
                    "别处的核查员",
                    Map.of("*", "-"),
                    "网格长",
                    Map.of(
                            "REPORTED FILED RETURNED DISPATCHED ACCEPTED",
                            "导航 督办 定为紧急",
                            "SUSPENDED HANDLED VERIFIED",
                            "导航 督办",
                            "*",
                            "导航"),
                    "别处的网格长",
                    Map.of("*", "-"),
                    "派遣员",
                    Map.of("REPORTED FILED RETURNED DISPATCHED ACCEPTED", "导航 定为紧急", "*", "导航"),
                    "编辑的",
                    Map.of("*", "导航"));

    /** The buttons that move a case at once; the others ask first, and words follow. */
    private static final Set<FieldButton> ACTING =
            EnumSet.of(
                    FieldButton.ACCEPT,
                    FieldButton.ARRIVE,
                    FieldButton.HELPED,
                    FieldButton.MET,
                    FieldButton.WITHOUT,
                    FieldButton.UNIT,
                    FieldButton.PRIORITISE,
                    FieldButton.RETURN);

    private static final FieldChats FIELD = new FieldChats(TestDatabase.HSQLDB);

    @AfterAll
    static void close() throws IOException {
        FIELD.close();
    }

    @Test
    void eachIsOfferedWhatTheTableAllowsAndNothingElseActs() {
        var chats = hireAll();
        var softly = new SoftAssertions();
        for (var state : State.values()) {
            if (state == State.MERGED) {
                continue;
            }
            var item = in(state);
            chats.forEach((who, chat) -> {
                var card = FIELD.press(chat, FieldButton.CARD, item.number());
                softly.assertThat(labels(card))
                        .as("%s, %s", who, state)
                        .isEqualTo(expected(who, state));
                press(chat, item, card, softly, who + ", " + state);
            });
        }
        softly.assertAll();
    }

    /** Presses whatever is not on the card, old buttons as it were. */
    private void press(Sender chat, GridCase item, Reply card, SoftAssertions softly, String as) {
        var offered = card.choices().stream().map(Choice::value).toList();
        var before = FIELD.staff(item);
        for (var button : ACTING) {
            var value = button.written() + ":" + item.number() + rest(button);
            boolean acts = offered.stream().anyMatch(value::startsWith);
            // The desk asks units for help at the console.
            boolean later =
                    offered.stream().anyMatch(each -> leadsTo(button, each))
                            || button == FieldButton.UNIT && as.startsWith("派遣员");
            if (!acts && !later) {
                FIELD.say(chat, null, value, List.of());
                softly.assertThat(FIELD.staff(item)).as("%s: %s", as, value).isEqualTo(before);
            }
        }
        FIELD.say(chat, null, FieldButton.DROP.written(), List.of());
    }

    private static String rest(FieldButton button) {
        return switch (button) {
            case WITHOUT -> "/INDOORS";
            case UNIT -> "/cyzx";
            default -> "";
        };
    }

    /** What is pressed only after another button of the card. */
    private static boolean leadsTo(FieldButton button, String offered) {
        return switch (button) {
            case MET, WITHOUT -> offered.startsWith(FieldButton.PHOTO.written());
            case UNIT -> offered.startsWith(FieldButton.HELP.written());
            default -> false;
        };
    }

    private static Set<String> labels(Reply card) {
        var labels = new LinkedHashSet<String>();
        card.choices().forEach(choice -> labels.add(choice.label()));
        return labels;
    }

    private static Set<String> expected(String who, State state) {
        var table = OFFERED.getOrDefault(who, Map.of("*", "查进度"));
        var row =
                table.entrySet().stream()
                        .filter(each -> List.of(each.getKey().split(" ")).contains(state.name()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseGet(() -> String.valueOf(table.get("*")));
        return row.equals("-") ? Set.of("我的任务") : new LinkedHashSet<>(List.of(row.split(" ")));
    }

    private static Map<String, Sender> hireAll() {
        var chats = new LinkedHashMap<String, Sender>();
        chats.put("处置员", FIELD.bind("处置员", Role.HANDLER, UNIT, null));
        chats.put("别的部门", FIELD.bind("别的部门", Role.HANDLER, "派出所", null));
        chats.put("协办的", FIELD.bind("协办的", Role.HANDLER, HELPER, null));
        chats.put("核查员", FIELD.bind("核查员", Role.VERIFIER, null, HERE));
        chats.put("别处的核查员", FIELD.bind("别处的核查员", Role.VERIFIER, null, "文庙居委会"));
        chats.put("网格长", FIELD.bind("网格长", Role.LEADER, null, HERE));
        chats.put("别处的网格长", FIELD.bind("别处的网格长", Role.LEADER, null, "文庙居委会"));
        chats.put("派遣员", FIELD.bind("派遣员", Role.DISPATCHER, null, null));
        chats.put("编辑的", FIELD.bind("编辑的", Role.EDITOR, null, null));
        chats.put("居民", new Sender("web", "居民"));
        return chats;
    }

    /** A case in a state; a unit helps where one can. */
    private GridCase in(State state) {
        var number = FIELD.report("曹家街2弄垃圾没人收").number();
        for (var verb : way(state)) {
            FIELD.move(number, verb);
            if (verb == Verb.DISPATCH) {
                var asked = Move.of(Verb.ASSIST, null, CaseChange.units(HELPER));
                FIELD.street
                        .features
                        .cases()
                        .move(number, asked, Actor.system(), FIELD.street.clock.instant());
            }
        }
        var item = FIELD.street.features.cases().find(number).orElseThrow();
        assertThat(item.state()).isEqualTo(state);
        return item;
    }

    private static List<Verb> way(State state) {
        var handled = List.of(Verb.FILE, Verb.DISPATCH, Verb.HANDLE);
        return switch (state) {
            case REPORTED, MERGED -> List.of();
            case FILED -> List.of(Verb.FILE);
            case DISPATCHED -> List.of(Verb.FILE, Verb.DISPATCH);
            case ACCEPTED -> List.of(Verb.FILE, Verb.DISPATCH, Verb.ACCEPT);
            case RETURNED -> List.of(Verb.FILE, Verb.DISPATCH, Verb.RETURN);
            case SUSPENDED -> List.of(Verb.FILE, Verb.DISPATCH, Verb.SUSPEND);
            case HANDLED -> handled;
            case VERIFIED -> more(handled, Verb.VERIFY);
            case CLOSED -> more(handled, Verb.VERIFY, Verb.CLOSE);
            case REFUSED -> List.of(Verb.REFUSE);
            case CANCELLED -> List.of(Verb.CANCEL);
        };
    }

    private static List<Verb> more(List<Verb> first, Verb... then) {
        return Stream.concat(first.stream(), Stream.of(then)).toList();
    }

    @Test
    void theSamePictureTwiceCountsOnceAndWordsBesideItGoAlong() throws IOException {
        var chat = FIELD.bind("拍照的", Role.HANDLER, UNIT, null);
        var number = FIELD.report("曹家街2弄垃圾没人收").number();
        FIELD.move(number, Verb.FILE);
        FIELD.move(number, Verb.DISPATCH);
        FIELD.press(chat, FieldButton.ARRIVE, number);
        var asked = FIELD.say(chat, "清好了", null, List.of(FIELD.photo(chat, 7)));
        assertThat(asked.text()).contains("记作 " + number + " 的处置后照片");
        // Sent again from a phone that had no net.
        FIELD.say(chat, null, null, List.of(FIELD.photo(chat, 7)));
        assertThat(FIELD.street.features.cases().evidence(number).photos()).isEmpty();
        FIELD.press(chat, FieldButton.MET, number);
        assertThat(FIELD.street.features.cases().evidence(number).photos()).hasSize(1);
        var item = FIELD.street.features.cases().find(number).orElseThrow();
        assertThat(item.state()).isEqualTo(State.HANDLED);
        assertThat(item.history().getLast().note()).isEqualTo("清好了");
        assertThat(item.history().getLast().who()).isEqualTo("拍照的");
        // Pressed twice.
        assertThat(FIELD.press(chat, FieldButton.MET, number).text())
                .contains("不能“处置完成”", "您 处置完成");
        assertThat(FIELD.street.features.cases().find(number).orElseThrow().history())
                .isEqualTo(item.history());
        // What proves a step stays when the one who sent it is forgotten.
        FIELD.street.features.photos().forget(chat);
        assertThat(FIELD.street.features.cases().evidence(number).photos()).hasSize(1);
        var kept = FIELD.street.features.cases().evidence(number).photos().getFirst().id();
        assertThat(FIELD.street.features.photos().find(kept)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSettlesAFindDoesNotCheckItAndIsNotOfferedTheSamePictureTwice(TestDatabase database)
            throws IOException {
        try (var other = new FieldChats(database)) {
            var chat = other.bind("网格员", Role.VERIFIER, null, null);
            other.bind("值班的", Role.DISPATCHER, null, null);
            var first = other.photo(chat, 11);
            var found = other.say(chat, "曹家街2弄门口垃圾没人收", null, List.of(first));
            assertThat(found.text()).contains("巡查上报：暴露垃圾 · 曹家街2弄");
            other.press(chat, FieldButton.SETTLE, "");
            assertThat(other.say(chat, null, null, List.of(other.photo(chat, 11))).text())
                    .contains("同一张");
            var settled = other.say(chat, null, null, List.of(other.photo(chat, 12)));
            assertThat(settled.text()).contains("登记并办好了");
            var number = String.valueOf(settled.caseNumber());
            assertThat(other.item(number).state()).isEqualTo(State.HANDLED);
            assertThat(other.street.features.cases().clocks(number))
                    .filteredOn(each -> each.stoppedAt() == null)
                    .extracting(StageClock::stage)
                    .containsExactly(TimedStage.VERIFICATION);
            assertThat(other.press(chat, FieldButton.VERIFY, number).text()).contains("处置的人不能自己核查");
            // The same once more from a phone that had no net.
            other.street.clock.pass(Duration.ofMinutes(1));
            other.say(chat, "曹家街2弄门口垃圾没人收", null, List.of(other.photo(chat, 11)));
            assertThat(other.press(chat, FieldButton.FILE, "").text()).contains("已经随 " + number);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofADangerThatWasSettledAtOnceTheDeskHasNothingToFile(TestDatabase database)
            throws IOException {
        try (var other = new FieldChats(database)) {
            var chat = other.bind("网格员", Role.VERIFIER, null, null);
            other.bind("值班的", Role.DISPATCHER, null, null);
            var said = "曹家街2弄门口井盖翘起来了";
            other.say(chat, said, null, List.of(other.photo(chat, 11)));
            other.press(chat, FieldButton.SETTLE, "");
            var settled = other.say(chat, null, null, List.of(other.photo(chat, 12)));
            assertThat(other.item(String.valueOf(settled.caseNumber())).urgent()).isTrue();
            other.street.outbox.drain(other.street.clock.instant());
            assertThat(other.street.heard)
                    .extracting(each -> each.reply().text())
                    .noneMatch(each -> each.contains("待立案"));
        }
    }

    /** A handler with a case that was sent to the unit. */
    private static String sent(Sender chat) {
        var number = FIELD.report("曹家街2弄垃圾没人收").number();
        FIELD.move(number, Verb.FILE);
        FIELD.move(number, Verb.DISPATCH);
        assertThat(FIELD.press(chat, FieldButton.RETURN, number).text()).contains("为什么退回");
        return number;
    }

    @Test
    void wordsAreTheReasonOnlyOfWhatWasJustAsked() {
        var chat = FIELD.bind("说话的", Role.HANDLER, UNIT, null);
        var given = sent(chat);
        assertThat(FIELD.say(chat, "取消", null, List.of()).text()).contains("没有改动");
        FIELD.say(chat, "不归我们管", null, List.of());
        assertThat(FIELD.item(given).state()).isEqualTo(State.DISPATCHED);
        FIELD.say(chat, "取消", null, List.of());
        var late = sent(chat);
        FIELD.street.clock.pass(Duration.ofMinutes(6));
        var news = FIELD.report("曹家街2弄垃圾没人收").number();
        FIELD.move(news, Verb.FILE);
        FIELD.move(news, Verb.DISPATCH);
        FIELD.say(chat, "不归我们管", null, List.of());
        assertThat(FIELD.item(late).state()).as("spoke of another").isEqualTo(State.DISPATCHED);
        FIELD.say(chat, "取消", null, List.of());
        var slow = sent(chat);
        FIELD.street.clock.pass(Duration.ofMinutes(40));
        FIELD.say(chat, "不归我们管", null, List.of());
        assertThat(FIELD.item(slow).state()).as("nothing came between").isEqualTo(State.RETURNED);
        var danger = sent(chat);
        assertThat(FIELD.say(chat, "楼下着火了，烟好大", null, List.of()).text()).contains("119");
        assertThat(FIELD.item(danger).state()).isEqualTo(State.DISPATCHED);
    }

    @Test
    void aPictureGoesToACaseOnlyOnceThatIsSaid() throws IOException {
        var chat = FIELD.bind("拿错的", Role.HANDLER, UNIT, null);
        var cases = FIELD.street.features.cases();
        var number = FIELD.report("曹家街2弄垃圾没人收").number();
        FIELD.move(number, Verb.FILE);
        FIELD.move(number, Verb.DISPATCH);
        FIELD.press(chat, FieldButton.ARRIVE, number);
        var asked = FIELD.say(chat, null, null, List.of(FIELD.photo(chat, 22)));
        assertThat(asked.text()).contains("要记作 " + number);
        assertThat(labels(asked)).containsExactly("符合，提交核查", "还没完", "不是这件");
        var which = FIELD.press(chat, FieldButton.OTHER, number);
        assertThat(which.text()).contains("这张照片是哪件的");
        assertThat(which.choices())
                .extracting(Choice::value)
                .contains(FieldButton.PATROL.written())
                .doesNotContain(FieldButton.SHOWS.written() + ":" + number);
        assertThat(cases.evidence(number).photos()).isEmpty();
        assertThat(FIELD.press(chat, FieldButton.OTHER, number).text()).contains("已经记好");
        FIELD.press(chat, FieldButton.PHOTO, number);
        FIELD.say(chat, null, null, List.of(FIELD.photo(chat, 23)));
        FIELD.press(chat, FieldButton.UNMET, number);
        assertThat(cases.evidence(number).photos()).hasSize(1);
        assertThat(FIELD.item(number).state()).isEqualTo(State.ACCEPTED);
        // The next day nothing is in hand any more.
        FIELD.street.clock.pass(Duration.ofHours(13));
        var next = FIELD.say(chat, null, null, List.of(FIELD.photo(chat, 24)));
        assertThat(next.text()).doesNotContain("要记作");
        assertThat(cases.evidence(number).photos()).hasSize(1);
        FIELD.press(chat, FieldButton.PHOTO, number);
        assertThat(FIELD.say(chat, "有人触电倒在地上", null, List.of(FIELD.photo(chat, 21))).text())
                .contains("120");
        assertThat(cases.evidence(number).photos()).hasSize(1);
    }
}
