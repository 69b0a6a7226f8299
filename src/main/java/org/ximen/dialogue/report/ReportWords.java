package org.ximen.dialogue.report;

import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.QUESTION;
import static org.ximen.chat.Reply.Kind.RECEIPT;
import static org.ximen.chat.Reply.Kind.REFUSAL;
import static org.ximen.chat.Reply.Kind.STATUS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Category;
import org.ximen.cases.GridCase;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.dialogue.CaseTexts;
import org.ximen.dialogue.ReportDraft;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Turn;
import org.ximen.district.District;
import org.ximen.district.Evidence;
import org.ximen.district.Point;
import org.ximen.text.Plain;
import org.ximen.understanding.PointCheck;

/** What is said on the way of a report. */
final class ReportWords {
    private static final int SHOWN = 40;
    private static final int START = 200;

    private final SkillTexts texts = new SkillTexts(ReportWords.class);
    private final District district;
    private final CaseFiling filing;
    private final CaseTexts cases;

    ReportWords(District district, CaseFiling filing) {
        this.district = district;
        this.filing = filing;
        this.cases = new CaseTexts(district);
    }

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }

    private Choice button(Turn turn, String name) {
        return texts.button(turn.language(), name);
    }

    Reply wanted(Turn turn, ReportDraft draft) {
        var place = draft.place();
        var seen =
                !draft.photos().isEmpty()
                        ? say(turn, "seen.photo")
                        : place.known() ? say(turn, "seen.place", named(turn, place)) : "";
        var rest = say(turn, place.known() ? "wanted.here" : "wanted");
        return Reply.of(QUESTION, seen + rest, button(turn, "drop"));
    }

    Reply placeWanted(Turn turn, ReportDraft draft) {
        var place = draft.place();
        var ask =
                place.known()
                        ? say(
                                turn,
                                isRelative(place) ? "place.whose" : "place.exactly",
                                named(turn, place))
                        : say(turn, draft.wanted() == 0 ? "place" : "place.again");
        var danger = draft.danger() != null;
        var choices =
                danger
                        ? List.of(button(turn, "no-place"))
                        : List.of(button(turn, "no-place"), button(turn, "drop"));
        return Reply.of(QUESTION, ask, choices).wishing(Reply.Wish.LOCATION);
    }

    private String named(Turn turn, ReportDraft.DraftPlace place) {
        return cases.named(turn.language(), String.valueOf(place.text()));
    }

    /** Words such as 楼道里, which are somewhere only together with a road or a compound. */
    private boolean isRelative(ReportDraft.DraftPlace place) {
        return district.placesIn(String.valueOf(place.text())).stream()
                .findFirst()
                .filter(span -> span.evidence() != Evidence.ROAD)
                .isPresent();
    }

    Reply categoryWanted(Turn turn, List<Category> likely) {
        var choices = new ArrayList<Choice>();
        likely.forEach(c ->
                choices.add(SkillTexts.labelled(c.shown(turn.language()), "category", c.code())));
        choices.add(button(turn, "unknown-category"));
        choices.add(button(turn, "drop"));
        return Reply.of(
                QUESTION, say(turn, likely.isEmpty() ? "category.none" : "category"), choices);
    }

    Reply confirmation(Turn turn, ReportDraft draft) {
        var category = filing.category(draft);
        var area = filing.area(draft);
        var place = draft.place().text();
        List<String> lines = new ArrayList<>(List.of(say(turn, "confirm")));
        lines.add(say(turn, "confirm.category", kind(turn, draft, category)));
        var where =
                place == null ? say(turn, "confirm.nowhere") : cases.named(turn.language(), place);
        lines.add(say(turn, "confirm.place", cases.placed(turn.language(), where, area)));
        lines.add(say(turn, "confirm.words", shown(turn, draft.words())));
        int photos = draft.photos().size();
        lines.add(say(turn, photos == 0 ? "confirm.photos.none" : "confirm.photos", photos));
        if (filing.isUrgent(draft)) {
            lines.add(say(turn, filing.isHurried(draft) ? "confirm.urgent" : "confirm.first"));
        }
        if (draft.unnamed()) {
            lines.add(say(turn, "confirm.unnamed"));
        }
        lines.add(say(turn, draft.unnamed() ? "confirm.end.unnamed" : "confirm.end"));
        return Reply.of(QUESTION, String.join("\n", lines), shownButtons(turn, draft.unnamed()));
    }

    /** A report that is too long to be read through once more is shown by its start. */
    private String shown(Turn turn, String words) {
        return words.length() <= Turn.READ
                ? words
                : Plain.start(words, START) + say(turn, "confirm.whole", words.length());
    }

    private String kind(Turn turn, ReportDraft draft, @Nullable Category category) {
        if (category == null) {
            return say(turn, "confirm.unsorted");
        }
        return category.shown(turn.language())
                + (draft.category().settled() ? "" : say(turn, "confirm.guess"));
    }

    private List<Choice> shownButtons(Turn turn, boolean unnamed) {
        var name = unnamed ? "named" : "submit-anonymous";
        return shownButtons(turn).stream()
                .map(each -> each.value().equals("submit-anonymous") ? button(turn, name) : each)
                .toList();
    }

    private List<Choice> shownButtons(Turn turn) {
        return List.of(
                button(turn, "submit"),
                button(turn, "submit-anonymous"),
                button(turn, "change-place"),
                button(turn, "change-category"),
                button(turn, "add-photo"),
                button(turn, "drop"));
    }

    /** The button of a draft whose words were typed. */
    Optional<String> labelled(Turn turn) {
        var typed = turn.plain().replaceAll("[。.! ]", "");
        return shownButtons(turn).stream()
                .filter(choice -> choice.label().replace(" ", "").equalsIgnoreCase(typed))
                .map(Choice::value)
                .findFirst();
    }

    /** Said before whatever is asked next; what is kept of people can be looked up. */
    Reply hidden(Turn turn, Reply reply) {
        var choices = new ArrayList<>(reply.choices());
        choices.add(button(turn, "privacy"));
        return reply.after(say(turn, "hidden")).offering(choices);
    }

    Reply lookWanted(Turn turn) {
        return Reply.of(QUESTION, say(turn, "look"), button(turn, "look"), button(turn, "drop"));
    }

    /** Words that sound as if a danger were over, and do not say so plainly. */
    Reply overOrNot(Turn turn) {
        return Reply.of(
                QUESTION,
                say(turn, "over-or-not"),
                button(turn, "not-over"),
                button(turn, "look"),
                button(turn, "drop"));
    }

    Reply namedInWords(Turn turn) {
        return Reply.of(
                QUESTION,
                say(turn, "named"),
                button(turn, "submit-unnamed"),
                button(turn, "submit-anonymous"),
                button(turn, "drop"));
    }

    Reply similar(Turn turn, GridCase other) {
        return Reply.of(
                        QUESTION,
                        say(turn, "similar", cases.lineOfAnother(turn.language(), other)),
                        texts.button(turn.language(), "join", other.number()),
                        button(turn, "new"),
                        button(turn, "drop"))
                .about(other.number());
    }

    Reply alreadyFiled(Turn turn, GridCase known) {
        var facts = cases.facts(turn.language(), known, turn.now());
        return Reply.of(
                        STATUS,
                        say(
                                turn,
                                "already",
                                known.number(),
                                known.state().shown(turn.language()),
                                facts),
                        cases.open(turn.language(), known.number()),
                        texts.button(turn.language(), "new"))
                .about(known.number());
    }

    Reply filed(Turn turn, GridCase filed) {
        var language = turn.language();
        var hurried = filed.category().urgent() ? "filed.urgent" : "filed.first";
        var text = say(turn, filed.urgent() ? hurried : "filed", filed.number());
        var unnamed = filed.anonymous() ? "\n" + say(turn, "filed.unnamed") : "";
        var facts = cases.facts(language, filed, turn.now());
        return Reply.of(
                        RECEIPT,
                        text
                                + "\n"
                                + facts
                                + unnamed
                                + topic(turn, filed)
                                + "\n"
                                + say(turn, "filed.end"),
                        cases.status(language))
                .about(filed.number());
    }

    /** The topic that the case belongs to, if it does. */
    private String topic(Turn turn, GridCase filed) {
        return filing.topic(filed)
                .map(link ->
                        "\n"
                                + say(
                                        turn,
                                        "filed.topic",
                                        filing.place(link, turn),
                                        link.topic().category().shown(turn.language()),
                                        link.nth()))
                .orElse("");
    }

    /** The receipt; a second matter that was told is offered, a danger is told apart. */
    Reply receipt(Turn turn, GridCase filed, ReportDraft draft, @Nullable String later) {
        var reply = filed(turn, filed);
        if (draft.danger() != null) {
            reply = reply.saying(reply.text() + "\n" + say(turn, "filed.danger"));
        }
        return later == null
                ? reply
                : reply.saying(reply.text() + "\n" + say(turn, "later", shortened(later)))
                        .offering(List.of(button(turn, "later")));
    }

    private static String shortened(String words) {
        return words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "…";
    }

    Reply joined(Turn turn, GridCase joined) {
        var facts = cases.facts(turn.language(), joined, turn.now());
        return Reply.of(RECEIPT, say(turn, "joined", joined.number(), facts))
                .about(joined.number());
    }

    Reply added(Turn turn, GridCase known) {
        return Reply.of(STATUS, say(turn, "added", known.number())).about(known.number());
    }

    Reply firstThis(Turn turn, Reply reply) {
        return reply.after(say(turn, "first"));
    }

    Reply wait(Turn turn) {
        return Reply.of(QUESTION, say(turn, "wait"), shownButtons(turn));
    }

    /** Nothing is sent; what was asked can still be answered, now or later. */
    Reply notYet(Turn turn, ReportDraft draft, String about) {
        if (draft.danger() != null) {
            return Reply.of(QUESTION, say(turn, "not-yet.danger"), button(turn, "no-place"))
                    .wishing(Reply.Wish.LOCATION);
        }
        boolean place = about.equals(ReportFlow.PLACE) || about.equals(ReportFlow.OTHER_PLACE);
        return Reply.of(
                QUESTION,
                say(turn, place ? "not-yet.place" : "not-yet"),
                button(turn, place ? "no-place" : "unknown-category"),
                button(turn, "drop"));
    }

    Reply photoWanted(Turn turn) {
        return Reply.of(QUESTION, say(turn, "photo"), button(turn, "submit"), button(turn, "drop"));
    }

    Reply dropped(Turn turn) {
        return Reply.of(STATUS, say(turn, "dropped"), button(turn, "take-up-again"));
    }

    Reply calmed(Turn turn) {
        return Reply.of(STATUS, say(turn, "calmed"), button(turn, "report"));
    }

    Reply nothing(Turn turn) {
        return Reply.of(HELP, say(turn, "nothing"), button(turn, "report"));
    }

    Reply gone(Turn turn) {
        return Reply.of(HELP, say(turn, "gone"));
    }

    /** Somebody else's streets: whose, and what to do; empty where the place is ours. */
    Optional<Reply> outside(Turn turn) {
        boolean ours =
                turn.reading().places().stream()
                        .anyMatch(mention -> mention.place().area() != null);
        return ours
                ? Optional.empty()
                : district.outsideIn(turn.words())
                        .map(other ->
                                Reply.of(
                                        REFUSAL,
                                        say(
                                                turn,
                                                "outside",
                                                other.shown(turn.language()),
                                                other.advice(turn.language()),
                                                district.whole().shown(turn.language())),
                                        texts.button(turn.language(), "person")));
    }

    /** A point that cannot be meant; empty where it can. */
    Optional<Reply> wrongPoint(Turn turn) {
        var here = turn.incoming().location();
        if (here == null) {
            return Optional.empty();
        }
        var point = new Point(here.latitude(), here.longitude());
        return switch (PointCheck.of(point, district)) {
            case INSIDE -> Optional.empty();
            case OUTSIDE_STREET ->
                    Optional.of(
                            point(turn, "point.outside", district.whole().shown(turn.language())));
            case NULL_ISLAND, FAR -> Optional.of(point(turn, "point.far"));
        };
    }

    private Reply point(Turn turn, String key, Object... values) {
        return Reply.of(QUESTION, say(turn, key, values), button(turn, "drop"))
                .wishing(Reply.Wish.LOCATION);
    }
}
