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
import org.ximen.text.BilingualTexts;
import org.ximen.text.Language;
import org.ximen.text.Plain;

/** An FAQ as an article and as a message to those who asked. */
final class FaqText {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int QUOTED = 40;
    private static final BilingualTexts TEXTS = new BilingualTexts(FaqText.class);

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

    /** Where the answer stands. */
    static Citation source(Faq faq, String article, String issuer, Instant now) {
        var today = LocalDate.ofInstant(now, SHANGHAI);
        return new Citation(
                article,
                faq.question(),
                null,
                issuer,
                today,
                faq.effective() == null ? today : faq.effective(),
                faq.expires(),
                null,
                faq.source(),
                language(faq).code());
    }

    // As its article is read: a title that is plainly English makes an English one.
    private static Language language(Faq faq) {
        return Language.in(Plain.comparable(faq.question())).orElse(Language.ZH);
    }

    /** What somebody hears who had asked. */
    static Reply message(Language language, String asked, Faq faq, Citation source) {
        return Reply.cited(
                Reply.Kind.ANSWER,
                TEXTS.say(language, "answered", cut(asked), faq.answer()),
                List.of(source),
                new Choice(TEXTS.say(language, "quiet"), QUIET));
    }

    private static String cut(String text) {
        int end =
                text.offsetByCodePoints(0, Math.min(QUOTED, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }
}
