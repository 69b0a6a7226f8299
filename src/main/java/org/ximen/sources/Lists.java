package org.ximen.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.documents.Unreadable;

/** Reads the pages of a list and notes what they name. */
final class Lists {
    private static final Logger LOG = LoggerFactory.getLogger(Lists.class);
    private static final Duration AGAIN = Duration.ofHours(1);

    private final Db db;
    private final RoundTable rounds;
    private final PageTable pages;
    private final Web web;

    Lists(Db db, RoundTable rounds, PageTable pages, Web web) {
        this.db = db;
        this.rounds = rounds;
        this.pages = pages;
        this.web = web;
    }

    /** Reads one; the round that follows from it is kept, and returned. */
    Round read(Turn turn, HttpUrl list) {
        var fetched = web.get(list, turn.source().allowed(), Marks.NONE, turn.now());
        return switch (fetched) {
            case Fetched.Page(var answer) -> {
                try (answer) {
                    yield arrived(turn, answer);
                }
            }
            case Fetched.Later(var at, var why) -> {
                LOG.info("来源 {}：{}，等到 {}", turn.source().name(), why, at);
                yield kept(turn.round().waiting(at));
            }
            case Fetched.Gone(var why) -> trouble(turn, why);
            case Fetched.Failed(var why) -> trouble(turn, why);
            case Fetched.Refused(var why) -> trouble(turn, why);
            case Fetched.Unchanged() -> trouble(turn, "网站答非所问（304）");
        };
    }

    private Round kept(Round round) {
        rounds.update(round);
        return round;
    }

    private Round arrived(Turn turn, Answer answer) {
        try {
            if (Files.size(answer.file()) > ListPage.MOST_BYTES) {
                return trouble(turn, "列表页太大");
            }
            var page = ListPage.of(answer.bytes(), answer.at(), turn.source());
            return page.links().isEmpty()
                    ? trouble(turn, "列表页里没有找到文章链接，请检查 links 和 pattern")
                    : noted(turn, page);
        } catch (IOException | Unreadable e) {
            return trouble(turn, "列表页读不了：" + e.getMessage());
        }
    }

    private Round noted(Turn turn, ListPage page) {
        var name = turn.source().name();
        var round = turn.round().listed(page.next()).waiting(web.rested(turn));
        db.run(() -> {
            pages.see(name, page.links(), turn.now());
            pages.inherit(name, turn.followed().names(), turn.now());
            rounds.update(round);
        });
        return round;
    }

    /** Without its list a site is not in order, and what is missing there means nothing. */
    private Round trouble(Turn turn, String why) {
        var source = turn.source();
        if (!source.start().equals(turn.round().list())) {
            LOG.warn("来源 {}：后面的列表页没有读到：{}", source.name(), why);
            return kept(turn.round().listed(null).waiting(web.rested(turn)));
        }
        LOG.warn("来源 {}：列表页没有读到：{}；已收的文章照旧", source.name(), why);
        boolean often = source.interval().compareTo(AGAIN) < 0;
        var next = turn.now().plus(often ? source.interval() : AGAIN);
        return kept(turn.round().ended(why, next, turn.now()));
    }
}
