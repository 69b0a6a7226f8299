package org.ximen.merchants;

import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.DISPATCHER;
import static org.ximen.staff.Role.EDITOR;
import static org.ximen.staff.Role.LEADER;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Sight;
import org.ximen.db.Db;
import org.ximen.district.Area;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** What staff see of the shops: never whose they are, nor how to call them. */
public final class MerchantDesk {
    private static final int MOST_POLICIES = 50;

    private final Db db;
    private final Merchants.Parts parts;
    private final ShopCatalog catalog;
    private final ShopTable shops;
    private final ShopToldTable told;

    /**
     * Which shops.
     *
     * @param trade id; null for all
     * @param area code; null for all
     * @param stage id; null for all
     */
    public record ShopFilter(
            @Nullable String trade, @Nullable String area, @Nullable String stage) {
        /** All of them. */
        public static final ShopFilter ALL = new ShopFilter(null, null, null);
    }

    MerchantDesk(
            Db db,
            Merchants.Parts parts,
            ShopCatalog catalog,
            ShopTable shops,
            ShopToldTable told) {
        this.db = db;
        this.parts = parts;
        this.catalog = catalog;
        this.shops = shops;
        this.told = told;
    }

    /** Trades, stages, stewards. */
    public ShopCatalog catalog() {
        return catalog;
    }

    /**
     * The shops that the member may see, the newest first.
     *
     * @throws StaffRefused if it is not the member's to see any
     */
    public List<Shop> list(ShopFilter filter, StaffMember by) {
        reads(by);
        return shops.list().stream()
                .filter(shop -> sees(by, shop))
                .filter(shop -> is(filter.trade(), shop.details().trade()))
                .filter(shop -> is(filter.stage(), shop.details().stage()))
                .filter(shop -> isIn(filter.area(), shop))
                .toList();
    }

    private static void reads(StaffMember by) {
        if (!by.is(DISPATCHER, EDITOR, APPROVER, LEADER, ADMIN)) {
            throw new StaffRefused(StaffRefused.Reason.FORBIDDEN, "商户由派遣员、编辑、审核员、网格长和管理员看。");
        }
    }

    /** Who has areas of their own sees those. */
    private boolean sees(StaffMember by, Shop shop) {
        boolean own = by.is(EDITOR) && !by.areas().isEmpty() && !by.isEverywhere();
        return own
                ? by.areas().stream().anyMatch(area -> isIn(area, shop))
                : Sight.of(by, parts.district()).sees(null, area(shop));
    }

    private @Nullable Area area(Shop shop) {
        var code = shop.details().area();
        return code == null ? null : parts.district().area(code).orElse(null);
    }

    private static boolean is(@Nullable String wanted, String id) {
        return wanted == null || wanted.equals(id);
    }

    private boolean isIn(@Nullable String wanted, Shop shop) {
        var area = area(shop);
        return wanted == null
                || area != null
                        && parts.district()
                                .area(wanted)
                                .filter(each -> parts.district().with(each).contains(area))
                                .isPresent();
    }

    /** What was told to merchants, and what they said to it. */
    public List<PolicyFigures> policies(StaffMember by) {
        reads(by);
        return told.figures(MOST_POLICIES);
    }

    /** The name of the area of a shop; empty where it cannot be known. */
    public String areaName(Shop shop) {
        var area = area(shop);
        return area == null ? "" : area.name();
    }

    void exported(String kind, StaffMember by, Instant now) {
        db.run(() -> parts.audit().record(by.name(), "merchants.export", "merchants", kind, now));
    }
}
