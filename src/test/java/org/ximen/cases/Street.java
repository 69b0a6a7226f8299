package org.ximen.cases;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.district.SampleDistrict;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Proven;
import org.ximen.testing.SharedEmbedder;
import org.ximen.understanding.ReportReader;
import org.ximen.workdays.Limit;
import org.ximen.workdays.LimitUnit;
import org.ximen.workdays.WorkCalendar;
import org.ximen.workdays.WorkdaysFile;

/** A street with cases, for tests; remembers what was said to whom. */
final class Street {
    static final Sender LI = new Sender("web", "li");
    static final Sender WANG = new Sender("web", "wang");
    static final Actor DESK = Actor.staff("小周", Role.DISPATCHER, null);
    static final Actor CREW = Actor.staff("老陈", Role.HANDLER, "城运中心");
    static final Actor CHECK = Actor.staff("小吴", Role.VERIFIER, null);
    static final Actor ADMIN = Actor.staff("admin", Role.ADMIN, null);

    final List<String> said = new ArrayList<>();
    final List<CategoryLessons.Confirmed> learnt = new ArrayList<>();
    final District district = SampleDistrict.open();
    final CodeTable codeTable = new CodeTable(Street::categories, Street::dangers, district);
    final WorkCalendar calendar = new WorkCalendar(Street::workdays);
    final ReportReader reports = SharedEmbedder.reports(district);
    final Cases cases;
    final CaseBook book;
    final Db db;

    Street(Db db) {
        this(db, Escalation.usual());
    }

    /** A street that warns by its own table. */
    Street(Db db, Properties escalation) {
        this.db = db;
        this.book = new CaseBook(db, codeTable, district);
        this.cases =
                new Cases(
                        db,
                        codeTable,
                        district,
                        new Escalation(escalation, calendar),
                        calendar,
                        reports,
                        (confirmed, now) -> learnt.add(confirmed),
                        (Sender to, Reply reply, Instant now) -> {
                            synchronized (said) {
                                said.add(to.address() + "：" + reply.text());
                            }
                        });
    }

    /** An instant by the Shanghai clock; 2026-11-23 is a Monday. */
    static Instant at(String shanghai) {
        return LocalDateTime.parse(shanghai).atZone(WorkCalendar.ZONE).toInstant();
    }

    /** A report of Li's in plain words. */
    GridCase report(String words, String at) {
        return report(words, 1, LI, at);
    }

    GridCase report(String words, long person, Sender tell, String at) {
        return cases.report(draft(words), person, tell, at(at));
    }

    Draft draft(String words) {
        var place = district.placeIn(words).orElse(null);
        return new Draft(words, kind(words), place, List.of(), false, false, true);
    }

    private static @Nullable String kind(String words) {
        var goods = words.contains("摊头") ? "E0405" : null;
        return words.contains("井盖") ? "C0102" : goods;
    }

    /** Somebody of the staff who looks at cases. */
    static StaffMember member(Role role, @Nullable String department) {
        return new StaffMember(7, "某某某", role, department, List.of(), true);
    }

    /** Moves a case on by several plain steps. */
    GridCase moved(GridCase item, String at, Actor by, Verb... verbs) {
        var now = item;
        for (var verb : verbs) {
            now = cases.move(item.number(), Proven.of(Move.of(verb, "现场看过"), now), by, at(at));
        }
        return now;
    }

    static CategoriesFile categories() {
        return FILE;
    }

    static DangersFile dangers() {
        return new DangersFile(
                List.of(
                        new DangersFile.Entry(
                                "gas",
                                "燃气",
                                null,
                                "先离开，再打119",
                                "Leave, call 119",
                                15,
                                "cyzx",
                                "C0102",
                                null)));
    }

    private static final CategoriesFile FILE =
            new CategoriesFile(
                    "test",
                    new CategoriesFile.Clocks(minutes(60), minutes(15), minutes(15), minutes(30)),
                    List.of(
                            entry(
                                    "C0102",
                                    "污水井盖",
                                    "污水井盖缺失",
                                    "cyzx",
                                    true,
                                    2,
                                    LimitUnit.URGENT_HOURS),
                            entry(
                                    "E0405",
                                    "店外经营",
                                    "跨门营业",
                                    "zhzf",
                                    false,
                                    2,
                                    LimitUnit.WORKING_DAYS)));

    private static final WorkdaysFile WORKDAYS =
            new WorkdaysFile(
                    "test", List.of(hours("08:00", "12:00"), hours("14:00", "18:00")), Map.of());

    static WorkdaysFile workdays() {
        return WORKDAYS;
    }

    private static WorkdaysFile.Hours hours(String from, String to) {
        return new WorkdaysFile.Hours(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Limit minutes(int amount) {
        return new Limit(amount, LimitUnit.URGENT_MINUTES);
    }

    static CategoriesFile.Entry entry(
            String code,
            String name,
            String local,
            String department,
            boolean urgent,
            int amount,
            LimitUnit unit) {
        var usual = new FilingCondition("a", "属实", new Limit(amount, unit), "已恢复", null);
        var slow =
                new FilingCondition("b", "需协调", new Limit(5, LimitUnit.WORKING_DAYS), "已恢复", null);
        return new CategoriesFile.Entry(
                code,
                Category.Kind.EVENT,
                "大类",
                name,
                local,
                null,
                null,
                department,
                urgent,
                true,
                true,
                "",
                null,
                List.of(usual, slow));
    }
}
