package org.ximen.dialogue;

import static org.ximen.chat.Reply.Kind.ANSWER;
import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.QUESTION;
import static org.ximen.chat.Reply.Kind.REFUSAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Choice;
import org.ximen.chat.Citation;
import org.ximen.chat.Reply;
import org.ximen.gaps.Reason;
import org.ximen.knowledge.Finding;

/** Puts into words what the knowledge base found, and what was thought of it. */
final class AnswerWording {
    private AnswerWording() {}

    static Reply why(long answer) {
        var choices =
                Arrays.stream(Reason.values())
                        .map(reason -> Buttons.with(reason.shown(), "why", answer + "." + reason))
                        .toList();
        return Reply.of(QUESTION, "哪里不对？点一个就行，不点也可以接着问。", choices);
    }

    /** It may have been a question all the same. */
    static Reply remarked(Finding finding) {
        return finding instanceof Finding.Unsure unsure
                ? unsure(unsure).after("谢谢，这句话也转给编辑了。如果是在问新的问题：")
                : Reply.of(
                        HELP,
                        "谢谢，这句话也转给编辑了。如果是在问新的问题，我的资料里没有，可以找工作人员。",
                        Wording.PERSON,
                        Wording.REPORT);
    }

    static Reply found(Outcome.Found found) {
        var finding = found.finding();
        boolean reporting = found.reporting();
        var reply =
                switch (finding) {
                    case Finding.Answered answered -> answered(answered, found.answer());
                    case Finding.Unsure unsure -> unsure(unsure);
                    case Finding.Nothing nothing -> nothing(nothing);
                };
        if (!reporting) {
            return reply;
        }
        var titles =
                nearest(finding).stream()
                        .map(near -> "\n· " + near.question())
                        .collect(Collectors.joining());
        return Reply.cited(
                reply.kind(),
                reply.text() + titles + "\n\n（您刚才的上报还没有提交，可以接着说。）",
                reply.citations(),
                Wording.submit(),
                Wording.CANCEL);
    }

    private static Reply answered(Finding.Answered answered, @Nullable Long id) {
        var citations = answered.citations().stream().map(AnswerWording::citation).toList();
        var choices = new ArrayList<Choice>();
        if (id != null) {
            choices.add(Buttons.with("有用", "useful", id.toString()));
            choices.add(Buttons.with("没用", "useless", id.toString()));
        }
        choices.add(Buttons.plain("没有解决，找工作人员", "person"));
        var text = readAs(answered.readAs()) + told(answered);
        return Reply.cited(ANSWER, text, citations, choices.toArray(Choice[]::new));
    }

    /** Says what was read for a slip of the pen, so that a wrong guess is seen. */
    private static String readAs(List<String> words) {
        var named = words.stream().distinct().map(word -> "“" + word + "”");
        return words.isEmpty() ? "" : "按" + named.collect(Collectors.joining("")) + "查找：\n";
    }

    private static String told(Finding.Answered answered) {
        return switch (answered.aside()) {
            case null -> answered.text();
            case Finding.Lapsed old ->
                    "【旧规定】" + old.shown() + "下面是当时的内容，现在不能照着办：\n" + answered.text();
            case Finding.Changed(var title, var since, var before) ->
                    answered.text()
                            + "\n新规定自"
                            + since
                            + "起改为以上内容。此前《"
                            + title
                            + "》的规定是：“"
                            + before
                            + "”";
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
                source.source());
    }

    private static Reply unsure(Finding.Unsure unsure) {
        var choices = new ArrayList<Choice>();
        for (var near : unsure.nearest()) {
            choices.add(Buttons.with(near.question(), "ask", Integer.toString(choices.size())));
        }
        choices.add(Wording.PERSON);
        return Reply.of(
                QUESTION, lapsed(unsure.lapsed()) + "您是想问下面哪一个？都不是的话，换个说法再问，或者找工作人员。", choices);
    }

    private static Reply nothing(Finding.Nothing nothing) {
        var titles =
                nothing.nearest().stream()
                        .map(near -> "· " + near.title())
                        .distinct()
                        .collect(Collectors.joining("\n"));
        var near = titles.isEmpty() ? "" : "\n资料里比较接近的有：\n" + titles;
        return Reply.of(
                REFUSAL,
                lapsed(nothing.lapsed()) + "这个问题我的资料里没有，不敢乱答。" + near + "\n您可以换个说法再问，或者找工作人员。",
                Wording.PERSON,
                Wording.REPORT);
    }

    private static String lapsed(List<Finding.Lapsed> lapsed) {
        return lapsed.stream().map(old -> old.shown() + "\n").collect(Collectors.joining());
    }

    /** What an answer's buttons offer to ask instead. */
    static List<Finding.Nearest> nearest(Finding finding) {
        return switch (finding) {
            case Finding.Answered answered -> List.of();
            case Finding.Unsure unsure -> unsure.nearest();
            case Finding.Nothing nothing -> List.of();
        };
    }
}
