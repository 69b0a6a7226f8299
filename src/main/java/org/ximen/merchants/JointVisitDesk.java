package org.ximen.merchants;

import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.DISPATCHER;
import static org.ximen.staff.Role.HANDLER;
import static org.ximen.staff.Role.LEADER;
import static org.ximen.staff.Role.VERIFIER;
import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;
import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.AlreadyFiled;
import org.ximen.cases.CaseOrigin;
import org.ximen.cases.CaseSource;
import org.ximen.cases.Incomplete;
import org.ximen.cases.Sight;
import org.ximen.cases.StaffReport;
import org.ximen.db.Db;
import org.ximen.district.Area;
import org.ximen.district.Department;
import org.ximen.district.Place;
import org.ximen.merchants.JointVisit.State;
import org.ximen.merchants.JointVisit.Step;
import org.ximen.merchants.JointVisitTable.VisitedShop;
import org.ximen.residents.Person;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Language;
import org.ximen.text.Plain;

/** What staff do with joint visits: plan, move, call off, say what came of it, raise cases. */
public final class JointVisitDesk {
    private static final int MOST = 200;
    private static final int LONGEST_RESULT = 1000;

    private final Db db;
    private final Merchants.Parts parts;
    private final Records records;

    /** What it reads and writes. */
    record Records(
            JointVisitTable visits, ShopTable shops, ShopCatalog catalog, MerchantWords words) {}

    JointVisitDesk(Db db, Merchants.Parts parts, Records records) {
        this.db = db;
        this.parts = parts;
        this.records = records;
    }

    /** Those that the member may see, the latest first. */
    public List<JointVisit> list(StaffMember by) {
        reads(by);
        var seen = new ArrayList<JointVisit>();
        int from = 0;
        for (var page = page(from); !page.isEmpty() && seen.size() < MOST; page = page(from)) {
            page.stream().filter(each -> sees(by, each)).forEach(seen::add);
            from += page.size();
        }
        return List.copyOf(seen);
    }

    private List<JointVisit> page(int from) {
        return records.visits().list(from, MOST);
    }

    /**
     * One.
     *
     * @throws StaffRefused if there is none that the member may see
     */
    public JointVisit get(long id, StaffMember by) {
        reads(by);
        return records.visits()
                .find(id)
                .filter(each -> sees(by, each))
                .orElseThrow(() -> new StaffRefused(UNKNOWN, "没有这次联合走访，或不在你的部门和区域内，请回到列表。"));
    }

    private static void reads(StaffMember by) {
        if (!by.is(DISPATCHER, HANDLER, VERIFIER, LEADER, ADMIN)) {
            throw new StaffRefused(FORBIDDEN, "联合走访由派遣员、处置员、核查员、网格长和管理员看。");
        }
    }

    /** Whoever goes along sees it, too. */
    private boolean sees(StaffMember by, JointVisit visit) {
        return sees(by, visit.area()) || goesAlong(by, visit);
    }

    private boolean sees(StaffMember by, @Nullable String code) {
        var area = code == null ? null : parts.district().area(code).orElse(null);
        return Sight.of(by, parts.district()).sees(null, area);
    }

    private boolean goesAlong(StaffMember by, JointVisit visit) {
        return Optional.ofNullable(by.department())
                .flatMap(parts.district()::department)
                .map(Department::name)
                .filter(visit.plan().units()::contains)
                .isPresent();
    }

    /** Whether the member plans visits. */
    public boolean plans(StaffMember by) {
        return by.is(DISPATCHER, LEADER, ADMIN);
    }

    /** Whether the member says what came of a visit. */
    public boolean finishes(JointVisit visit, StaffMember by) {
        return plans(by) || by.is(HANDLER) && goesAlong(by, visit);
    }

