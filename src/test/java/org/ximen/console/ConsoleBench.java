package org.ximen.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.db.Times;
import org.ximen.staff.Role;
import org.ximen.testing.Browser;
import org.ximen.testing.Workbench;

/** How long the pages of the console take over 100,000 cases. */
class ConsoleBench {
    private static final int CASES = Integer.getInteger("bench.cases", 100_000);
    private static final int TIMES = 10;
    private static final List<String> CODES =
            List.of("E0101", "E0107", "E0110", "E0111", "E0113", "E0121", "E0128");
    private static final List<String> AREAS =
            List.of("310101019003", "310101019002", "310101019005", "310101019013");

    @TempDir Path home;

    @Test
    void pagesOverManyCases() throws Exception {
        try (var bench = Workbench.open(home);
                var browser = Browser.open()) {
            bench.hire("wenmiao", Role.HANDLER, null, List.of(AREAS.getFirst()));
            fill(bench.get(DataSource.class), Instant.now());
            var desk = browser.desktop();
            bench.signIn(desk, "dispatcher");
            measure(bench, desk.request(), "dispatcher");
            var street = browser.desktop();
            bench.signIn(street, "wenmiao");
            measure(bench, street.request(), "handler of one area");
        }
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("today", "/console");
        pages.put("cases", "/console/cases");
        pages.put("cases, open", "/console/cases?stage=OPEN");
        pages.put("cases, late", "/console/cases?time=LATE");
        pages.put("cases, area and category", "/console/cases?area=310101019003&category=E0107");
        pages.put("cases, words", "/console/cases?words=%E4%B8%8B%E6%B0%B4");
        pages.put("cases, words nobody wrote", "/console/cases?words=zzzz");
        pages.put("cases, page 1000", "/console/cases?page=1000");
        pages.put("cases, one day", "/console/cases?from=2026-11-20&to=2026-11-20");
        pages.put("map", "/console/map/cases");
        pages.put("figures", "/console/figures");
        return pages;
    }

    private static void measure(Workbench bench, APIRequestContext client, String who) {
        pages().forEach((name, path) -> {
            var times = new ArrayList<Long>();
            for (int i = 0; i < TIMES + 3; i++) {
                long from = System.nanoTime();
                assertThat(client.get(bench.at(path)).status()).isEqualTo(200);
                if (i >= 3) {
                    times.add(Duration.ofNanos(System.nanoTime() - from).toMillis());
                }
            }
            times.sort(null);
            System.out.printf(
                    "BENCH %s: %s p50=%dms p95=%dms%n",
                    who, name, times.get(TIMES / 2), times.get(TIMES * 95 / 100));
        });
    }

    private static void fill(DataSource source, Instant now) throws SQLException {
        try (var connection = source.getConnection();
                var statement =
                        connection.prepareStatement(
                                """
                                insert into grid_case (case_number, reported_on, nth, reported_at,
                                    state, category, area, place, place_key, latitude, longitude,
                                    description, urgent, anonymous, department, limit_amount,
                                    limit_unit, clock_start, deadline, extensions,
                                    reporter, forgotten, version)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, false, ?, 1,
                                    'DAYS', ?, ?, 0, 1, false, 1)
                                """)) {
            connection.setAutoCommit(false);
            var first = LocalDate.ofInstant(now, Shown.SHANGHAI).minusDays(CASES / 100);
            for (int i = 0; i < CASES; i++) {
                var day = first.plusDays(i / 100);
                var at = Times.utc(day.atTime(8, 0).atZone(Shown.SHANGHAI).toInstant());
                boolean open = i % 33 == 0 || i > CASES - 500;
                var place = "文庙路" + (i % 400) + "号";
                statement.setString(
                        1, "XM-%s-%04d".formatted(day.toString().replace("-", ""), i % 100 + 1));
                statement.setObject(2, day);
                statement.setInt(3, i % 100 + 1);
                statement.setObject(4, at);
                statement.setString(
                        5,
                        open ? List.of("REPORTED", "DISPATCHED", "HANDLED").get(i % 3) : "CLOSED");
                statement.setString(6, CODES.get(i % CODES.size()));
                statement.setString(7, AREAS.get(i % 4));
                statement.setString(8, place);
                statement.setString(9, place);
                statement.setDouble(10, 31.215 + (i % 97) / 10000.0);
                statement.setDouble(11, 121.485 + (i % 89) / 10000.0);
                statement.setString(
                        12, place + (i % 50 == 0 ? "下水堵了，污水流到路上" : "垃圾堆了三天没有人收，味道很大，请尽快处理"));
                statement.setString(13, "chengguan");
                statement.setObject(14, at);
                statement.setObject(15, at.plusDays(2));
                statement.addBatch();
                if (i % 5000 == 4999 || i == CASES - 1) {
                    statement.executeBatch();
                    connection.commit();
                }
            }
        }
    }
}
