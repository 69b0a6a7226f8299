package org.ximen.dialogue.officer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseUnit;
import org.ximen.cases.CaseWords;
import org.ximen.cases.Event;
import org.ximen.cases.GridCase;
import org.ximen.cases.NoPhotoReason;
import org.ximen.cases.PhotoPhase;
import org.ximen.cases.Verb;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.dialogue.SkillTexts;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.text.Language;
import org.ximen.text.Masking;

/** What staff read in their chats, with the buttons of what they may do. Staff read Chinese. */
final class FieldWords {
    private static final int SHOWN = 80;
    private static final String CIRCLED = "①②③④⑤";

    private final SkillTexts texts = new SkillTexts(OfficerSkill.class);
    private final District district;

    FieldWords(District district) {
        this.district = district;
    }

    String say(String key, Object... values) {
        return texts.say(Language.ZH, key, values);
    }

    Reply help(String key, Object... values) {
        return Reply.of(Reply.Kind.HELP, say(key, values));
    }

    Reply told(String key, Object... values) {
        return Reply.of(Reply.Kind.STATUS, say(key, values), button(FieldButton.TASKS));
    }

    Reply ask(String key, List<Choice> choices, Object... values) {
        return Reply.of(Reply.Kind.QUESTION, say(key, values), choices);
    }

    /** A question that can be given up. */
    Reply ask(String key, Object... values) {
        return ask(key, List.of(button(FieldButton.DROP)), values);
    }

    Choice button(FieldButton button) {
        return texts.button(Language.ZH, button.written());
    }

    Choice button(FieldButton button, GridCase item) {
        return texts.button(Language.ZH, button.written(), item.number());
    }

    Choice labelled(String label, FieldButton button, String value) {
        return SkillTexts.labelled(label, button.written(), value);
    }

    /** Somebody whose chat belongs to no account asks for what staff do. */
    Reply stranger() {
        return Reply.of(
                Reply.Kind.HELP, say("stranger"), new Choice(say("button.status"), "status"));
    }

    /**
     * A case with what the member may do.
     *
     * @param nth from 0, where several are shown, so that what is typed means one; -1 for one
     */
    Reply card(GridCase item, OpenSteps open, int nth, Instant now) {
        var mark = nth < 0 ? "" : CIRCLED.substring(nth, nth + 1);
        var choices =
                buttons(item, open).stream()
                        .map(choice -> new Choice(mark + choice.label(), choice.value()))
                        .toList();
        var text = (mark.isEmpty() ? "" : mark + " ") + facts(item, now);
        return Reply.of(Reply.Kind.STATUS, text, choices).about(item.number());
    }

    private String facts(GridCase item, Instant now) {
        var urgent = item.urgent() ? say("urgent") : "";
        var left =
                item.state().ticking() && item.deadline() != null
                        ? "\n" + say("left", CaseWords.left(item.deadline(), now), until(item, now))
                        : "";
        var words = shortened(item.description());
        return urgent
                + item.number()
                + " "
                + item.category().shown()
                + "\n"
                + where(item)
                + left
                + "\n"
                + item.state().shown()
                + (words.isEmpty() ? "" : "\n“" + words + "”");
    }

    private static String until(GridCase item, Instant now) {
        return CaseWords.time(item.clock().deadline(), now);
    }

    private String where(GridCase item) {
        var area = item.area();
        var place = item.place().isEmpty() ? say("nowhere") : item.place();
        return area == null ? place : place + "（" + area.name() + "）";
    }

    private static String shortened(String words) {
        var masked = Masking.mask(words).replaceAll("\\s+", " ").strip();
        return masked.length() <= SHOWN ? masked : masked.substring(0, SHOWN) + "…";
    }

