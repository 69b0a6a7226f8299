package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Finding.Source;

/**
 * A passage as a chat model is given it.
 *
 * @param number by which it is cited, from 1
 * @param head title, heading, issuer and dates of its article
 */
record CitedPassage(int number, String head, String text) {
    private static final int LONGEST = 1_500;

    CitedPassage {
        text = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    static CitedPassage of(int number, Source source, String text) {
        return new CitedPassage(number, head(source), text);
    }

    private static String head(Source source) {
        return Stream.of(
                        "《" + source.title() + "》",
                        source.section(),
                        source.issuer(),
                        source.number(),
                        dated("发布", source.published()),
                        dated("施行", source.effective()),
                        dated("有效期至", source.expires()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("，"));
    }

    private static @Nullable String dated(String what, @Nullable LocalDate day) {
        return day == null
                ? null
                : what
                        + day.getYear()
                        + "年"
                        + day.getMonthValue()
                        + "月"
                        + day.getDayOfMonth()
                        + "日";
    }

    /** All that may be said with its number. */
    String ground() {
        return head + "\n" + text;
    }
}
