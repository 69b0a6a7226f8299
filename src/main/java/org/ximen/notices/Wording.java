package org.ximen.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ximen.chat.Reply;

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
                        + day(startedAt));
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

    /** The article: a head that no title can break out of, and the body's words, not its marks. */
    static String article(Notice notice, String issuer, Instant startedAt) {
        var head = new StringBuilder("---\nkind: notice\n");
        head.append("title: ").append(quoted(notice.title())).append('\n');
        head.append("issuer: ").append(quoted(issuer)).append('\n');
        if (!notice.profiles().isEmpty()) {
            head.append("audience: ").append(list(notice)).append('\n');
        }
        if (!notice.areas().isEmpty()) {
            head.append("areas: [").append(String.join(", ", notice.areas())).append("]\n");
        }
        head.append("published: ").append(day(startedAt)).append('\n');
        head.append("effective: ").append(day(startedAt)).append('\n');
        head.append("expires: ").append(lastDay(notice, startedAt)).append('\n');
        return head.append("---\n\n").append(plain(notice.body())).append('\n').toString();
    }

    private static String list(Notice notice) {
        return notice.profiles().stream()
                .map(profile -> profile.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** In single quotes nothing but a single quote means anything. */
    private static String quoted(String text) {
        return "'" + text.replaceAll("\\s+", " ").replace('\'', '’') + "'";
    }

    /** Every line a paragraph of its own, Markdown's signs taken literally; numbered lists stay. */
    private static String plain(String body) {
        return body.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.replaceAll("([\\\\`*_<>\\[\\]&|~#=]|^[-+])", "\\\\$1"))
                .collect(Collectors.joining("\n\n"));
    }
}
