package org.ximen.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ximen.chat.Choice;
import org.ximen.chat.Incoming;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Dialogue;
import org.ximen.handoff.Handoff;
import org.ximen.residents.Person;
import org.ximen.staff.Role;

/** What the people of the sample street ask, what they think of the answers, who wants a person. */
final class Questions {
    // Not the people who report most.
    private static final int FIRST = 30;

    private final Dialogue dialogue;
    private final Handoff handoff;
    private final Crew crew;
    private final Neighbours people;
    private final Agenda agenda;
    private final AtomicInteger messages = new AtomicInteger();

    Questions(Demo.Features features, Crew crew, Neighbours people, Agenda agenda) {
        this.dialogue = features.dialogue();
        this.handoff = features.handoff();
        this.crew = crew;
        this.people = people;
        this.agenda = agenda;
    }

    /** Puts everything into the agenda; what would be after the end, never is. */
    void plan(Instant end) {
        int number = FIRST;
        for (var line : Lines.of("questions.txt")) {
            var parts = line.split("\\|", 3);
            var ago = Duration.ofHours(Long.parseLong(parts[0]));
            var person = people.get(number++);
            var marks = List.of(parts[1].split(","));
            agenda.put(Day.awake(end.minus(ago)), at -> ask(person, parts[2], marks, at));
        }
        waiting(end, number);
    }

    private void ask(Person person, String question, List<String> marks, Instant at) {
        var replies = say(person, question, at);
        for (var mark : marks) {
            replies = press(person, mark, replies, at);
        }
    }

    /** One spoke with somebody, one is speaking, two wait. */
    private void waiting(Instant end, int first) {
        agenda.put(end.minus(Duration.ofHours(26)), at -> talk(people.get(first), true, at));
        agenda.put(end.minus(Duration.ofMinutes(35)), at -> talk(people.get(first + 1), false, at));
        agenda.put(
                end.minus(Duration.ofMinutes(18)),
                at -> wantPerson(people.get(first + 2), "我不会用手机填表（样例）", at));
        agenda.put(
                end.minus(Duration.ofMinutes(6)),
                at -> wantPerson(people.get(first + 3), "漏水的事物业说不归他们管（样例）", at));
    }

    private void talk(Person person, boolean over, Instant at) {
        wantPerson(person, "我妈妈走路不方便，能不能上门办敬老卡（样例）", at);
        var desk = crew.member(Role.DISPATCHER);
        for (var ticket : handoff.open(person.sender()).stream().toList()) {
            handoff.desk().claim(ticket.id(), desk, at.plusSeconds(200));
            handoff.desk().say(ticket.id(), desk, "您好，请问妈妈住在哪个居民区？", at.plusSeconds(240));
            say(person, "龙门邨。", at.plusSeconds(290));
            if (over) {
                handoff.desk().say(ticket.id(), desk, "好的，我请居委会联系您上门。", at.plusSeconds(350));
                handoff.desk().close(ticket.id(), desk, at.plusSeconds(420));
            }
        }
    }

    private void wantPerson(Person person, String about, Instant at) {
        say(person, "/person " + about, at);
    }

    private List<Reply> say(Person person, String words, Instant at) {
        return dialogue.answer(Incoming.words(person.sender(), id(), words), at);
    }

    /** Presses the button with these words, if there is one. */
    private List<Reply> press(Person person, String label, List<Reply> replies, Instant at) {
        return replies.stream()
                .flatMap(reply -> reply.choices().stream())
                .filter(choice -> choice.label().equals(label))
                .findFirst()
                .map(Choice::value)
                .map(value -> Incoming.awaited(person.sender(), id(), null, value, null, List.of()))
                .map(pressed -> dialogue.answer(pressed, at))
                .orElse(List.of());
    }

    private String id() {
        return "sample-" + messages.incrementAndGet();
    }
}
