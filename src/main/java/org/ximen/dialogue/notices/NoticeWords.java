package org.ximen.dialogue.notices;

import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.QUESTION;
import static org.ximen.chat.Reply.Kind.STATUS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Turn;
import org.ximen.district.Area;
import org.ximen.notices.CurrentNotice;
import org.ximen.notices.Notice;

/** What is said about notices. */
final class NoticeWords {
    private final SkillTexts texts = new SkillTexts(NoticeWords.class);

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }

    private Choice button(Turn turn, String name) {
        return texts.button(turn.language(), name);
    }

    /**
     * @param talkedOver whether something is (协商)
     * @param projects whether there are some (重点项目)
     */
    Reply inForce(Turn turn, List<CurrentNotice> current, boolean talkedOver, boolean projects) {
        var choices = new ArrayList<>(List.of(button(turn, "subscribe")));
        if (talkedOver) {
            choices.add(button(turn, "deliberations"));
        }
        if (projects) {
            choices.add(button(turn, "projects"));
        }
        return current.isEmpty()
                ? Reply.of(HELP, say(turn, "none"), choices)
                : Reply.of(HELP, say(turn, "current", lines(turn, current)), choices);
    }

    private String lines(Turn turn, List<CurrentNotice> current) {
        return current.stream().map(each -> line(turn, each)).collect(Collectors.joining("\n"));
    }

    private String line(Turn turn, CurrentNotice notice) {
        var until = say(turn, "until", notice.lastDay());
        return say(turn, "line", notice.title(), notice.day(), until, notice.firstSentence());
    }

    Reply seen(Turn turn, Notice notice) {
        return Reply.of(STATUS, say(turn, "seen", notice.title()));
    }

    Reply whatAbout(Turn turn, Notice notice) {
        return Reply.of(QUESTION, say(turn, "what-about", notice.title()));
    }

    /** The button is of a notice that does not hold any more. */
    Reply stopped(Turn turn) {
        return Reply.of(HELP, say(turn, "stopped"), button(turn, "notices"));
    }

    Reply which(Turn turn, boolean unclear, List<Area> areas) {
        var choices = new ArrayList<Choice>();
        areas.forEach(area ->
                choices.add(SkillTexts.labelled(area.shown(turn.language()), "area", area.code())));
        choices.add(SkillTexts.bare(say(turn, "whole"), "subscribe"));
        var lead = unclear ? say(turn, "unclear") : "";
        return Reply.of(QUESTION, lead + say(turn, "which"), choices);
    }

    Reply subscribed(Turn turn, @Nullable String area) {
        var what = area == null ? say(turn, "subscribed") : say(turn, "subscribed.area", area);
        var choices = new ArrayList<Choice>();
        if (area == null) {
            choices.add(button(turn, "subscribe-area"));
        }
        choices.add(button(turn, "merchant"));
        choices.add(button(turn, "unsubscribe"));
        return Reply.of(STATUS, what + say(turn, "subscribed.end"), choices);
    }

    Reply unsubscribed(Turn turn, @Nullable String area, boolean was) {
        var which = area == null ? say(turn, "notices") : say(turn, "notices.area", area);
        return was
                ? Reply.of(
                        STATUS,
                        say(turn, "unsubscribed", which),
                        SkillTexts.bare(say(turn, "again"), "subscribe"))
                : Reply.of(
                        STATUS,
                        area == null
                                ? say(turn, "unsubscribed.none")
                                : say(turn, "unsubscribed.not", which));
    }

    /** The same where policies for their shop were sent, too. */
    Reply withoutPolicies(Turn turn, boolean subscribed) {
        var policies = say(turn, "unsubscribed.policies");
        return subscribed
                ? unsubscribed(turn, null, true).after(policies)
                : Reply.of(STATUS, policies);
    }
}