    private List<Choice> buttons(GridCase item, OpenSteps open) {
        var choices = new ArrayList<Choice>();
        offer(choices, open.has(Verb.ACCEPT) && !isAccepted(item, open), FieldButton.ACCEPT, item);
        offer(choices, isSomewhere(item), FieldButton.NAVIGATE, item);
        offer(choices, open.has(Verb.ARRIVE), FieldButton.ARRIVE, item);
        offer(choices, open.takes(PhotoPhase.AFTER), FieldButton.PHOTO, item);
        offer(choices, open.helps(), FieldButton.HELPED, item);
        offer(choices, open.has(Verb.RETURN), FieldButton.RETURN, item);
        offer(
                choices,
                open.handles() && open.has(Verb.EXTEND) && item.extension() == null,
                FieldButton.EXTEND,
                item);
        offer(choices, open.handles(), FieldButton.HELP, item);
        offer(choices, open.has(Verb.VERIFY), FieldButton.VERIFY, item);
        offer(choices, open.has(Verb.REWORK), FieldButton.REWORK, item);
        offer(choices, open.leads() && !item.state().over(), FieldButton.URGE, item);
        if (open.has(Verb.PRIORITISE)) {
            var label = say(item.urgent() ? "button.t-usual" : "button.t-urgent");
            choices.add(labelled(label, FieldButton.PRIORITISE, item.number()));
        }
        return choices;
    }

    /** A unit that helps may say again that it comes; it need not. */
    private static boolean isAccepted(GridCase item, OpenSteps open) {
        return open.helps()
                && item.awaited().stream()
                        .allMatch(unit -> unit.answer() == CaseUnit.Answer.ACCEPTED);
    }

    private void offer(List<Choice> choices, boolean may, FieldButton button, GridCase item) {
        if (may) {
            choices.add(button(button, item));
        }
    }

    private static boolean isSomewhere(GridCase item) {
        return item.point() != null || !item.place().isEmpty();
    }

    /** The way to a case. */
    Reply way(GridCase item) {
        var point = item.point();
        var text =
                point == null
                        ? say("way.words", item.number(), where(item))
                        : say("way", item.number(), where(item), district.navigation(point));
        return Reply.of(Reply.Kind.STATUS, text, button(FieldButton.CARD, item))
                .about(item.number());
    }

    /** What is asked once pictures of how it was left have come. */
    Reply isMet(GridCase item, int photos) {
        return ask(
                        "met",
                        List.of(
                                button(FieldButton.MET, item),
                                button(FieldButton.UNMET, item),
                                button(FieldButton.OTHER, item)),
                        item.number(),
                        item.filed().close(),
                        photos)
                .about(item.number());
    }

    Reply reasons(GridCase item) {
        var choices =
                NoPhotoReason.of(PhotoPhase.AFTER).stream()
                        .map(reason ->
                                labelled(
                                        reason.shown(),
                                        FieldButton.WITHOUT,
                                        item.number() + "/" + reason.name()));
        var all = Stream.concat(choices, Stream.of(button(FieldButton.DROP))).toList();
        return ask("no-photo", all, item.number()).about(item.number());
    }

    /** Units that could help, but the one that asks. */
    Reply helpers(GridCase item) {
        var units =
                district.departments().stream()
                        .filter(each -> !each.id().equals(item.department()))
                        .map(each -> unit(item, each));
        var all = Stream.concat(units, Stream.of(button(FieldButton.DROP))).toList();
        return ask("help", all, item.number()).about(item.number());
    }

    private Choice unit(GridCase item, Department unit) {
        return labelled(unit.name(), FieldButton.UNIT, item.number() + "/" + unit.id());
    }

    String names(GridCase item) {
        return String.join(
                "、",
                item.awaited().stream()
                        .map(unit ->
                                district.department(unit.department())
                                        .map(Department::name)
                                        .orElse(unit.department()))
                        .toList());
    }

    /** Why a step was not taken, and who was there before. */
    Reply refused(String why, @Nullable GridCase item, StaffMember me, Instant now) {
        var last = item == null || item.history().isEmpty() ? null : item.history().getLast();
        var text = say("refused", why) + (last == null ? "" : "\n" + last(last, me, now));
        var reply = Reply.of(Reply.Kind.HELP, text, button(FieldButton.TASKS));
        return item == null ? reply : reply.about(item.number());
    }

    private String last(Event last, StaffMember me, Instant now) {
        var who = last.who().equals(me.name()) ? say("you") : last.who();
        return say("last", CaseWords.time(last.at(), now), who, last.shown());
    }

    /** That nothing waits, in the words for a role. */
    Reply nothing(StaffMember me, boolean patrols) {
        var key = me.is(Role.EDITOR, Role.APPROVER, Role.ADMIN) ? "tasks.never" : "tasks.none";
        return patrols
                ? Reply.of(Reply.Kind.STATUS, say(key), button(FieldButton.PATROL))
                : Reply.of(Reply.Kind.STATUS, say(key));
    }
}
