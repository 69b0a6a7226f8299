package org.ximen.dialogue.smalltalk;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.district.District;
import org.ximen.posters.Poster;
import org.ximen.posters.Posters;
import org.ximen.staff.Bindings;
import org.ximen.understanding.Act;

/** One human sentence for what is neither a question nor a matter. */
public final class SmallTalkSkill implements Skill {
    private static final Set<Act> ACTS =
            EnumSet.of(
                    Act.GREET,
                    Act.THANK,
                    Act.ABOUT_BOT,
                    Act.REPAIR,
                    Act.SMALLTALK,
                    Act.ABUSE,
                    Act.YES,
                    Act.NO);
    private static final int REPEATED = 600;

    private final District district;
    private final Posters posters;
    private final Bindings bindings;
    private final SkillTexts texts = new SkillTexts(SmallTalkSkill.class);

    /** Speaks for this street. */
    public SmallTalkSkill(Features features) {
        this.district = features.district();
        this.posters = features.posters();
        this.bindings = features.bindings();
    }

    @Override
    public String name() {
        return "smalltalk";
    }

    @Override
    public Set<Act> acts() {
        return ACTS;
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(
                entry("start", "start"),
                entry("开始", "start"),
                entry("help", "help"),
                entry("帮助", "help"));
    }

    @Override
    public Set<String> buttons() {
        return Set.of("help");
    }

    @Override
    public Work take(Turn turn, Call call) {
        return switch (call) {
            case Call.Said(var act) -> standing -> Step.of(said(turn, act), standing);
            case Call.Commanded(var command, var rest) when command.equals("start") ->
                    standing -> started(turn, rest, standing);
            case Call.Nothing nothing -> standing -> Step.of(menu(turn, "unreadable"), standing);
            default -> standing -> Step.of(help(turn), standing);
        };
    }

    /** Who works for the street can do more. */
    private Reply help(Turn turn) {
        var help = menu(turn, "help");
        return bindings.of(turn.incoming().sender()).isPresent()
                ? help.saying(help.text() + "\n" + texts.say(turn.language(), "help.staff"))
                : help;
    }

    private Reply said(Turn turn, Act act) {
        return switch (act) {
            case GREET -> welcome(turn);
            case ABOUT_BOT -> menu(turn, "about_bot", street(turn));
            case REPAIR -> repeated(turn);
            case ABUSE -> person(turn, "abuse");
            default -> menu(turn, act.name().toLowerCase(Locale.ROOT));
        };
    }

    private String street(Turn turn) {
        return district.whole().shown(turn.language());
    }

    private Reply welcome(Turn turn) {
        return menu(turn, "welcome", street(turn));
    }

    /** What was said last, once more, and another way to go on. */
    private Reply repeated(Turn turn) {
        var last = turn.around().last();
        if (last.isEmpty()) {
            return menu(turn, "repair.nothing");
        }
        var before = last.getFirst();
        var text = before.text();
        var said = text.length() <= REPEATED ? text : text.substring(0, REPEATED) + "…";
        var choices =
                before.choices().isEmpty() ? List.of(button(turn, "person")) : before.choices();
        return Reply.of(Reply.Kind.HELP, texts.say(turn.language(), "repair", said), choices);
    }

    private Reply person(Turn turn, String key) {
        return Reply.of(Reply.Kind.HELP, texts.say(turn.language(), key), button(turn, "person"));
    }

    private Reply menu(Turn turn, String key, Object... values) {
        return Reply.of(
                Reply.Kind.HELP,
                texts.say(turn.language(), key, values),
                button(turn, "report"),
                button(turn, "status"),
                button(turn, "person"));
    }

    private Choice button(Turn turn, String name) {
        return texts.button(turn.language(), name);
    }

    /** Who scans a poster is greeted at its place; an open report goes on. */
    private Step started(Turn turn, String key, Conversation standing) {
        var poster = posters.find(key);
        var area = poster.flatMap(found -> district.area(found.area()));
        if (poster.isEmpty() || area.isEmpty()) {
            return Step.of(welcome(turn), standing);
        }
        var found = poster.get();
        var arrival = new Conversation.Arrival(found.place(), found.area(), turn.now());
        var reply = arrived(turn, found, area.get().shown(turn.language()));
        return Step.of(reply, standing.draft() == null ? standing.arrivedAt(arrival) : standing);
    }

    private Reply arrived(Turn turn, Poster poster, String area) {
        boolean shop = poster.kind() == Poster.Kind.SHOP;
        var key = shop ? "arrived.shop" : "arrived";
        return Reply.of(
                Reply.Kind.HELP,
                texts.say(turn.language(), key, poster.place(), area),
                button(turn, "report"),
                SkillTexts.labelled(
                        texts.say(turn.language(), "subscribe.area", area), "area", poster.area()),
                button(turn, shop ? "merchant" : "status"));
    }
}
