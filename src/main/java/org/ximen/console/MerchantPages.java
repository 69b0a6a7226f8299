package org.ximen.console;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.ximen.district.District;
import org.ximen.merchants.MerchantDesk;
import org.ximen.merchants.MerchantDesk.ShopFilter;
import org.ximen.merchants.MerchantExport;
import org.ximen.merchants.Shop;
import org.ximen.staff.StaffMember;
import org.ximen.text.Language;

/** Shops by trade, area and stage, and what was told to them. */
@Controller
public final class MerchantPages implements Page {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final MerchantDesk desk;
    private final MerchantExport export;
    private final District district;
    private final InstantSource clock;

    /** A shop as the page shows it: nobody is named. */
    record ShopLine(long id, String name, String trade, String place, String area, String stage) {}

    /** An article that was told, with what was said to it. */
    record PolicyLine(String article, String title, int told, int useful, int useless, String at) {}

    /** Shows what the desk allows. */
    public MerchantPages(
            MerchantDesk desk, MerchantExport export, District district, InstantSource clock) {
        this.desk = desk;
        this.export = export;
        this.district = district;
        this.clock = clock;
    }

    @GetMapping("/console/merchants")
    String list(
            @RequestParam(required = false) @Nullable String trade,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String stage,
            @AuthenticationPrincipal StaffMember me,
            Model model) {
        var filter = filter(trade, area, stage);
        var shops = desk.list(filter, me);
        model.addAttribute("items", shops.stream().map(this::line).toList());
        model.addAttribute("counts", counts(shops));
        model.addAttribute("filter", filter);
        model.addAttribute("trades", desk.catalog().tradeNames());
        model.addAttribute("stages", desk.catalog().stages());
        model.addAttribute("areas", district.areas());
        model.addAttribute("policies", policies(me, clock.instant()));
        model.addAttribute("visits", Access.opens(me.role(), JointVisitPages.LIST));
        return "console/merchants";
    }

    private static ShopFilter filter(
            @Nullable String trade, @Nullable String area, @Nullable String stage) {
        return new ShopFilter(Shown.filled(trade), Shown.filled(area), Shown.filled(stage));
    }

    private ShopLine line(Shop shop) {
        var details = shop.details();
        return new ShopLine(
                shop.id(),
                Objects.toString(details.name(), "没有说店名"),
                desk.catalog().tradeName(Language.ZH, details.trade()),
                Objects.toString(details.place(), "没有说"),
                desk.areaName(shop),
                desk.catalog().stageName(Language.ZH, details.stage()));
    }

    private Map<String, Integer> counts(List<Shop> shops) {
        var counts = new TreeMap<String, Integer>();
        shops.forEach(shop -> {
            var details = shop.details();
            counts.merge(desk.catalog().tradeName(Language.ZH, details.trade()), 1, Integer::sum);
        });
        return counts;
    }

    private List<PolicyLine> policies(StaffMember me, Instant now) {
        return desk.policies(me).stream()
                .map(each ->
                        new PolicyLine(
                                each.article(),
                                each.title(),
                                each.told(),
                                each.useful(),
                                each.useless(),
                                Shown.time(each.lastAt(), now)))
                .toList();
    }

    @GetMapping("/console/merchants.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(required = false) @Nullable String trade,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String stage,
            @AuthenticationPrincipal StaffMember me) {
        var bytes = export.csv(filter(trade, area, stage), me, clock.instant());
        return file("商户.csv", "text/csv;charset=UTF-8", bytes);
    }

    @GetMapping("/console/merchants.xlsx")
    ResponseEntity<byte[]> xlsx(
            @RequestParam(required = false) @Nullable String trade,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String stage,
            @AuthenticationPrincipal StaffMember me) {
        return file("商户.xlsx", XLSX, export.xlsx(filter(trade, area, stage), me, clock.instant()));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        var attached =
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attached.toString())
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }
}
