package org.ximen.sources;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Audience;

/**
 * A list page whose articles are followed.
 *
 * @param list address of the list page
 * @param links CSS selector of the articles' links; what looks like an article, if absent
 * @param pattern regular expression that occurs in the articles' addresses
 * @param next CSS selector of the link to the next page of the list
 * @param lists most pages of the list a round, 1 if absent
 * @param kind of its articles; told from their titles, if absent
 * @param issuer of its articles where they do not say it themselves
 * @param hours from round to round, 24 if absent
 * @param pages most articles asked for a round, 50 if absent
 * @param hosts from which pages may come, {@code host} or {@code host:port}; the list's, if absent
 */
public record Source(
        String name,
        String list,
        @Nullable String links,
        @Nullable String pattern,
        @Nullable String next,
        @Nullable Integer lists,
        @Nullable String kind,
        @Nullable String issuer,
        @Nullable List<String> audience,
        @Nullable List<String> areas,
        @Nullable Integer hours,
        @Nullable Integer pages,
        @Nullable List<String> hosts) {
    private static final int DAY = 24;
    private static final int PAGES = 50;

    public Source {
        check(name != null && name.matches("\\S.{0,79}"), "name 要写，且不超过 80 个字");
        check(list != null && HttpUrl.parse(list) != null, "list 应是 http(s):// 开头的网址：" + list);
        check(within(lists, 1, 20), "lists 应在 1 到 20 之间：" + lists);
        check(within(hours, 1, 24 * 31), "hours 应在 1 到 744 之间：" + hours);
        check(within(pages, 1, 500), "pages 应在 1 到 500 之间：" + pages);
        check(isOneOf(kind, Article.Kind.values()), "kind 写错了：" + kind);
        for (var each : all(audience)) {
            check(isOneOf(each, Audience.values()), "audience 写错了：" + each);
        }
        check(isSelector(links), "links 不是 CSS 选择器：" + links);
        check(isSelector(next), "next 不是 CSS 选择器：" + next);
        check(isPattern(pattern), "pattern 不是正则表达式：" + pattern);
        check(issuer == null || !issuer.contains("\n"), "issuer 只能写一行");
        for (var each : all(areas)) {
            check(each.matches("[^\\s,，、\\[\\]]{1,40}"), "areas 写错了：" + each);
        }
        var why = Hosts.of(all(hosts), list).refusal(HttpUrl.get(list));
        check(why == null, "list 的网址不行：" + why);
    }

    private static void check(boolean right, String problem) {
        if (!right) {
            throw new IllegalArgumentException(problem);
        }
    }

    private static boolean within(@Nullable Integer number, int least, int most) {
        return number == null || number >= least && number <= most;
    }

    private static boolean isOneOf(@Nullable String word, Enum<?>[] all) {
        return word == null || Stream.of(all).anyMatch(one -> one.name().equals(upper(word)));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static boolean isSelector(@Nullable String selector) {
        try {
            return selector == null || QueryParser.parse(selector) != null;
        } catch (SelectorParseException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPattern(@Nullable String pattern) {
        try {
            return pattern == null || Pattern.compile(pattern) != null;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static List<String> all(@Nullable List<String> words) {
        return requireNonNullElse(words, List.of());
    }

    HttpUrl start() {
        return HttpUrl.get(list);
    }

    Hosts allowed() {
        return Hosts.of(all(hosts), list);
    }

    Duration interval() {
        return Duration.ofHours(requireNonNullElse(hours, DAY));
    }

    int mostLists() {
        return requireNonNullElse(lists, 1);
    }

    int mostPages() {
        return requireNonNullElse(pages, PAGES);
    }

    /** All of it in one word. */
    String word() {
        return Digest.of(toString());
    }

    /** What its articles have in their heads because the street says so. */
    Map<String, String> head() {
        var head = new LinkedHashMap<String, String>();
        if (kind != null) {
            head.put("kind", upper(kind));
        }
        if (!all(audience).isEmpty()) {
            head.put("audience", upper(String.join(", ", all(audience))));
        }
        if (!all(areas).isEmpty()) {
            head.put("areas", String.join(", ", all(areas)));
        }
        return head;
    }
}
