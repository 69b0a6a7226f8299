package org.ximen.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.isolation.IsolatedRun;
import org.ximen.knowledge.BadArticle;
import org.ximen.knowledge.Library;

/** Checks one page: article, new version, end, return, or nothing new. */
final class Checks {
    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Db db;
    private final Library library;
    private final PageTable pages;
    private final Web web;

    Checks(Db db, Library library, PageTable pages, Web web) {
        this.db = db;
        this.library = library;
        this.pages = pages;
        this.web = web;
    }

    /**
     * What came of a check.
     *
     * @param until not before then, if the site asks to be left alone
     */
    record Done(Result result, Instant until) {}

    /** Checks a page and keeps what came of it. */
    Done check(Source source, Page page, Instant now) {
        var article = page.article();
        if (article != null && !library.isPublished(article)) {
            // An editor took it back; it does not come in again by itself.
            return done(
                    Checked.without(page.troubled(Result.RETIRED), "编辑已撤下，不再自动收录", now), now, now);
        }
        return IsolatedRun.of(
                () -> fetch(source, page, now),
                why -> done(Checked.without(troubled(page, why), said(why), now), now, now));
    }

    private Done fetch(Source source, Page page, Instant now) {
        var marks = page.marks(Reading.given(source));
        var fetched = web.get(page.address(), source.allowed(), marks, now);
        var until = fetched instanceof Fetched.Later later ? later.at() : now;
        return done(checked(source, page, fetched, now), until, now);
    }

    /** One page that nobody thought of must not hold up the others for ever. */
    private static Page troubled(Page page, Throwable why) {
        if (why instanceof BadArticle) {
            return page.troubled(Result.REFUSED);
        }
        LOG.error("网页 {} 读不了", page.address(), why);
        return page.troubled(Result.FAILED);
    }

    private static String said(Throwable why) {
        return why instanceof BadArticle ? String.valueOf(why.getMessage()) : "读这一页时程序出错";
    }

    private Done done(Checked checked, Instant until, Instant now) {
        db.run(() -> keep(checked, now));
        return new Done(checked.result(), until);
    }

    private void keep(Checked checked, Instant now) {
        var page = checked.page();
        var article = page.article();
        if (checked.publish() != null && article != null) {
            library.publishWritten(article, checked.publish(), now);
        }
        if (checked.result() == Result.EXPIRED) {
            // The older ones too: a newer one that is not in force yet would let them answer on.
            for (int version = 1; version <= page.version(); version++) {
                library.expire(page.article(version), today(now), now);
            }
        }
        pages.update(checked, now);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, SHANGHAI);
    }

    private static Checked checked(Source source, Page page, Fetched fetched, Instant now) {
        return switch (fetched) {
            case Fetched.Page(var answer) -> {
                try (answer) {
                    yield Arrival.of(source, page, answer, now);
                }
            }
            case Fetched.Unchanged() -> new Checked(page.same(), null, null);
            case Fetched.Gone(var why) -> gone(page, why, now);
            case Fetched.Later(var at, var why) ->
                    Checked.without(page.troubled(Result.FAILED), why, now);
            case Fetched.Failed(var why) -> Checked.without(page.troubled(Result.FAILED), why, now);
            case Fetched.Refused(var why) ->
                    Checked.without(page.troubled(Result.REFUSED), why, now);
        };
    }

    static Checked gone(Page page, String why, Instant now) {
        var missed = page.missed();
        var then =
                missed.expired()
                        ? "；" + (page.expired() ? "已经失效" : "有效期到 " + today(now) + " 为止")
                        : missed.version() > 0 ? "；下一轮还没有就失效" : "";
        return Checked.without(missed, why + then, now);
    }
}
