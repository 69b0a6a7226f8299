package org.ximen.dialogue.officer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ximen.cases.Category;
import org.ximen.cases.CodeTable;
import org.ximen.cases.Danger;
import org.ximen.cases.FieldDesk;
import org.ximen.cases.FieldDesk.Shown;
import org.ximen.cases.GridCase;
import org.ximen.cases.Incomplete;
import org.ximen.cases.PhotoPhase;
import org.ximen.cases.StaffReading;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.understanding.CategoryGuess;
import org.ximen.understanding.MessageReader;
import org.ximen.understanding.Situation;

/** 巡查上报: what a member of staff comes across is filed with two touches. */
final class PatrolFlow {
    private static final int KINDS = 5;
    // Stands for words where there are none.
    private static final String UNKNOWN = "?";

    private final FieldCases cases;
    private final FieldDesk desk;
    private final FieldWords words;
    private final CodeTable codeTable;
    private final MessageReader reader;
    private final TaskList tasks;

    PatrolFlow(FieldCases cases, TaskList tasks, Features features) {
        this.cases = cases;
        this.desk = cases.desk();
        this.words = cases.words();
        this.codeTable = features.codeTable();
        this.reader = features.reader();
        this.tasks = tasks;
    }

    /** Somebody wants to tell what they found. */
    Step begin(Acting acting) {
        return desk.mayPatrol(acting.me())
                ? next(acting, found(acting).meantSo())
                : acting.say(words.told("patrol.never"));
    }

    /**
     * Has the encoder read what the work will have to read, which takes its time: no transaction
     * waits for it then.
     *
     * @param chosen what a button stands for, which may be a kind
     */
    void readAhead(Turn turn, String chosen) {
        var find = found(turn);
        Stream.of(find, find.of(chosen), find.and(List.of(), turn.words(), null))
                .map(each -> each.report(kind(each).orElse(UNKNOWN)).description())
                .distinct()
                .forEach(words -> reader.read(words, Situation.IDLE));
    }

    /** What was kept of a find as the message came; nothing where something else was asked. */
    static PatrolFind found(Turn turn) {
        var asked = turn.standing().asked();
        var kept = asked == null ? null : asked.value();
        return kept == null || !isOpen(turn.standing()) ? PatrolFind.NONE : PatrolFind.read(kept);
    }

    /** What is kept of a find; nothing where something else was asked. */
    PatrolFind found(Acting acting) {
        return isOpen(acting) ? PatrolFind.read(acting.kept()) : PatrolFind.NONE;
    }

    static boolean isOpen(Acting acting) {
        return isOpen(acting.standing());
    }

    private static boolean isOpen(Conversation standing) {
        return FieldQuestion.of(standing)
                .filter(each ->
                        each == FieldQuestion.FIND
                                || each == FieldQuestion.KIND
                                || each == FieldQuestion.SETTLE)
                .isPresent();
    }

    /** Pictures came while no case is in hand: of one of these, or a find, or a resident's. */
    Step shown(Acting acting, PatrolFind find) {
        var takers = takers(acting);
        return takers.isEmpty() || isWhole(find) ? next(acting, find) : which(acting, find, takers);
    }

    /** Pictures are not of a case, as it was asked: of which other, or a find, or a resident's. */
    Step which(Acting acting, PatrolFind find, String butFor) {
        var others = takers(acting).stream().filter(item -> !item.number().equals(butFor)).toList();
        return which(acting, find, others);
    }

    private boolean isWhole(PatrolFind find) {
        return find.point() != null
                || read(find).filter(r -> r.draft().place() != null).isPresent();
    }

    private List<GridCase> takers(Acting acting) {
        return tasks.found(acting, 0).items().stream()
                .filter(item -> {
                    var open = cases.open(acting, item);
                    return open.takes(PhotoPhase.AFTER) || open.takes(PhotoPhase.VERIFIED);
                })
                .toList();
    }

    private Step which(Acting acting, PatrolFind find, List<GridCase> takers) {
        var choices = new ArrayList<Choice>();
        for (var item : takers) {
            var tail = item.number().substring(item.number().length() - 4);
            var label = words.say("button.t-shows", tail, item.category().shown());
            choices.add(words.labelled(label, FieldButton.SHOWS, item.number()));
        }
        choices.add(words.button(FieldButton.PATROL));
        choices.add(words.button(FieldButton.RESIDENT));
        choices.add(words.button(FieldButton.DROP));
        return acting.ask(words.ask("which", choices), FieldQuestion.FIND.with(find.written()));
    }

    /** Asks for what is missing of a find; else shows what would be filed. */
    Step next(Acting acting, PatrolFind find) {
        StaffReading reading;
        try {
            reading = desk.read(find.report(kind(find).orElse(UNKNOWN)));
        } catch (Incomplete e) {
            return wrong(acting, find, e);
        }
        boolean told = !find.words().isEmpty() || find.category() != null;
        boolean placed = reading.draft().place() != null;
        if (!told || !placed || find.photos().isEmpty()) {
            return acting.ask(missing(find, told, placed), FieldQuestion.FIND.with(find.written()));
        }
        return acting.ask(card(acting, find, reading), FieldQuestion.FIND.with(find.written()));
    }

    private Step wrong(Acting acting, PatrolFind find, Incomplete why) {
        var reply = words.ask("patrol.again", String.valueOf(why.getMessage()));
        return acting.ask(reply, FieldQuestion.FIND.with(find.nowhere().written()));
    }

