package org.ximen.merchants;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.isolation.IsolatedRun;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Library;
import org.ximen.knowledge.Validity;
import org.ximen.merchants.ShopTable.DueShop;
import org.ximen.merchants.ShopToldTable.ToldBefore;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.workdays.WorkCalendar;

/** Tells merchants of new and changed articles that fit their shop, at most once a week. */
final class PolicyPush {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyPush.class);
    private static final Duration BETWEEN = Duration.ofDays(7);
    // What is older is no news.
    private static final Duration NEW_FOR = Duration.ofDays(60);
    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final LocalTime TO = LocalTime.of(20, 0);
    private static final int PAGE = 200;
    private static final int MOST_ITEMS = 3;

    private final Db db;
    private final Library library;
    private final ShopFit fit;
    private final Tables tables;
    private final Ways ways;
    private final MerchantWords words;

    /** What it keeps. */
    record Tables(ShopTable shops, PolicyNewsTable news, ShopToldTable told) {}

    /** How it reaches people. */
    record Ways(Residents residents, Outbox outbox) {}

    PolicyPush(Db db, Library library, ShopFit fit, Tables tables, Ways ways, MerchantWords words) {
        this.db = db;
        this.library = library;
        this.fit = fit;
        this.tables = tables;
        this.ways = ways;
        this.words = words;
    }

    /** Looks what is new and tells whom it fits, each by itself; nobody at night. */
    void sweep(Instant now) {
        look(now);
        var time = now.atZone(WorkCalendar.ZONE).toLocalTime();
        if (time.isBefore(FROM) || !time.isBefore(TO)) {
            return;
        }
        var news = news(now);
        if (!news.isEmpty()) {
            tellAll(news, now);
        }
    }

    /** A page at a time is looked through, and only whom something fits gets a transaction. */
    private void tellAll(List<Fresh> news, Instant now) {
        long after = 0;
        for (var page = due(after, now); !page.isEmpty(); page = due(after, now)) {
            long last = page.getLast().shop().id();
            var answers = tables.told().between(after, last);
            IsolatedRun.each(
                    page,
                    each -> {
                        if (!items(each, answers, news).isEmpty()) {
                            db.run(() -> tell(each, news, now));
                        }
                    },
                    (each, why) -> LOG.error("商户 {} 的政策这次没有告诉成，稍后再试", each.shop().id(), why));
            after = last;
        }
    }

    private List<DueShop> due(long after, Instant now) {
        return tables.shops().due(now.minus(BETWEEN), after, PAGE);
    }

    /** What is there at the first look is no news. */
    private void look(Instant now) {
        var known = tables.news().fingerprints();
        boolean first = !tables.news().isLooked();
        var changed =
                library.list().stream()
                        .filter(fit::isTagged)
                        .filter(each -> !fingerprint(each).equals(known.get(each.id())))
                        .toList();
        IsolatedRun.each(
                changed,
                article -> db.run(() -> note(article, first, known.keySet(), now)),
                (article, why) -> LOG.error("文章 {} 这次没有发给商户，稍后再试", article.id(), why));
        if (first) {
            db.run(tables.news()::looked);
        }
    }

    private void note(Article article, boolean first, Set<String> known, Instant now) {
        if (known.contains(article.id())) {
            tables.news().change(article.id(), fingerprint(article), now);
        } else {
            tables.news().add(article.id(), fingerprint(article), first ? null : now);
        }
    }

    /** Of what it says and for how long, not of when somebody checked it. */
    private static String fingerprint(Article article) {
        var said =
                String.join(
                        "\n",
                        article.title(),
                        String.valueOf(article.effective()),
                        String.valueOf(article.expires()),
                        String.join(",", article.tags()),
                        article.text());
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private record Fresh(Article article, PolicyNewsTable.News news) {}

    private List<Fresh> news(Instant now) {
        var day = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        return tables.news().since(now.minus(NEW_FOR)).stream()
                .flatMap(news ->
                        library.find(news.article()).stream()
                                .filter(article -> article.on(day) == Validity.CURRENT)
                                .map(article -> new Fresh(article, news)))
                .toList();
    }

    private void tell(DueShop due, List<Fresh> news, Instant now) {
        var shop = due.shop();
        var person = ways.residents().find(shop.person()).filter(Person::reachable);
        var answers = tables.told().between(shop.id() - 1, shop.id());
        var items =
                person.map(each -> items(new DueShop(shop, each.speaks()), answers, news))
                        .orElse(List.of());
        if (items.isEmpty() || !tables.shops().takeTurn(shop.id(), now.minus(BETWEEN), now)) {
            return;
        }
        var told = new ArrayList<MerchantWords.ToldItem>();
        for (var item : items) {
            told.add(new MerchantWords.ToldItem(tables.told().add(shop.id(), item, now), item));
        }
        var to = person.orElseThrow();
        ways.outbox().say(to.sender(), words.policies(to.speaks(), told), now);
    }

    private List<PolicyItem> items(DueShop due, ToldBefore before, List<Fresh> news) {
        var shop = due.shop();
        return news.stream()
                .filter(each -> !each.news().changedAt().isBefore(shop.agreedAt()))
                .filter(each -> each.article().language() == due.language())
                .filter(each -> !before.known(shop.id()).contains(key(each.news())))
                .flatMap(each -> item(shop, each).stream())
                .filter(item -> !before.stopped(shop.id()).contains(item.tag()))
                .limit(MOST_ITEMS)
                .toList();
    }

    private static String key(PolicyNewsTable.News news) {
        return news.article() + " " + news.fingerprint();
    }

    private Optional<PolicyItem> item(Shop shop, Fresh fresh) {
        var details = shop.details();
        return fit.tag(fresh.article(), details.trade(), details.stage())
                .filter(tag -> fit.isFor(fresh.article(), details.area()))
                .map(tag -> new PolicyItem(fresh.article(), fresh.news().fingerprint(), tag));
    }
}
