package org.ximen.sources;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.ximen.documents.Unreadable;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.BadArticle;
import org.ximen.knowledge.Received;
import org.ximen.text.WordLists;

/** What to make of a page that a site sent. */
final class Arrival {
    private static final Pattern FRONT = Pattern.compile("/|/(?:index|default)\\.\\w{1,5}");
    private static final WordLists CHROME = Digest.CHROME;
    // Sites that say "not found" under the status of success.
    private static final Pattern SORRY =
            Pattern.compile(
                    "^404\\b|404\\s*(?:(?i:not found)|%s)|%s%s|%s[^。]{0,6}%s"
                            .formatted(
                                    CHROME.any("not-found"),
                                    CHROME.any("page", "piece"),
                                    CHROME.any("gone", "lost"),
                                    CHROME.any("lost"),
                                    CHROME.any("page")));
    private static final int SHORT = 200;

    private Arrival() {}

    static Checked of(Source source, Page page, Answer answer, Instant now) {
        if (isElsewhere(page.address(), answer.at(), source)) {
            return Checks.gone(page, "网站把这一页转到了首页", now);
        }
        try {
            var found = Reading.read(source, page, answer, Math.max(1, page.version()));
            return saysSorry(found.article())
                    ? Checks.gone(page, "网站说没有这一页（" + found.article().title() + "）", now)
                    : taken(source, page, answer, found).report(now);
        } catch (BadArticle | Unreadable e) {
            var why = Objects.requireNonNull(e.getMessage());
            return Checked.without(page.troubled(Result.REFUSED), why, now);
        } catch (IOException e) {
            return Checked.without(page.troubled(Result.FAILED), "本机的磁盘出错：" + e, now);
        }
    }

    private static boolean isElsewhere(HttpUrl asked, HttpUrl at, Source source) {
        return !same(asked, at)
                && (FRONT.matcher(at.encodedPath()).matches() || same(source.start(), at));
    }

    // Many sites redirect from http to https.
    private static boolean same(HttpUrl one, HttpUrl other) {
        return one.host().equals(other.host())
                && one.encodedPath().equals(other.encodedPath())
                && Objects.equals(one.encodedQuery(), other.encodedQuery());
    }

    private static boolean saysSorry(Article article) {
        return article.text().length() < SHORT
                && SORRY.matcher(article.title() + " " + article.text()).find();
    }

    private record Taken(Page page, Received received) {
        Checked report(Instant now) {
            var report = received.report(page.address().toString(), now);
            boolean same = page.result() == Result.SAME;
            return new Checked(page, report, same ? null : received.article().markdown());
        }
    }

    private static Taken taken(Source source, Page page, Answer answer, Received found)
            throws IOException {
        boolean same = Digest.of(found.article()).equals(page.content().words());
        boolean replaces = page.version() > 0 && !same;
        int version = replaces ? page.version() + 1 : Math.max(1, page.version());
        var read = replaces ? Reading.read(source, page, answer, version) : found;
        var content =
                new Page.Content(
                        Digest.of(read.article()),
                        Digest.ofHead(read.article()),
                        Reading.given(source));
        var how = how(page, version, content);
        return new Taken(page.read(how, version, content, Marks.of(answer)), read);
    }

    private static Result how(Page page, int version, Page.Content content) {
        if (page.version() == 0) {
            return Result.NEW;
        }
        if (page.expired() && page.version() == version) {
            return Result.BACK;
        }
        boolean same = Objects.equals(content.head(), page.content().head());
        return same ? Result.SAME : Result.CHANGED;
    }
}
