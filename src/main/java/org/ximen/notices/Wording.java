package org.ximen.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
                head(notice) + notice.body() + "\n\n" + issuer + " " + day(startedAt),
                Arrays.stream(NoticeButton.values())
                        .filter(notice.buttons()::contains)
                        .map(button -> button.under(notice))
                        .toList());
    }

    private static String head(Notice notice) {
        var follow = notice.follow();
        var title = "【" + notice.title() + "】\n\n";
        if (follow == null) {
            return title;
        }
        var change =
                follow.recalls() ? "前面发的这条通知撤回了，请不要再按它办。" : Objects.toString(follow.change(), "");
        return "【" + follow.kind().shown() + "】" + title + change + "\n\n";
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