    /**
     * Plans one; the merchant is told, where the shop is noted.
     *
     * @param shop id of a noted shop, whose name and place count; null for another
     * @throws StaffRefused if it is not the member's to plan, the time is over, or the shop was or
     *     will be visited so soon and no reason is given
     */
    public JointVisit plan(@Nullable Long shop, JointVisitPlan plan, StaffMember by, Instant now) {
        requirePlanner(by);
        requireLater(plan.at(), now);
        return db.in(() -> {
            records.visits().hold();
            var noted = shop == null ? null : noted(shop);
            var at = noted == null ? plan : plan.of(noted.details());
            var of = visited(noted, at.place());
            requireSeen(by, of.area());
            requireOnce(of, at, 0);
            requireApart(of, at, 0);
            long id = records.visits().add(of, at, by.name(), now);
            return told(id, Step.PLAN, at.purpose(), by, now);
        });
    }

    private void requireSeen(StaffMember by, @Nullable String area) {
        if (!sees(by, area)) {
            throw new StaffRefused(
                    FORBIDDEN,
                    area == null ? "看不出这个地址在哪个区域，请写路名和门牌，或让派遣员来约。" : "这个地址不在你的区域内，请让那边的网格长或派遣员来约。");
        }
    }

    private void requirePlanner(StaffMember by) {
        if (!plans(by)) {
            throw new StaffRefused(FORBIDDEN, "联合走访由派遣员、网格长和管理员安排。");
        }
    }

    private static void requireLater(Instant at, Instant now) {
        if (!at.isAfter(now)) {
            throw JointVisitPlan.invalid("时间已经过了，请写以后的时间：要先告诉店里。");
        }
    }

    private Shop noted(long id) {
        return records.shops()
                .find(id)
                .orElseThrow(() -> new StaffRefused(UNKNOWN, "这家店的登记刚被商户删除，请自己写店名和地址。"));
    }

    private VisitedShop visited(@Nullable Shop noted, String place) {
        var district = parts.district();
        var area =
                Optional.ofNullable(noted)
                        .map(shop -> shop.details().area())
                        .or(() -> district.placeIn(place).map(Place::area).map(Area::code));
        return new VisitedShop(
                noted == null ? null : noted.id(),
                ShopAddress.key(place, district).orElse(null),
                area.orElse(null));
    }

    /** The same shop at the same time is the same visit, whatever the reason. */
    private void requireOnce(VisitedShop of, JointVisitPlan plan, long but) {
        boolean planned =
                records.visits().plannedAt(plan.at(), but).stream()
                        .anyMatch(other -> isOf(of, plan, other));
        if (planned) {
            throw new StaffRefused(CONFLICT, "这家店这个时间已经约好了，不用再约；请回到列表看。");
        }
    }

    private boolean isOf(VisitedShop of, JointVisitPlan plan, JointVisit other) {
        var that = records.visits().visited(other.id());
        return of.shop() != null && of.shop().equals(that.shop())
                || of.key() != null && of.key().equals(that.key())
                || Plain.comparable(plan.place()).equals(Plain.comparable(other.plan().place()));
    }

    private void requireApart(VisitedShop of, JointVisitPlan plan, long but) {
        int days = records.catalog().daysBetweenVisits();
        var span = Duration.ofDays(days);
        var other = records.visits().near(of, plan.at().minus(span), plan.at().plus(span), but);
        if (other.isPresent() && plan.reason() == null) {
            throw new StaffRefused(
                    CONFLICT,
                    "这家店 "
                            + MerchantTimes.shown(other.get().plan().at(), Language.ZH)
                            + " 已经约过或去过一次，"
                            + days
                            + " 天之内再去，请写明原因。");
        }
    }

    /** Another time; the merchant is told. */
    public JointVisit move(
            long id, Instant at, @Nullable String reason, StaffMember by, Instant now) {
        requirePlanner(by);
        requireLater(at, now);
        return db.in(() -> {
            records.visits().hold();
            var plan = get(id, by).plan();
            var why = reason == null || reason.isBlank() ? plan.reason() : reason;
            var next =
                    new JointVisitPlan(
                            plan.name(), plan.place(), plan.units(), plan.purpose(), at, why);
            var of = records.visits().visited(id);
            requireOnce(of, next, id);
            requireApart(of, next, id);
            if (!records.visits().move(id, at, next.reason())) {
                throw settled();
            }
            return told(id, Step.MOVE, MerchantTimes.shown(at, Language.ZH), by, now);
        });
    }

