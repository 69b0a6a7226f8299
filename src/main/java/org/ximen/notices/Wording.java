package org.ximen.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.ximen.chat.Reply;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Audience;
import org.ximen.knowledge.NewArticle;

/** A notice as a message and as an article. */
final class Wording {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final int ANSWERS_FOR_DAYS = 30;

    private Wording() {}

    static Reply message(Notice notice, String issuer, Instant startedAt) {
        return Reply.of(
                Reply.Kind.NOTICE,
                "【"
                        + notice.title()
                        + "】\n\n"
                        + notice.body()
                        + "\n\n"
                        + issuer
                        + " "
                        + day(startedAt),
                Arrays.stream(NoticeButton.values())
                        .filter(notice.buttons()::contains)
                        .map(button -> button.under(notice))
                        .toList());
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SHANGHAI);
    }

    /** The chosen day, or the one that the rule gives. */
    static LocalDate lastDay(Notice notice, Instant startedAt) {
        return notice.expires() == null
                ? day(startedAt).plusDays(ANSWERS_FOR_DAYS)
                : notice.expires();
    }

    static NewArticle article(Notice notice, String issuer, Instant startedAt) {
        var day = day(startedAt);
        return new NewArticle(
                Article.Kind.NOTICE,
                notice.title(),
                issuer,
                notice.profiles().stream().map(p -> Audience.valueOf(p.name())).toList(),
                notice.areas().stream().sorted().toList(),
                day,
                day,
                lastDay(notice, startedAt),
                null,
                List.of(new NewArticle.TextSection(null, notice.body())));
    }
}
