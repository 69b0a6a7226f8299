package org.ximen.casefiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.casefiles.HotlineLine.Fate;
import org.ximen.staff.StaffRefused;
import org.ximen.testing.Office;
import org.ximen.testing.TestDatabase;

/** Lists of 12345: looked through, taken, taken again. */
class HotlineImportTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final String HEAD = "序号,工单编号,诉求人,联系电话,事发地址,问题描述,案件小类\n";
    private static final String ROWS =
            HEAD
                    + "1,0020261101,王某,13800138000,文庙路215号,门口窨井盖没了,污水井盖\n"
                    + "2,0020261102,李某,无,曹家街2弄,\"垃圾没人收，\n臭死了\",飞碟\n"
                    + "3,,张某,13800138001,文庙路12号,没有编号,\n"
                    + "4,0020261101,王某,13800138000,文庙路215号,还是那个井盖,\n"
                    + "5,0020261103,赵某,13800138002,文庙路12号,,\n"
                    + "6,\"=\"\"0020261104\"\"\",孙某,021-63261234,大林路100号,=1+1 路灯不亮,路灯\n";

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void eachRowIsToldItsFateAndThenMeetsIt(TestDatabase database) {
        var office = new Office(database.open(), home);
        var list = list(office);
        var rows = HotlineImport.rows("工单.csv", ROWS.getBytes(StandardCharsets.UTF_8));
        var columns = HotlineColumns.guess(rows.getFirst());
        var fates = List.of(Fate.NEW, Fate.NEW, Fate.REFUSED, Fate.SEEN, Fate.REFUSED, Fate.NEW);
        var plan = list.plan(rows, columns);
        assertThat(plan).extracting(HotlineLine::fate).isEqualTo(fates);
        assertThat(plan.get(1).why()).isEqualTo("类别不在本街道的表里，按内容判断。电话看不懂，没有记。");
        assertThat(plan.get(3).why()).isEqualTo("和第 1 行是同一个编号。");
        assertThat(plan.get(4).why()).isEqualTo("请写明发生了什么。");
        assertThat(office.cases.find("XM-20261123-0001")).as("only looked at").isEmpty();

        var taken = list.take(rows, columns, "小赵", NOW);
        assertThat(taken).extracting(HotlineLine::fate).isEqualTo(fates);
        var first = office.cases.find(String.valueOf(taken.getFirst().number())).orElseThrow();
        assertThat(first.origin().outsideNumber()).isEqualTo("0020261101");
        assertThat(first.category().code()).isEqualTo("C0102");
        assertThat(first.place()).isEqualTo("文庙路215号");
        assertThat(office.cases.reporter(first.number()).flatMap(office.residents::find))
                .hasValueSatisfying(p -> assertThat(p.phone()).isEqualTo("13800138000"));
        var last = office.cases.find(String.valueOf(taken.get(5).number())).orElseThrow();
        assertThat(last.origin().outsideNumber()).isEqualTo("0020261104");

        assertThat(list.take(rows, columns, "小赵", NOW))
                .extracting(HotlineLine::fate)
                .doesNotContain(Fate.NEW);
        assertThat(office.audit.page("小赵", "case.import", "", 0, 9)).hasSize(2);
        assertThat(office.cases.find("XM-20261123-0004")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void fiveThousandRowsTwiceAreFiveThousandCases(TestDatabase database) {
        var office = new Office(database.open(), home);
        var list = list(office);
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("工单编号", "诉求内容", "地址"));
        for (int i = 0; i < 5_000; i++) {
            rows.add(List.of("W%06d".formatted(i), "垃圾没人收", "文庙路" + (i % 300 + 1) + "号"));
        }
        var columns = HotlineColumns.guess(rows.getFirst());
        assertThat(count(list.take(rows, columns, "小赵", NOW), Fate.NEW)).isEqualTo(5_000);
        assertThat(count(list.plan(rows, columns), Fate.SEEN)).isEqualTo(5_000);
        assertThat(count(list.take(rows, columns, "小赵", NOW), Fate.SEEN)).isEqualTo(5_000);
        assertThat(
                        office.db
                                .client()
                                .sql("select count(*) from grid_case")
                                .query(Long.class)
                                .single())
                .isEqualTo(5_000);
    }

    @Test
    void columnsAreKnownByTheirHeads() {
        var guess =
                HotlineColumns.guess(
                        List.of("序号", "任务编号", "来电人", "来电人手机", "诉求类别", "诉求内容", "诉求地址", "截止日期"));
        assertThat(guess.places())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                HotlineField.OUTSIDE_NUMBER, 1,
                                HotlineField.PHONE, 3,
                                HotlineField.CATEGORY, 4,
                                HotlineField.DESCRIPTION, 5,
                                HotlineField.PLACE, 6));
        assertThat(guess.complete()).isTrue();
        assertThat(HotlineColumns.guess(List.of("甲", "乙")).complete()).isFalse();
    }

    @Test
    void readsWhatOfficesWrite() {
        var plain = HotlineImport.rows("a.csv", ROWS.getBytes(StandardCharsets.UTF_8));
        assertThat(HotlineImport.rows("a.csv", ROWS.getBytes(Charset.forName("GBK"))))
                .isEqualTo(plain);
        assertThat(HotlineImport.rows("a.csv", ("\uFEFF" + ROWS).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(plain);
        assertThat(plain.get(6).get(1)).isEqualTo("0020261104");
        assertThatThrownBy(() -> HotlineImport.rows("a.xls", new byte[] {1}))
                .isInstanceOf(StaffRefused.class)
                .hasMessageContaining("另存为 .xlsx");
        assertThatThrownBy(() -> HotlineImport.rows("a.xlsx", new byte[] {1, 2, 3}))
                .isInstanceOf(StaffRefused.class);
        assertThatThrownBy(() -> HotlineImport.rows("a.csv", HEAD.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StaffRefused.class);
    }

    @ParameterizedTest
    @EnumSource(names = "HSQLDB")
    void formulasOfASheetAreWhatTheyGaveAndLostDigitsAreSaid(TestDatabase database)
            throws IOException {
        var office = new Office(database.open(), home);
        var rows = HotlineImport.rows("工单.xlsx", sheet());
        var columns = HotlineColumns.guess(rows.getFirst());
        var plan = list(office).plan(rows, columns);
        assertThat(plan)
                .extracting(HotlineLine::fate)
                .containsExactly(Fate.NEW, Fate.REFUSED, Fate.NEW);
        assertThat(plan.getFirst().outsideNumber()).isEqualTo("20261129001234");
        assertThat(plan.get(1).why()).contains("后几位已经丢了");
        assertThat(plan.get(2).outsideNumber()).isEqualTo("007");
        assertThat(rows.get(1).get(2)).isEqualTo("13800138000");
    }

    private static byte[] sheet() throws IOException {
        try (var book = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            var head = sheet.createRow(0);
            List.of("工单编号", "诉求内容", "联系电话")
                    .forEach(name ->
                            head.createCell(Math.max(0, head.getLastCellNum())).setCellValue(name));
            var first = sheet.createRow(1);
            first.createCell(0).setCellValue(20261129001234d);
            first.createCell(1).setCellFormula("\"垃圾\"&\"没人收\"");
            first.createCell(2).setCellValue(13800138000d);
            var second = sheet.createRow(2);
            second.createCell(0).setCellValue(20261129001234567d);
            second.createCell(1).setCellValue("路灯不亮");
            var third = sheet.createRow(3);
            third.createCell(0).setCellValue("007");
            third.createCell(1).setCellValue("井盖没了");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static long count(List<HotlineLine> lines, Fate fate) {
        return lines.stream().filter(line -> line.fate() == fate).count();
    }

    private static HotlineImport list(Office office) {
        return new HotlineImport(office.cases, office.codeTable, office.reports, office.audit);
    }
}
