package org.ximen.merchants;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.StaffReports;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Library;
import org.ximen.meaning.Embedder;
import org.ximen.merchants.ShopToldTable.ToldPolicy;
import org.ximen.merchants.ShopToldTable.ToldTitle;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Holding;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.settings.ConfigFile;
import org.ximen.staff.Audit;
import org.ximen.text.Language;
import org.ximen.workdays.WorkCalendar;

/** The shops of merchants who agreed to be noted, and what is there for them. */
public final class Merchants {
    private static final Duration TOLD_KEPT = Duration.ofDays(365);
    private static final Duration VISITS_KEPT = Duration.ofDays(3 * 365);
    private static final int STOPS_AT = 2;

    private final Db db;
    private final Parts parts;
    private final ShopTable shops;
    private final ShopToldTable told;
    private final ShopCatalog catalog;
    private final ShopReader reader;
    private final ShopGuides guides;
    private final PolicyPush push;
    private final JointVisitTable visits;
    private final MerchantWords words;
    private final MerchantDesk desk;
    private final JointVisitDesk visitDesk;

    /** What it works with. */
    public record Parts(
            ConfigFile<MerchantsFile> file,
            District district,
            Library library,
            Residents residents,
            Outbox outbox,
            StaffReports reports,
            Audit audit) {}

    /**
     * @param embedder null where there is none, which reads a little worse
     */
    public Merchants(Db db, Parts parts, @Nullable Embedder embedder) {
        this.db = db;
        this.parts = parts;
        this.shops = new ShopTable(db.client());
        this.told = new ShopToldTable(db.client());
        this.visits = new JointVisitTable(db.client());
        this.catalog = new ShopCatalog(parts.file(), parts.district());
        this.reader = new ShopReader(catalog, parts.district(), new ShopStages(embedder));
        var fit = new ShopFit(catalog, parts.district());
        this.guides = new ShopGuides(parts.library(), fit);
        this.words = new MerchantWords(catalog, parts.district());
        this.push =
                new PolicyPush(
                        db,
                        parts.library(),
                        fit,
                        new PolicyPush.Tables(shops, new PolicyNewsTable(db.client()), told),
                        new PolicyPush.Ways(parts.residents(), parts.outbox()),
                        words);
        this.desk = new MerchantDesk(db, parts, catalog, shops, told);
        this.visitDesk =
                new JointVisitDesk(
                        db, parts, new JointVisitDesk.Records(visits, shops, catalog, words));
    }

    /** Trades, stages, stewards. */
    public ShopCatalog catalog() {
        return catalog;
    }

    /** Reads what somebody tells of their shop. */
    public ShopReader reader() {
        return reader;
    }

    /** What staff see of the shops. */
    public MerchantDesk desk() {
        return desk;
    }

    /** Visits of several units at one time. */
    public JointVisitDesk visits() {
        return visitDesk;
    }

    /** The person's shop, if they agreed that it is noted. */
    public Optional<Shop> of(Person person) {
        return shops.of(person.id());
    }

    /** Notes a shop, or what is new of it; only once the person said so. */
    public Shop keep(Person person, ShopDetails details, Instant now) {
        return db.in(() -> {
            if (!shops.change(person.id(), details, now)) {
                shops.add(person.id(), details, now);
            }
            return shops.of(person.id()).orElseThrow();
        });
    }

    /** Forgets the person's shop; false if none was noted. */
    public boolean delete(Person person) {
        return db.in(() -> {
            shops.of(person.id()).ifPresent(shop -> visits.unname(shop.id()));
            return shops.delete(person.id());
        });
    }

    /** Tells the person of no more policies; false if they were told of none. */
    public boolean quiet(Person person) {
        return shops.quiet(person.id());
    }

    /** Tells the person of policies again, of all tags. */
    public void loud(Person person, Instant now) {
        db.run(() -> {
            shops.loud(person.id(), now);
            shops.of(person.id()).ifPresent(shop -> told.restore(shop.id()));
        });
    }

    /** The tags that the shop found of no use, so that nothing of them is told. */
    public Set<String> stopped(Shop shop) {
        return told.stopped(shop.id());
    }

    /**
     * What the library has for a stage; empty where it has nothing.
     *
     * @param trade id; null where it is not known
     * @param area code; null where it is not known
     */
    public List<Article> guides(
            @Nullable String trade,
            String stage,
            @Nullable String area,
            Language language,
            Instant now) {
        return guides.of(trade, stage, area, language, day(now));
    }

