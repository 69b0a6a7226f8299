package org.ximen.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.deliberation.Deliberation;
import org.ximen.deliberation.DeliberationDesk.DeliberationFile;
import org.ximen.deliberation.DeliberationState;
import org.ximen.deliberation.DeliberationVerb;
import org.ximen.deliberation.DeliberationWords;
import org.ximen.deliberation.PaperBatch;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.staff.StaffMember;
import org.ximen.text.Language;

/**
 * What is talked over as its page shows it.
 *
 * @param line as the list shows it
 * @param facts what there is to know, with its heads
 * @param verbs names of what can be done now by who looks
 */
record DeliberationSheet(
        Line line,
        Deliberation item,
        String areaCode,
        String optionLines,
        List<HeadedFact> facts,
        List<Said> comments,
        List<Paper> papers,
        Set<String> verbs,
        boolean steers,
        boolean open) {
    private static final DeliberationWords WORDS = new DeliberationWords();

    /** One line of the list. */
    record Line(long id, String title, String area, DeliberationState state, String when) {
        static Line of(Deliberation item, District district) {
            return new Line(
                    item.id(), item.title(), area(item, district), item.state(), when(item));
        }

        private static String area(Deliberation item, District district) {
            var code = item.area();
            return code == null ? "全街道" : district.area(code).map(Area::name).orElse(code);
        }

        private static String when(Deliberation item) {
            return switch (item.state()) {
                case COMMENTS -> until(item.commentsUntil());
                case VOTING -> until(item.voteUntil());
                default -> "—";
            };
        }

        private static String until(@Nullable LocalDate last) {
            return last == null ? "—" : "到 " + last;
        }
    }

    /** Something to know. */
    record HeadedFact(String head, String words) {}

    /** A comment, with the day alone: the minute may tell whose it is. */
    record Said(String words, String at) {}

    /**
     * Paper ballots that wait for a second name.
     *
     * @param counts what was entered
     * @param mine whether who looks entered them, and so cannot confirm them
     */
    record Paper(long id, String counts, String by, String at, boolean mine) {}

    static DeliberationSheet of(
            DeliberationFile file, District district, StaffMember me, Instant now) {
        var item = file.item();
        return new DeliberationSheet(
                Line.of(item, district),
                item,
                Objects.toString(item.area(), ""),
                item.options().stream()
                        .map(Deliberation.VoteOption::label)
                        .collect(Collectors.joining("\n")),
                facts(file, now),
                file.comments().stream()
                        .map(said -> new Said(said.words(), Shown.day(said.at()).toString()))
                        .toList(),
                file.papers().stream().map(each -> paper(each, item, me, now)).toList(),
                DeliberationVerb.in(item.state()).stream()
                        .map(Enum::name)
                        .collect(Collectors.toSet()),
                file.steers(),
                item.state().open());
    }

    private static List<HeadedFact> facts(DeliberationFile file, Instant now) {
        var item = file.item();
        var facts = new ArrayList<HeadedFact>();
        facts.add(
                new HeadedFact("提出", item.proposedBy() + "，" + Shown.time(item.proposedAt(), now)));
        facts.add(new HeadedFact("关注的人", file.followers() + " 位"));
        if (item.commentsUntil() != null) {
            facts.add(new HeadedFact("征询", "到 " + item.commentsUntil()));
        }
        var sitting = item.sitting();
        if (sitting != null) {
            var when = Shown.time(sitting.at(), now) + "，" + sitting.place();
            facts.add(new HeadedFact("会议", when + "；说要来的 " + file.guests() + " 位"));
            facts.add(new HeadedFact("会议记录", Objects.toString(sitting.minutes(), "还没有写")));
        }
        if (item.codes() > 0) {
            facts.add(new HeadedFact("选票", WORDS.turnout(Language.ZH, item)));
        }
        if (item.state().counted()) {
            facts.add(new HeadedFact("票数", sums(item)));
        }
        var resolution = item.resolution();
        if (resolution != null) {
            facts.add(new HeadedFact("结果", resolution.result()));
            facts.add(new HeadedFact("没有采纳的和理由", resolution.reasons()));
        }
        if (item.ending() != null) {
            facts.add(new HeadedFact(item.state().shown(), item.ending()));
        }
        return facts;
    }

    private static String sums(Deliberation item) {
        return item.options().stream()
                .map(each -> each.label() + " " + each.votes() + " 票（纸质 " + each.onPaper() + "）")
                .collect(Collectors.joining("；"));
    }

    private static Paper paper(PaperBatch batch, Deliberation item, StaffMember me, Instant now) {
        var counts =
                item.options().stream()
                        .map(each ->
                                each.label()
                                        + " "
                                        + batch.counts().getOrDefault(each.id(), 0)
                                        + " 票")
                        .collect(Collectors.joining("；"));
        return new Paper(
                batch.id(),
                batch.ballots() + " 张：" + counts,
                batch.enteredBy(),
                Shown.time(batch.enteredAt(), now),
                batch.enteredBy().equals(me.name()));
    }
}