    /** Calls it off; the merchant is told why. */
    public JointVisit cancel(long id, String why, StaffMember by, Instant now) {
        requirePlanner(by);
        return settle(id, Step.CANCEL, "取消的原因", why, by, now);
    }

    /** Says what came of it; the merchant is told once. */
    public JointVisit finish(long id, String result, StaffMember by, Instant now) {
        var visit = get(id, by);
        if (!finishes(visit, by)) {
            throw new StaffRefused(FORBIDDEN, "结果由派遣员、网格长、管理员和一起去的单位写。");
        }
        if (visit.plan().at().isAfter(now)) {
            throw new StaffRefused(CONFLICT, "约的时间还没有到，去过再写结果；时间变了，先改时间。");
        }
        return settle(id, Step.FINISH, "结果", result, by, now);
    }

    private JointVisit settle(
            long id, Step step, String what, String words, StaffMember by, Instant now) {
        var kept = JointVisitPlan.required(what, words, LONGEST_RESULT);
        return db.in(() -> {
            get(id, by);
            var state = step == Step.CANCEL ? State.CANCELLED : State.DONE;
            if (!records.visits().settle(id, state, kept, by.name(), now)) {
                throw settled();
            }
            return told(id, step, kept, by, now);
        });
    }

    private static StaffRefused settled() {
        return new StaffRefused(CONFLICT, "这一次已经写过结果或取消了，请刷新页面。");
    }

    /**
     * Makes a case of something that was found.
     *
     * @return its number
     * @throws StaffRefused if nothing was found yet, or the words do not do
     */
    public String raise(long id, String found, StaffMember by, Instant now) {
        var visit = get(id, by);
        if (!finishes(visit, by) || visit.state() != State.DONE) {
            throw new StaffRefused(CONFLICT, "先写这一次的结果，再把要办的事立成案件；由去过的单位、派遣员、网格长和管理员来做。");
        }
        var words = JointVisitPlan.required("要办的事", found, LONGEST_RESULT);
        var number = filed(visit, words, by, now);
        db.run(() -> {
            if (records.visits().addCase(id, number)) {
                record(id, "joint-visit.case", number, by, now);
            }
        });
        return number;
    }

    /** The same words of a visit are one case, however often they are sent. */
    private String filed(JointVisit visit, String words, StaffMember by, Instant now) {
        var same = "联合走访 " + visit.id() + "-" + Integer.toHexString(words.hashCode());
        var origin = new CaseOrigin(CaseSource.PATROL, same);
        var report = new StaffReport(words, visit.plan().place(), null, null, origin, null);
        try {
            return parts.reports().file(report, by.name(), now).number();
        } catch (AlreadyFiled e) {
            return e.number();
        } catch (Incomplete e) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, String.valueOf(e.getMessage()));
        }
    }

    private JointVisit told(long id, Step step, String details, StaffMember by, Instant now) {
        var visit = records.visits().find(id).orElseThrow();
        var what = "joint-visit." + step.name().toLowerCase(Locale.ROOT);
        record(id, what, details, by, now);
        merchant(visit.shop())
                .ifPresent(person ->
                        parts.outbox()
                                .say(
                                        person.sender(),
                                        records.words().visit(person.speaks(), visit, step),
                                        now));
        return visit;
    }

    /** The merchant of a noted shop, if messages reach them. */
    private Optional<Person> merchant(@Nullable Long shop) {
        return Optional.ofNullable(shop)
                .flatMap(records.shops()::find)
                .flatMap(noted -> parts.residents().find(noted.person()))
                .filter(Person::reachable);
    }

    /**
     * Whether the merchant gets messages of a visit.
     *
     * @param shop id; null where it is not noted
     */
    public boolean reaches(@Nullable Long shop) {
        return merchant(shop).isPresent();
    }

    private void record(long id, String what, String details, StaffMember by, Instant now) {
        parts.audit().record(by.name(), what, "joint-visits/" + id, details, now);
    }
}