    /** An article, as long as it holds. */
    public Optional<Article> guide(String id, Instant now) {
        return guides.find(id, day(now));
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, WorkCalendar.ZONE);
    }

    /** What came of an answer to something that was told. */
    public record Answered(boolean useful, @Nullable String stoppedTag) {}

    /**
     * Notes whether what was told was of use; of no use twice stops what is told for that tag.
     *
     * @return empty if it was not told to this person
     */
    public Optional<Answered> answer(Person person, long id, boolean useful, Instant now) {
        return db.in(() ->
                shops.of(person.id())
                        .flatMap(shop -> told.find(id, shop.id()))
                        .map(policy -> answered(policy, useful, now)));
    }

    private Answered answered(ToldPolicy policy, boolean useful, Instant now) {
        told.answer(policy.id(), useful, now);
        boolean stops = !useful && told.useless(policy.shop(), policy.tag()) >= STOPS_AT;
        if (stops) {
            told.stop(policy.shop(), policy.tag());
        }
        return new Answered(useful, stops ? policy.tag() : null);
    }

    /** Tells what is new to whom it fits; meant to be called often. */
    public void sweep(Instant now) {
        push.sweep(now);
    }

    /** Shops, until the merchant deletes them. */
    public Holding holding() {
        return new Holding(
                Set.of("shop", "shop_told", "shop_stopped"),
                "您同意记下的店，直到您删除；发给您的政策和您说的有没有用，一年",
                TOLD_KEPT,
                told::trim,
                this::exported,
                (person, now) -> delete(person));
    }

    private List<String> exported(Person person) {
        var language = person.speaks();
        return of(person).stream()
                .flatMap(shop ->
                        Stream.concat(
                                Stream.of(exported(shop, language)),
                                Stream.concat(
                                        told.titles(shop.id()).stream()
                                                .map(each -> exported(each, language)),
                                        stopped(shop).stream()
                                                .sorted()
                                                .map(tag -> stoppedTag(tag, language)))))
                .toList();
    }

    private static String exported(ToldTitle title, Language language) {
        var at = MerchantTimes.shown(title.at(), language);
        var useful = title.useful();
        var said =
                useful == null
                        ? ""
                        : useful
                                ? language.of("，您说有用", ", useful to you")
                                : language.of("，您说不相关", ", not for you");
        return language.of("告诉过您的政策 ", "policy told to you ") + at + " " + title.title() + said;
    }

    private String stoppedTag(String tag, Language language) {
        var shown = catalog.tagName(language, tag);
        return language.of("不再发给您的政策：", "policies no longer sent to you: ") + shown;
    }

    private String exported(Shop shop, Language language) {
        var details = shop.details();
        var name = details.name() == null ? "" : details.name() + "，";
        var place = details.place() == null ? "" : details.place() + "，";
        var words =
                name
                        + place
                        + catalog.tradeName(language, details.trade())
                        + "，"
                        + catalog.stageName(language, details.stage());
        return language.of("您的店 ", "your shop: ") + words;
    }

    /** Visits of shops; which noted shop it was goes with the shop, the rest by age. */
    public Holding visitHolding() {
        return new Holding(
                Set.of("joint_visit", "joint_visit_case", "joint_visit_turn", "policy_news"),
                "街道各部门一起到店的时间、地址、为什么去和结果，三年；您删掉登记，就不再记着店名和是您的店，地址和结果仍留着",
                VISITS_KEPT,
                visits::trim,
                this::visited,
                (person, now) -> shops.of(person.id()).ifPresent(shop -> visits.unname(shop.id())));
    }

    private List<String> visited(Person person) {
        return of(person).stream()
                .flatMap(shop -> visits.of(shop.id()).stream())
                .map(visit -> exported(visit, person.speaks()))
                .toList();
    }

    private String exported(JointVisit visit, Language language) {
        var plan = visit.plan();
        var result = visit.result();
        return language.of("联合走访 ", "joint visit ")
                + MerchantTimes.shown(plan.at(), language)
                + " "
                + plan.place()
                + language.of("：", ": ")
                + words.units(language, plan.units())
                + language.of("，", ", ")
                + plan.purpose()
                + (result == null ? "" : language.of("；结果：", "; result: ") + result);
    }
}
