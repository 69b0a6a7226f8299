package org.ximen.wechat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Citation;
import org.ximen.chat.Reply;
import org.ximen.text.Language;

/** The words of a message: the reply's own, its sources, and how to send what it asks for. */
final class WechatWords {
    private static final int LONGEST_TITLE = 100;
    private static final int MOST_SOURCES = 8;

    private WechatWords() {}

    static String of(Reply reply) {
        return reply.text() + sources(reply) + wish(reply);
    }

    private static String wish(Reply reply) {
        return reply.wish() == Reply.Wish.LOCATION
                ? "\n（发位置：点输入框旁的“＋”，选“位置” To send a place: ＋, then Location）"
                : "";
    }

    private static String sources(Reply reply) {
        List<String> lines = new ArrayList<>();
        for (var source : reply.citations().stream().limit(MOST_SOURCES).toList()) {
            lines.add("〔" + (lines.size() + 1) + "〕《" + cut(source.title()) + "》" + facts(source));
        }
        return lines.isEmpty() ? "" : "\n\n" + String.join("\n", lines);
    }

    private static String facts(Citation source) {
        var in = Language.of(Objects.toString(source.language(), ""));
        return Stream.of(
                        source.section(),
                        source.issuer(),
                        since(source, in),
                        until(source.expires(), in),
                        checked(source.checked(), in))
                .filter(Objects::nonNull)
                .map(WechatWords::cut)
                .collect(Collectors.joining(" · ", " ", ""));
    }

    private static @Nullable String since(Citation source, Language in) {
        var effective = source.effective();
        if (effective != null) {
            return in.of(effective + " 起施行", "in force since " + effective);
        }
        var published = source.published();
        return published == null ? null : published.toString();
    }

    private static @Nullable String until(@Nullable LocalDate expires, Language in) {
        return expires == null ? null : in.of(expires + " 前有效", "until " + expires);
    }

    private static @Nullable String checked(@Nullable LocalDate day, Language in) {
        return day == null
                ? null
                : in.of(YearMonth.from(day) + " 核对", "checked " + YearMonth.from(day));
    }

    private static String cut(String words) {
        return words.length() <= LONGEST_TITLE
                ? words
                : words.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
