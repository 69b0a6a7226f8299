package org.ximen.telegram;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ximen.chat.Citation;
import org.ximen.chat.Reply;
import org.ximen.text.Language;

/** The words of a message: the reply's own, and its sources below them. */
final class Form {
    private static final int LONGEST_TITLE = 100;
    private static final int MOST_SOURCES = 8;
    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"<>]{1,500}");

    private Form() {}

    /** With marks, in Telegram's HTML. */
    static String html(Reply reply) {
        return Html.text(reply.text()) + sources(reply, Form::linked, Html::text);
    }

    /** Without marks: what a person reads of {@link #html}. */
    static String plain(Reply reply) {
        return reply.text() + sources(reply, Form::title, words -> words);
    }

    private static String sources(
            Reply reply, Function<Citation, String> title, Function<String, String> text) {
        List<String> lines = new ArrayList<>();
        for (var source :
                reply.citations().subList(0, Math.min(MOST_SOURCES, reply.citations().size()))) {
            lines.add(
                    "〔"
                            + (lines.size() + 1)
                            + "〕"
                            + title.apply(source)
                            + text.apply(facts(source)));
        }
        return lines.isEmpty() ? "" : "\n\n" + String.join("\n", lines);
    }

    private static String facts(Citation source) {
        var effective = source.effective();
        var expires = source.expires();
        var checked = source.checked();
        var in = Language.of(Objects.toString(source.language(), ""));
        return Stream.of(
                        source.section(),
                        source.issuer(),
                        effective == null
                                ? source.published()
                                : in.of(effective + " 起施行", "in force since " + effective),
                        expires == null ? null : in.of(expires + " 前有效", "until " + expires),
                        checked == null ? null : checked(in, YearMonth.from(checked)))
                .filter(Objects::nonNull)
                .map(fact -> cut(fact.toString()))
                .collect(Collectors.joining(" · ", " ", ""));
    }

    private static String checked(Language in, YearMonth month) {
        return in.of(month + " 核对", "checked " + month);
    }

    private static String title(Citation source) {
        return "《" + cut(source.title()) + "》";
    }

    private static String linked(Citation source) {
        var address = source.source();
        return address != null && WEB.matcher(address).matches()
                ? Html.link(address, title(source))
                : Html.text(title(source));
    }

    private static String cut(String words) {
        return words.length() <= LONGEST_TITLE
                ? words
                : words.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
