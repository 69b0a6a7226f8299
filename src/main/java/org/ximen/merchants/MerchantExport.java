package org.ximen.merchants;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ximen.documents.TableCell;
import org.ximen.documents.TableWriter;
import org.ximen.merchants.MerchantDesk.ShopFilter;
import org.ximen.staff.StaffMember;
import org.ximen.text.Language;
import org.ximen.workdays.WorkCalendar;

/** The list of shops as a file; each export is noted, and names nobody. */
public final class MerchantExport {
    private static final List<String> HEAD = List.of("店名", "行业", "地址", "区域", "阶段", "记下的时间");

    private final MerchantDesk desk;

    /** Exports what the desk shows. */
    public MerchantExport(MerchantDesk desk) {
        this.desk = desk;
    }

    /** As CSV. */
    public byte[] csv(ShopFilter filter, StaffMember by, Instant now) {
        return TableWriter.csv(rows(filter, "CSV", by, now));
    }

    /** As an Excel file. */
    public byte[] xlsx(ShopFilter filter, StaffMember by, Instant now) {
        return TableWriter.xlsx("商户", rows(filter, "XLSX", by, now));
    }

    private List<List<TableCell>> rows(
            ShopFilter filter, String kind, StaffMember by, Instant now) {
        var shops = desk.list(filter, by);
        desk.exported(kind + " " + shops.size() + " 条", by, now);
        var rows = new ArrayList<List<TableCell>>();
        rows.add(HEAD.stream().map(MerchantExport::words).toList());
        shops.forEach(shop -> rows.add(row(shop)));
        return rows;
    }

    private List<TableCell> row(Shop shop) {
        var details = shop.details();
        var agreed = LocalDateTime.ofInstant(shop.agreedAt(), WorkCalendar.ZONE);
        return Stream.of(
                        words(Objects.toString(details.name(), "")),
                        words(desk.catalog().tradeName(Language.ZH, details.trade())),
                        words(Objects.toString(details.place(), "")),
                        words(desk.areaName(shop)),
                        words(desk.catalog().stageName(Language.ZH, details.stage())),
                        new TableCell.Moment(agreed))
                .toList();
    }

    private static TableCell words(String text) {
        return new TableCell.Words(text);
    }
}
