package org.ximen.dialogue.ask;

import static org.ximen.chat.Reply.Kind.ANSWER;
import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.QUESTION;
import static org.ximen.chat.Reply.Kind.REFUSAL;
import static org.ximen.chat.Reply.Kind.STATUS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Choice;
import org.ximen.chat.Citation;
import org.ximen.chat.Reply;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Turn;
import org.ximen.gaps.Reason;
import org.ximen.knowledge.Finding;
import org.ximen.text.Language;

/** Puts into words what the articles say, and what was thought of it. */
final class AnswerWords {
    private final SkillTexts texts = new SkillTexts(AnswerWords.class);

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }

    private Choice button(Turn turn, String name) {
        return texts.button(turn.language(), name);
    }

    /**
     * The reply to a question.
     *
     * @param id by which the answer can be judged; null where it cannot
     */
    Reply found(Turn turn, Finding finding, @Nullable Long id) {
        return switch (finding) {
            case Finding.Answered answered -> answered(turn, answered, id);
            case Finding.Unsure unsure -> unsure(turn, unsure);
            case Finding.Silent silent -> silent(turn, silent);
            case Finding.Nothing nothing -> nothing(turn, nothing);
        };
    }

    private Reply answered(Turn turn, Finding.Answered answered, @Nullable Long id) {
        var citations = answered.citations().stream().map(AnswerWords::citation).toList();
        var choices = new ArrayList<Choice>();
        if (id != null) {
            choices.add(texts.button(turn.language(), "useful", id.toString()));
            choices.add(texts.button(turn.language(), "useless", id.toString()));
        }
        choices.add(SkillTexts.bare(say(turn, "person.after"), "person"));
        if (answered.aside() instanceof Finding.Phrased phrased && phrased.reports()) {
            choices.add(button(turn, "report"));
        }
        var foreign = isForeign(turn, answered) ? say(turn, "chinese") + "\n" : "";
        var text = foreign + readAs(turn, answered.readAs()) + told(turn, answered);
        return Reply.cited(ANSWER, text, citations, choices.toArray(Choice[]::new));
    }

    private static boolean isForeign(Turn turn, Finding.Answered answered) {
        return turn.language() == Language.EN
                && !(answered.aside() instanceof Finding.Phrased)
                && answered.citations().stream()
                        .anyMatch(source -> source.language() != Language.EN);
    }

    /** Says what was read for a slip of the pen, so that a wrong guess is seen. */
    private String readAs(Turn turn, List<String> words) {
        var named =
                words.stream()
                        .distinct()
                        .map(word -> "“" + word + "”")
                        .collect(Collectors.joining());
        return words.isEmpty() ? "" : say(turn, "readAs", named) + "\n";
    }

    private String told(Turn turn, Finding.Answered answered) {
        return switch (answered.aside()) {
            case null -> answered.text();
            case Finding.Phrased(var original, var reports) ->
                    original == null
                            ? say(turn, "phrased", answered.text())
                            : say(turn, "phrased.foreign", answered.text(), original);
            case Finding.Lapsed old -> say(turn, "lapsed", shown(turn, old), answered.text());
            case Finding.Changed(var title, var since, var before) ->
                    say(turn, "changed", answered.text(), since, title, before);
        };
    }

    private static Citation citation(Finding.Source source) {
        return new Citation(
                source.article(),
                source.title(),
                source.section(),
                source.issuer(),
                source.published(),
                source.effective(),
                source.expires(),
                source.checked(),
                source.source(),
                source.language().code());
    }

    private Reply unsure(Turn turn, Finding.Unsure unsure) {
        var likely = unsure.likely();
        return likely == null ? offered(turn, unsure) : guessed(turn, unsure, likely);
    }

    private Reply offered(Turn turn, Finding.Unsure unsure) {
        var nearest = unsure.nearest();
        var asks =
                isOfOne(nearest) && nearest.size() > 1
                        ? say(turn, "unsure.sections", nearest.getFirst().title())
                        : say(turn, "unsure");
        var text = lapsed(turn, unsure.lapsed()) + asks;
        return Reply.of(QUESTION, text, choices(turn, nearest, near -> true));
    }

    /** What is likely meant, said as a guess, and what else may be. */
    private Reply guessed(Turn turn, Finding.Unsure unsure, Finding.Answered likely) {
        var source = likely.citations().getFirst();
        var others = choices(turn, unsure.nearest(), near -> !near.isOf(source));
        var section = source.section();
        var named = section == null ? source.title() : section;
        var asks = say(turn, others.size() > 1 ? "guess.others" : "guess");
        var text =
                lapsed(turn, unsure.lapsed()) + say(turn, "guess.says", named, likely.text(), asks);
        var citations = likely.citations().stream().map(AnswerWords::citation).toList();
        return Reply.cited(QUESTION, text, citations, others.toArray(Choice[]::new));
    }

    /** A button for each that is to be offered; its number is its place among all. */
    private List<Choice> choices(
            Turn turn, List<Finding.Nearest> nearest, Predicate<Finding.Nearest> offered) {
        boolean ofOne = isOfOne(nearest);
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < nearest.size(); i++) {
            var near = nearest.get(i);
            if (offered.test(near)) {
                choices.add(SkillTexts.labelled(label(near, ofOne), "ask", Integer.toString(i)));
            }
        }
        choices.add(button(turn, "person"));
        return choices;
    }

    private static boolean isOfOne(List<Finding.Nearest> nearest) {
        return nearest.stream().map(Finding.Nearest::article).distinct().count() == 1;
    }

    /** What is said at once or as a guess; empty where nothing is. */
    static Optional<Finding.Answered> likely(Finding finding) {
        return switch (finding) {
            case Finding.Answered answered -> Optional.of(answered);
            case Finding.Unsure unsure -> Optional.ofNullable(unsure.likely());
            case Finding.Silent silent -> Optional.empty();
            case Finding.Nothing nothing -> Optional.empty();
        };
    }

    /** To a question that goes on, where no more is found than what was told just before. */
    Reply again(Turn turn, Finding finding) {
        var source = likely(finding).map(said -> said.citations().getFirst()).orElseThrow();
        var others = choices(turn, nearest(finding), near -> !near.isOf(source));
        return Reply.of(REFUSAL, say(turn, "again", source.title()), others);
    }

    private Reply silent(Turn turn, Finding.Silent silent) {
        var text =
                say(turn, silent.nearest().isEmpty() ? "silent" : "silent.others", silent.title());
        return Reply.of(REFUSAL, text, choices(turn, silent.nearest(), near -> true));
    }

    /** Sections of one article, which the question names, go by their headings. */
    private static String label(Finding.Nearest near, boolean ofOne) {
        var section = near.section();
        return ofOne && section != null ? section : near.question();
    }

    private Reply nothing(Turn turn, Finding.Nothing nothing) {
        boolean offers = !nothing.nearest().isEmpty();
        var choices = choices(turn, nothing.nearest(), near -> true);
        choices.add(button(turn, "report"));
        var text = say(turn, offers ? "nothing.others" : "nothing");
        return Reply.of(REFUSAL, lapsed(turn, nothing.lapsed()) + text, choices);
    }

    private String lapsed(Turn turn, List<Finding.Lapsed> lapsed) {
        return lapsed.stream().map(old -> shown(turn, old) + "\n").collect(Collectors.joining());
    }

    private String shown(Turn turn, Finding.Lapsed old) {
        return turn.language() == Language.EN
                ? say(turn, "lapsed." + old.validity(), old.title(), since(turn, old))
                : old.shown();
    }

    private String since(Turn turn, Finding.Lapsed old) {
        var since = old.since();
        return since == null ? "" : say(turn, "lapsed.since", since);
    }

    /** It may have been a question all the same. */
    Reply remarked(Turn turn, @Nullable Finding finding) {
        return finding instanceof Finding.Unsure unsure
                ? unsure(turn, unsure).after(say(turn, "remarked.unsure"))
                : Reply.of(
                        HELP,
                        say(turn, "remarked"),
                        button(turn, "person"),
                        button(turn, "report"));
    }

    Reply marked(Turn turn, boolean useful) {
        return Reply.of(HELP, say(turn, useful ? "marked.useful" : "marked.useless"));
    }

    Reply whyWanted(Turn turn, long answer) {
        var choices =
                Arrays.stream(Reason.values())
                        .map(reason ->
                                SkillTexts.labelled(
                                        reason.shown(turn.language()),
                                        "why",
                                        answer + "." + reason))
                        .toList();
        return Reply.of(QUESTION, say(turn, "why"), choices);
    }

    Reply kept(Turn turn) {
        var person = texts.button(turn.language(), "person");
        return Reply.of(Reply.Kind.HELP, say(turn, "remark.kept"), person);
    }

    Reply whyKept(Turn turn) {
        return Reply.of(HELP, say(turn, "why.kept"), button(turn, "person"));
    }

    Reply quiet(Turn turn) {
        return Reply.of(STATUS, say(turn, "quiet"));
    }

    Reply gone(Turn turn) {
        return Reply.of(HELP, say(turn, "gone"));
    }

    /** What an answer's buttons offer to ask instead. */
    static List<Finding.Nearest> nearest(Finding finding) {
        return switch (finding) {
            case Finding.Unsure unsure -> unsure.nearest();
            case Finding.Silent silent -> silent.nearest();
            case Finding.Nothing nothing -> nothing.nearest();
            case Finding.Answered answered -> List.of();
        };
    }
}