    private Reply missing(PatrolFind find, boolean told, boolean placed) {
        var wanted =
                Stream.of(
                                find.photos().isEmpty() ? "patrol.photo" : "",
                                placed ? "" : "patrol.place",
                                told ? "" : "patrol.words")
                        .filter(key -> !key.isEmpty())
                        .map(words::say)
                        .toList();
        var choices =
                find.photos().isEmpty()
                        ? List.of(words.button(FieldButton.DROP))
                        : List.of(
                                words.button(FieldButton.RESIDENT), words.button(FieldButton.DROP));
        return words.ask("patrol.missing", choices, String.join("，", wanted));
    }

    private Reply card(Acting acting, PatrolFind find, StaffReading reading) {
        var place = reading.draft().place();
        var area = place == null ? null : place.area();
        var where = place == null ? "" : place.text();
        var choices = new ArrayList<Choice>();
        choices.add(words.button(FieldButton.FILE));
        if (desk.maySettle(acting.me())) {
            choices.add(words.button(FieldButton.SETTLE));
        }
        choices.add(words.button(FieldButton.KIND));
        choices.add(words.button(FieldButton.RESIDENT));
        choices.add(words.button(FieldButton.DROP));
        var card =
                words.ask(
                        "patrol",
                        choices,
                        (reading.draft().urgent() ? words.say("urgent") : "")
                                + reading.category().shown(),
                        area == null
                                ? where + words.say("patrol.outside")
                                : where + "（" + area.name() + "）",
                        find.words().isEmpty() ? reading.category().shown() : find.words(),
                        find.photos().size());
        return reading.danger().map(Danger::advice).map(card::after).orElse(card);
    }

    private Optional<String> kind(PatrolFind find) {
        return Optional.ofNullable(find.category())
                .flatMap(codeTable::categoryNamed)
                .map(Category::shown);
    }

    private Optional<StaffReading> read(PatrolFind find) {
        try {
            return Optional.of(desk.read(find.report(kind(find).orElse(UNKNOWN))));
        } catch (Incomplete e) {
            return Optional.empty();
        }
    }

    /** Files it, unless the picture has come with a case already. */
    Step file(Acting acting) {
        return whole(
                acting,
                find -> {
                    var report = find.report(kind(find).orElse(""));
                    var step = desk.file(report, acting.chat(), acting.me(), acting.now());
                    return cases.ended(
                            acting, step, item -> acting.say(filed("patrol.filed", item)));
                });
    }

    /** Asks for a picture of how it was left. */
    Step settle(Acting acting) {
        return whole(
                acting,
                find ->
                        desk.maySettle(acting.me())
                                ? acting.ask(
                                        words.ask(
                                                "patrol.settle",
                                                List.of(
                                                        words.button(FieldButton.FILE),
                                                        words.button(FieldButton.DROP))),
                                        FieldQuestion.SETTLE.with(find.written()))
                                : next(acting, find));
    }

    /** A picture of how it was left has come. */
    Step settled(Acting acting, Shown after) {
        return whole(
                acting,
                find -> {
                    if (find.photos().stream()
                            .anyMatch(id ->
                                    after.photos().stream().anyMatch(it -> desk.areSame(id, it)))) {
                        return acting.aside(words.ask("patrol.same"));
                    }
                    var report = find.report(kind(find).orElse(""));
                    var step = desk.settle(report, after, acting.me(), acting.now());
                    return cases.ended(
                            acting, step, item -> acting.say(filed("patrol.settled", item)));
                });
    }

    /** With a find that can be filed; an old button finds none. */
    private Step whole(Acting acting, Function<PatrolFind, Step> what) {
        var find = found(acting);
        var ready = read(find).filter(reading -> reading.draft().place() != null);
        if (find.photos().isEmpty()) {
            return acting.say(words.told("patrol.gone"));
        }
        var before = desk.sentBefore(find.photos());
        if (before.isPresent()) {
            return acting.say(words.told("patrol.before", before.get().number()));
        }
        boolean told = !find.words().isEmpty() || find.category() != null;
        return ready.isEmpty() || !told ? next(acting, find) : what.apply(find);
    }

    private Reply filed(String key, GridCase item) {
        return Reply.of(
                        Reply.Kind.RECEIPT,
                        words.say(
                                key,
                                item.number(),
                                item.category().shown(),
                                item.place().isEmpty() ? words.say("nowhere") : item.place()),
                        words.button(FieldButton.TASKS))
                .about(item.number());
    }

    /** Asks of what kind it is. */
    Step kind(Acting acting) {
        var find = found(acting);
        return find.photos().isEmpty()
                ? acting.say(words.told("patrol.gone"))
                : acting.ask(kinds(find, "patrol.kind"), FieldQuestion.KIND.with(find.written()));
    }

    private Reply kinds(PatrolFind find, String key) {
        var likely =
                reader.read(find.words(), Situation.IDLE).categories().stream()
                        .limit(KINDS)
                        .map(CategoryGuess::code)
                        .flatMap(code -> codeTable.categoryNamed(code).stream())
                        .map(each -> words.labelled(each.shown(), FieldButton.CHOSEN, each.code()));
        var all = Stream.concat(likely, Stream.of(words.button(FieldButton.DROP))).toList();
        return words.ask(key, all);
    }

    /** A kind was chosen, or typed. */
    Step chosen(Acting acting, String codeOrName) {
        var find = found(acting);
        if (find.photos().isEmpty()) {
            return acting.say(words.told("patrol.gone"));
        }
        return codeTable
                .categoryNamed(codeOrName)
                .map(known -> next(acting, find.of(known.code())))
                .orElseGet(() ->
                        acting.ask(
                                kinds(find, "patrol.unkind"),
                                FieldQuestion.KIND.with(find.written())));
    }
}
