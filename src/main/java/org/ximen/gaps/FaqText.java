package org.ximen.gaps;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.ximen.chat.Choice;
import org.ximen.chat.Citation;
import org.ximen.chat.Reply;

/** An FAQ as an article and as a message to those who asked. */
final class FaqText {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int QUOTED = 40;

    /** Value of the button that ends such messages. */
    static final String QUIET = "quiet";

    private FaqText() {}

    /**
     * The article: a head that no title can break out of, and the answer's words, not its marks.
     */
    static String article(Faq faq, String issuer, Instant now) {
        var today = LocalDate.ofInstant(now, SHANGHAI);
        var head = new StringBuilder("---\nkind: faq\n");
        head.append("title: ").append(quoted(faq.question())).append('\n');
        head.append("issuer: ").append(quoted(issuer)).append('\n');
        head.append("published: ").append(today).append('\n');
        head.append("effective: ")
                .append(faq.effective() == null ? today : faq.effective())
                .append('\n');
        if (faq.expires() != null) {
            head.append("expires: ").append(faq.expires()).append('\n');
        }
        if (faq.source() != null) {
            head.append("source: ").append(quoted(faq.source())).append('\n');
        }
        return head.append("---\n\n## ")
                .append(literal(faq.question()))
                .append("\n\n")
                .append(paragraphs(faq.answer()))
                .append('\n')
                .toString();
    }

    /** In single quotes nothing but a single quote means anything. */
    private static String quoted(String text) {
        return "'" + text.replace('\'', '’') + "'";
    }

    private static String literal(String text) {
        return text.replaceAll("([\\\\`*_<>\\[\\]&|~#=])", "\\\\$1");
    }

    /** Every line a paragraph of its own; 第三条 at its start heads no section of a law here. */
    private static String paragraphs(String answer) {
        return answer.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line ->
                        line.replaceFirst(
                                "^(第[^ \\u3000]{1,9}条[^ \\u3000]{0,4})[ \\u3000]+", "$1："))
                .map(line -> literal(line).replaceFirst("^([-+])", "\\\\$1"))
                .collect(Collectors.joining("\n\n"));
    }

    /** What somebody hears who had asked. */
    static Reply message(String asked, Faq faq, String article, String issuer, Instant now) {
        var today = LocalDate.ofInstant(now, SHANGHAI);
        var source =
                new Citation(
                        article,
                        faq.question(),
                        null,
                        issuer,
                        today,
                        faq.effective() == null ? today : faq.effective(),
                        faq.expires(),
                        faq.source());
        return Reply.cited(
                Reply.Kind.ANSWER,
                "您上次问的“" + cut(asked) + "”，现在有答案了：\n" + faq.answer() + "〔1〕\n（只是告诉您一声，不用回复。）",
                List.of(source),
                new Choice("以后不用告诉我", QUIET));
    }

    private static String cut(String text) {
        int end =
                text.offsetByCodePoints(0, Math.min(QUOTED, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }
}
