package org.ximen.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.Draft;
import org.ximen.cases.GridCase;
import org.ximen.chat.Incoming;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.residents.Person;
import org.ximen.staff.Accounts;
import org.ximen.staff.Bindings;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Office;
import org.ximen.testing.TestDatabase;

class HandoffTest {
    // Monday, 10:00 in Shanghai
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant OPENING = Instant.parse("2026-11-24T00:00:00Z");

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void whoAsksIsToldTheirPlaceAndTheOfficeHours(TestDatabase database) {
        var office = new Office(database.open(), home);
        var first = office.handoff.ask(person(office, "first"), "怎么办居住证", NOW);
        var second = office.handoff.ask(person(office, "second"), null, NOW);
        assertThat(office.handoff.place(first, NOW))
                .isEqualTo(new QueuePlace(first.id(), Ticket.State.WAITING, 0, null));
        assertThat(office.handoff.place(second, EVENING))
                .isEqualTo(new QueuePlace(second.id(), Ticket.State.WAITING, 1, OPENING));
        assertThat(office.handoff.ask(person(office, "first"), "又问", NOW).id())
                .isEqualTo(first.id());
    }

    @ParameterizedTest
    @EnumSource
    void theBotIsSilentWhileAPersonTalks(TestDatabase database) {
        var office = new Office(database.open(), home);
        var person = person(office, "wang");
        var desk = desk(office);
        var id = office.handoff.ask(person, "想找人", NOW).id();
        assertThat(office.handoff.silences(person.sender())).isFalse();
        office.handoff.desk().claim(id, desk, NOW);
        assertThat(office.handoff.silences(person.sender())).isTrue();
        assertThat(office.handoff.relay(person.sender(), "我家漏水", NOW))
                .isEqualTo(Handoff.Relayed.KEPT);
        var ticket = office.handoff.desk().say(id, desk, "马上来看", NOW);
        assertThat(ticket.lines()).extracting(Ticket.Line::text).containsExactly("我家漏水", "马上来看");
        office.handoff.desk().close(id, desk, NOW);
        assertThat(office.handoff.silences(person.sender())).isFalse();
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried)
                .satisfiesExactly(
                        one -> assertThat(one).contains("工作人员已接入"),
                        two -> assertThat(two).contains("工作人员：马上来看"),
                        three -> assertThat(three).contains("人工服务已结束"));
    }

    @ParameterizedTest
    @EnumSource
    void whoWritesEnglishIsToldInEnglishWhoIsThere(TestDatabase database) {
        var office = new Office(database.open(), home);
        var person = person(office, "smith");
        office.residents.language(person, "en");
        var desk = desk(office);
        var id = office.handoff.ask(person, "my roof leaks", NOW).id();
        office.handoff.desk().claim(id, desk, NOW);
        office.handoff.desk().say(id, desk, "马上来看", NOW);
        office.handoff.desk().close(id, desk, NOW);
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried)
                .satisfiesExactly(
                        one -> assertThat(one).contains("A member of staff is with you now"),
                        two -> assertThat(two).contains("Our staff: 马上来看"),
                        three -> assertThat(three).contains("The talk with our staff has ended"));
    }

    @ParameterizedTest
    @EnumSource
    void theResidentCanEndItWithOneWord(TestDatabase database) {
        var office = new Office(database.open(), home);
        var person = person(office, "wang");
        var id = office.handoff.ask(person, null, NOW).id();
        assertThat(office.handoff.relay(person.sender(), "结束", NOW))
                .isEqualTo(Handoff.Relayed.NOBODY);
        office.handoff.desk().claim(id, desk(office), NOW);
        assertThat(office.handoff.relay(person.sender(), " 結束 ", NOW))
                .isEqualTo(Handoff.Relayed.ENDED);
        assertThat(office.handoff.open(person.sender())).isEmpty();
        assertThatThrownBy(() -> office.handoff.desk().say(id, desk(office), "还在吗", NOW))
                .hasMessageContaining("已结束");
    }

    @ParameterizedTest
    @EnumSource
    void onlyOneTakesATicketAndOnlyTheyTalk(TestDatabase database) {
        var office = new Office(database.open(), home);
        var id = office.handoff.ask(person(office, "wang"), null, NOW).id();
        office.handoff.desk().claim(id, desk(office), NOW);
        var other = office.hire(Role.EDITOR, home, NOW);
        assertThatThrownBy(() -> office.handoff.desk().claim(id, other, NOW))
                .hasMessageContaining("已由 dispatcher 接待");
        assertThatThrownBy(() -> office.handoff.desk().say(id, other, "我来", NOW))
                .hasMessageContaining("由 dispatcher 接听");
        assertThatThrownBy(() -> office.handoff.desk().list(office.hire(Role.HANDLER, home, NOW)))
                .hasMessageContaining("接待居民");
    }

    @ParameterizedTest
    @EnumSource
    void letsGoOfAPersonWithEverythingSaid(TestDatabase database) {
        var office = new Office(database.open(), home);
        var person = person(office, "wang");
        var id = office.handoff.ask(person, "想找人", NOW).id();
        office.handoff.desk().claim(id, desk(office), NOW);
        office.handoff.relay(person.sender(), "我家漏水", NOW);
        var holding = office.handoff.holding();
        assertThat(holding.export().of(person)).singleElement().asString().contains("我家漏水");
        holding.erase().person(person, NOW);
        assertThat(holding.export().of(person)).isEmpty();
        assertThat(office.handoff.desk().list(desk(office))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverLeadsItFromTheirChatHearsThatItIsGone(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = desk(office);
        bind(office, desk, "desk");
        var person = person(office, "wang");
        var id = office.handoff.ask(person, "想找人", NOW).id();
        office.handoff.chats().take(id, desk, chat(desk), NOW);
        office.handoff.holding().erase().person(person, NOW);
        assertThat(office.handoff.chats().inHand(new Sender("pigeon", "desk"), NOW)).isEmpty();
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried.getLast())
                .isEqualTo("desk " + id + " 号居民删除了自己的全部信息，对话已结束。");
    }

    @ParameterizedTest
    @EnumSource
    void whoCannotWaitStandsFirstAndTheDispatchersHearAtOnce(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = desk(office);
        bind(office, desk, "desk");
        office.handoff.ask(person(office, "first"), "怎么办居住证", NOW);
        var wish = new NewTicket("我不想活了，电话13812345678", null, "可能有轻生的念头", null);
        var urgent = office.handoff.askAbout(person(office, "second"), wish, NOW);
        assertThat(office.handoff.place(urgent, NOW).before()).isZero();
        var third = office.handoff.ask(person(office, "third"), null, NOW);
        assertThat(office.handoff.place(third, NOW).before()).isEqualTo(2);
        assertThat(office.handoff.desk().list(desk))
                .extracting(Ticket::urgent)
                .containsExactly("可能有轻生的念头", null, null);
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried)
                .hasSize(3)
                .contains(
                        "desk 【急】有居民急需人工：可能有轻生的念头，"
                                + urgent.id()
                                + " 号。“我不想活了，电话138********”。请马上接待。");
    }

    @ParameterizedTest
    @EnumSource
    void whoWaitsAlreadyMovesForwardWithTheNewWordsAndTheDeskHearsOnce(TestDatabase database) {
        var office = new Office(database.open(), home);
        bind(office, desk(office), "desk");
        var wang = person(office, "wang");
        var id = office.handoff.ask(wang, "想找人", NOW).id();
        var wish = new NewTicket("没人管我，我不想活了", "求助", "可能有轻生的念头", null);
        var again = office.handoff.askAbout(wang, wish, NOW);
        assertThat(again.id()).isEqualTo(id);
        assertThat(again.kind()).isEqualTo("求助");
        assertThat(again.lines()).extracting(Ticket.Line::text).containsExactly("没人管我，我不想活了");
        office.handoff.askAbout(wang, wish, NOW);
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried)
                .satisfiesExactly(
                        one -> assertThat(one).contains("居民要人工：" + id + " 号。“想找人”"),
                        two -> assertThat(two).contains("“没人管我，我不想活了”"));
    }

    @ParameterizedTest
    @EnumSource
    void noDepartmentSeesWhatIsSaidAgainstIt(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = desk(office);
        var accused = dispatcherOf(office, "wy");
        var other = dispatcherOf(office, "fgs");
        bind(office, accused, "accused");
        bind(office, other, "other");
        var wish = new NewTicket("物业骂人", "不满", "和物业起了冲突", "wy");
        var id = office.handoff.askAbout(person(office, "wang"), wish, NOW).id();
        assertThat(office.handoff.desk().list(desk)).extracting(Ticket::kind).containsExactly("不满");
        assertThat(office.handoff.desk().list(accused)).isEmpty();
        assertThatThrownBy(() -> office.handoff.desk().claim(id, accused, NOW))
                .hasMessageContaining("没有 " + id + " 号排队");
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried)
                .singleElement()
                .satisfies(told -> assertThat(told).startsWith("other 【急】有居民急需人工：和物业起了冲突"));
        office.handoff.desk().claim(id, other, NOW);
    }

    @ParameterizedTest
    @EnumSource
    void whereNoDispatcherHasAChatTheOthersOfTheDeskHear(TestDatabase database) {
        var office = new Office(database.open(), home);
        bind(office, office.hire(Role.EDITOR, home, NOW), "editor");
        bind(office, office.hire(Role.HANDLER, home, NOW), "handler");
        var wish = new NewTicket(null, null, "可能有轻生的念头", null);
        office.handoff.askAbout(person(office, "wang"), wish, NOW);
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried)
                .singleElement()
                .satisfies(told -> assertThat(told).startsWith("editor 【急】有居民急需人工"));
    }

    @ParameterizedTest
    @EnumSource
    void whoCameAtNightIsToldOfWhenTheOfficeOpens(TestDatabase database) {
        var office = new Office(database.open(), home);
        bind(office, desk(office), "desk");
        var id = office.handoff.ask(person(office, "wang"), "想找人", EVENING).id();
        assertThat(office.handoff.sweep(EVENING)).isZero();
        office.outbox.drain(EVENING);
        assertThat(office.pigeons.carried).isEmpty();
        assertThat(office.handoff.sweep(OPENING)).isEqualTo(1);
        assertThat(office.handoff.sweep(OPENING)).isZero();
        office.outbox.drain(OPENING);
        assertThat(office.pigeons.carried).containsExactly("desk 居民要人工：" + id + " 号。“想找人”。");
    }

    @ParameterizedTest
    @EnumSource
    void aTalkIsPassedOnAndPutBackWithItsNotes(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = desk(office);
        var editor = office.hire(Role.EDITOR, home, NOW);
        var wang = person(office, "wang");
        var first = office.handoff.ask(wang, "想找人", NOW).id();
        office.handoff.ask(person(office, "li"), null, NOW);
        office.handoff.desk().claim(first, desk, NOW);
        office.handoff.desk().note(first, editor, "耳朵不好", NOW);
        var handler = office.hire(Role.HANDLER, home, NOW);
        assertThatThrownBy(() -> office.handoff.desk().pass(first, handler, desk, NOW))
                .hasMessageContaining("handler 不能接待");
        assertThatThrownBy(() -> office.handoff.desk().pass(first, editor, editor, NOW))
                .hasMessageContaining("由 dispatcher 接听");
        var passed = office.handoff.desk().pass(first, editor, desk, NOW);
        assertThat(passed.claimedBy()).isEqualTo("editor");
        assertThat(passed.lines()).isEmpty();
        assertThat(passed.notes())
                .extracting(Ticket.Line::text)
                .containsExactly("耳朵不好", "转给 editor");
        assertThatThrownBy(() -> office.handoff.desk().say(first, desk, "还在", NOW))
                .hasMessageContaining("由 editor 接听");
        var back = office.handoff.desk().putBack(first, editor, NOW);
        assertThat(office.handoff.place(back, NOW).before()).isZero();
        assertThat(office.handoff.silences(wang.sender())).isFalse();
        assertThat(office.handoff.holding().export().of(wang).toString()).doesNotContain("耳朵不好");
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoWhoPressAtOnceOneHasIt(TestDatabase database) throws Exception {
        var office = new Office(database.open(), home);
        var id = office.handoff.ask(person(office, "wang"), "想找人", NOW).id();
        var staff = List.of(desk(office), office.hire(Role.EDITOR, home, NOW));
        var chats = office.handoff.chats();
        try (var both = Executors.newFixedThreadPool(staff.size())) {
            var tries =
                    both.invokeAll(
                            staff.stream()
                                    .<Callable<TicketChats.Taking>>map(
                                            who -> () -> chats.take(id, who, chat(who), NOW))
                                    .toList());
            var became = new ArrayList<TicketChats.Taking>();
            for (var each : tries) {
                became.add(each.get());
            }
            assertThat(became).hasAtLeastOneElementOfType(TicketChats.Taking.Taken.class);
            assertThat(became).hasAtLeastOneElementOfType(TicketChats.Taking.TooLate.class);
        }
        assertThat(staff.stream().flatMap(who -> chats.held(who).stream())).hasSize(1);
    }

    private static Sender chat(StaffMember who) {
        return new Sender("pigeon", who.name());
    }

    @ParameterizedTest
    @EnumSource
    void wordsOfAnotherChatOrOfThePastAreNotForTheResident(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = desk(office);
        bind(office, desk, "desk");
        var chat = new Sender("pigeon", "desk");
        var chats = office.handoff.chats();
        var id = office.handoff.ask(person(office, "wang"), "想找人", NOW).id();
        assertThat(chats.take(id, desk, chat, NOW)).isInstanceOf(TicketChats.Taking.Taken.class);
        assertThat(chats.inHand(chat, NOW))
                .hasValueSatisfying(hand -> assertThat(hand.fresh()).isTrue());
        var later = NOW.plus(TicketChats.FRESH);
        assertThat(chats.inHand(chat, later))
                .hasValueSatisfying(hand -> assertThat(hand.fresh()).isFalse());
        office.handoff.relay(new Sender("pigeon", "wang"), "还在吗", later);
        assertThat(chats.inHand(chat, later))
                .hasValueSatisfying(hand -> assertThat(hand.fresh()).isTrue());
        var bindings = new Bindings(office.db, office.audit);
        var anew = later.plusSeconds(60);
        bindings.bind(bindings.code(desk, anew), new Sender("pigeon", "other"), anew);
        assertThat(chats.inHand(chat, anew)).isEmpty();
        office.handoff.relay(new Sender("pigeon", "wang"), "在吗", anew.plusSeconds(1));
        assertThat(chats.inHand(new Sender("pigeon", "other"), anew)).isEmpty();
        assertThat(chats.turnTo(id, desk, anew)).isPresent();
        assertThat(chats.inHand(new Sender("pigeon", "other"), anew)).isPresent();
        office.handoff.desk().close(id, desk, anew);
        assertThat(chats.inHand(new Sender("pigeon", "other"), anew)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSaidBeforeGoesWithTheTicketAndIsNotKeptLonger(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wang = person(office, "wang");
        var background = new TicketBackground(office.db, office.outbox, office.cases);
        say(office, wang, "m1", "敬老卡怎么办，电话13812345678", "带身份证去办", NOW);
        var ticket = office.handoff.ask(wang, null, NOW.plusSeconds(1));
        say(office, wang, "m2", "还要等多久", "前面没有人", NOW.plusSeconds(2));
        assertThat(background.of(ticket).talk())
                .extracting(TicketBackground.Spoken::text)
                .containsExactly("敬老卡怎么办，电话138********", "带身份证去办", "还要等多久", "前面没有人");
        var desk = desk(office);
        office.handoff.desk().claim(ticket.id(), desk, NOW.plusSeconds(3));
        office.handoff.desk().say(ticket.id(), desk, "您好", NOW.plusSeconds(4));
        var days = Duration.ofDays(2);
        var holding = office.handoff.wordsHolding();
        assertThat(holding.trim().before(NOW.plus(days))).as("while they talk").isZero();
        var over = office.handoff.desk().close(ticket.id(), desk, NOW.plusSeconds(5));
        say(office, wang, "m3", "我另有私事", "好的", NOW.plusSeconds(60));
        assertThat(background.of(over).talk())
                .extracting(TicketBackground.Spoken::text)
                .contains("敬老卡怎么办，电话138********")
                .doesNotContain("我另有私事", "好的")
                .noneMatch(text -> text.contains("您好"));
        assertThat(holding.export().of(wang).toString()).contains("我另有私事");
        assertThat(holding.trim().before(NOW.plusSeconds(30))).isEqualTo(2);
        assertThat(background.of(over).talk()).isEmpty();
        holding.erase().person(wang, NOW);
        assertThat(holding.export().of(wang)).isEmpty();
    }

    private static void say(
            Office office, Person person, String id, String words, String reply, Instant now) {
        office.handoff.heard(person, id, words, now);
        office.outbox.answer(
                Incoming.words(person.sender(), id, words),
                List.of(Reply.of(Reply.Kind.ANSWER, reply)),
                now);
    }

    @ParameterizedTest
    @EnumSource
    void whoReportedWithoutTheirNameIsNotKnownByTheirTicket(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wang = person(office, "wang");
        var number = report(office, wang, false);
        say(office, wang, "m1", "隔壁饭店油烟", "请补充地点", NOW.minusSeconds(60));
        var hidden = report(office, wang, true);
        say(office, wang, "m2", "匿名提交", "收到", NOW);
        say(office, wang, "m3", "那件事怎样了", hidden + " 还在办", NOW.plusSeconds(60));
        say(office, wang, "m4", "居住证怎么办", "带身份证", NOW.plusSeconds(90));
        var ticket = office.handoff.ask(wang, null, NOW.plusSeconds(120));
        var known = new TicketBackground(office.db, office.outbox, office.cases).of(ticket);
        assertThat(known.cases()).extracting(GridCase::number).containsExactly(number);
        assertThat(known.talk())
                .extracting(TicketBackground.Spoken::text)
                .containsExactly("居住证怎么办", "带身份证");
    }

    private static String report(Office office, Person person, boolean anonymous) {
        var place = office.district.placeIn("净土街8号").orElseThrow();
        var draft = new Draft("垃圾没人收", "E0110", place, List.of(), false, anonymous);
        return office.cases.report(draft, person.id(), person.sender(), NOW).number();
    }

    @ParameterizedTest
    @EnumSource
    void whoWaitsTooLongInOfficeHoursIsCalledForAgainAndToldOnce(TestDatabase database) {
        var office = new Office(database.open(), home);
        bind(office, desk(office), "desk");
        office.handoff.ask(person(office, "wang"), "想找人", NOW);
        assertThat(office.handoff.sweep(NOW.plusSeconds(599))).isZero();
        assertThat(office.handoff.sweep(NOW.plusSeconds(600))).isEqualTo(1);
        assertThat(office.handoff.sweep(NOW.plusSeconds(660))).isZero();
        office.outbox.drain(NOW.plusSeconds(660));
        assertThat(office.pigeons.carried)
                .satisfiesExactly(
                        asked -> assertThat(asked).startsWith("desk 居民要人工：1 号"),
                        staff -> assertThat(staff).startsWith("desk 居民 1 号等人工已超过 10 分钟"),
                        resident ->
                                assertThat(resident)
                                        .startsWith("wang 您是 1 号，等了超过 10 分钟，还没有人接听")
                                        .contains("已再次提醒值班人员"));
        office.handoff.ask(person(office, "night"), null, EVENING);
        assertThat(office.handoff.sweep(OPENING)).isEqualTo(1); // the desk hears who came at night
        assertThat(office.handoff.sweep(OPENING.plusSeconds(599))).isZero();
        assertThat(office.handoff.sweep(OPENING.plusSeconds(600))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whereNobodyCouldBeCalledNobodyIsSaidToHaveBeen(TestDatabase database) {
        var office = new Office(database.open(), home);
        var id = office.handoff.ask(person(office, "wang"), "想找人", NOW).id();
        office.handoff.ask(person(office, "li"), "想找人", NOW);
        office.handoff.desk().claim(id, desk(office), NOW);
        assertThat(office.handoff.sweep(NOW.plusSeconds(900))).isEqualTo(1);
        office.outbox.drain(NOW.plusSeconds(900));
        assertThat(office.pigeons.carried.getLast()).startsWith("li 您是").doesNotContain("已再次提醒");
    }

    private StaffMember dispatcherOf(Office office, String department) {
        office.accounts.ensureAdmin(home, Office.PASSWORD, NOW);
        var account =
                new NewAccount(
                        "of." + department,
                        Office.PASSWORD,
                        Role.DISPATCHER,
                        department,
                        List.of());
        var admin = office.accounts.find(Accounts.ADMIN).orElseThrow();
        return office.accounts.create(account, admin, NOW);
    }

    private static void bind(Office office, StaffMember member, String address) {
        var bindings = new Bindings(office.db, office.audit);
        bindings.bind(bindings.code(member, NOW), new Sender("pigeon", address), NOW);
    }

    private static Person person(Office office, String address) {
        return office.subscriber(address, "", NOW);
    }

    private StaffMember desk(Office office) {
        return office.hire(Role.DISPATCHER, home, NOW);
    }
}
