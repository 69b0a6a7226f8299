package org.ximen.gaps;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ximen.chat.Choice;
import org.ximen.chat.Citation;
import org.ximen.chat.Reply;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.NewArticle;

/** An FAQ as an article and as a message to those who asked. */
final class FaqText {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int QUOTED = 40;

    /** Value of the button that ends such messages. */
    static final String QUIET = "quiet";

    private FaqText() {}

    static NewArticle article(Faq faq, String issuer, Instant now) {
        var today = LocalDate.ofInstant(now, SHANGHAI);
        return new NewArticle(
                Article.Kind.FAQ,
                faq.question(),
                issuer,
                List.of(),
                List.of(),
                today,
                faq.effective() == null ? today : faq.effective(),
                faq.expires(),
                faq.source(),
                List.of(new NewArticle.TextSection(faq.question(), faq.answer())));
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
