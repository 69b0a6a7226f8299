package org.ximen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.documents.Part.Heading;
import org.ximen.documents.Part.Paragraph;
import org.ximen.documents.Part.Table;

class OfficeFilesTest {
    @TempDir Path home;

    private Document word(XWPFDocument word) throws IOException {
        var file = home.resolve("a.docx");
        try (word;
                var out = Files.newOutputStream(file)) {
            word.write(out);
        }
        return Documents.read(file);
    }

    private static XWPFParagraph say(XWPFDocument word, String text) {
        var paragraph = word.createParagraph();
        paragraph.createRun().setText(text);
        return paragraph;
    }

    @Test
    void readsAWordFileWithoutStyles() throws IOException {
        var word = new XWPFDocument();
        say(word, "某区人民政府文件");
        say(word, "某府发〔2026〕7号");
        say(word, "关于印发某办法的通知");
        say(word, "一、适用范围");
        var split = say(word, "本办法适用于");
        split.createRun().setText("全街道。");
        var secret = split.createRun();
        secret.setText("这一句是隐藏的。");
        secret.setVanish(true);
        say(word, "二、标准");
        var table = word.createTable(2, 2);
        table.getRow(0).getCell(0).setText("项目");
        table.getRow(0).getCell(1).setText("金额");
        table.getRow(1).getCell(0).setText("加装电梯");
        table.getRow(1).getCell(1).setText("二十八万元");
        var document = word(word);
        assertThat(document.title()).isEqualTo("关于印发某办法的通知");
        assertThat(document.parts())
                .containsExactly(
                        new Paragraph("某区人民政府文件"),
                        new Paragraph("某府发〔2026〕7号"),
                        new Heading(2, "一、适用范围"),
                        new Paragraph("本办法适用于全街道。"),
                        new Heading(2, "二、标准"),
                        new Table(List.of(List.of("项目", "金额"), List.of("加装电梯", "二十八万元"))));
        assertThat(document.cleaned()).containsExactly("去掉了文件里隐藏的文字 1 处");
    }

    @Test
    void saysTheNumbersThatWordWritesByItself() throws IOException {
        var word = new XWPFDocument();
        var numbering = word.createNumbering();
        var kind =
                org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum.Factory
                        .newInstance();
        kind.setAbstractNumId(java.math.BigInteger.ONE);
        var level = kind.addNewLvl();
        level.setIlvl(java.math.BigInteger.ZERO);
        level.addNewStart().setVal(java.math.BigInteger.ONE);
        level.addNewNumFmt()
                .setVal(
                        org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat
                                .CHINESE_COUNTING_THOUSAND);
        level.addNewLvlText().setVal("第%1条");
        var id = numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(kind));
        var list = numbering.addNum(id);
        say(word, "某办法");
        for (int i = 1; i <= 12; i++) {
            say(word, "第几条都要遵守。").setNumID(list);
        }
        assertThat(word(word).parts())
                .startsWith(new Paragraph("第一条 第几条都要遵守。"))
                .endsWith(new Paragraph("第十一条 第几条都要遵守。"), new Paragraph("第十二条 第几条都要遵守。"));
    }

    @Test
    void readsQuestionsFromASheet() throws IOException {
        var file = home.resolve("faq.xlsx");
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = book.createSheet();
            var rows = List.of(List.of("类别", "问题", "答案"), List.of("", "几点开门？", "八点半。\n周日休息。"));
            for (int i = 0; i < rows.size(); i++) {
                var row = sheet.createRow(i * 2);
                for (int c = 0; c < 3; c++) {
                    if (!rows.get(i).get(c).isEmpty()) {
                        row.createCell(c).setCellValue(rows.get(i).get(c));
                    }
                }
            }
            book.write(out);
        }
        var document = Documents.read(file);
        assertThat(document.questions()).isTrue();
        assertThat(document.parts())
                .containsExactly(
                        new Heading(2, "几点开门？"), new Paragraph("八点半。"), new Paragraph("周日休息。"));
    }

    @Test
    void putsTheLinesOfAPdfTogether() throws IOException {
        var long1 = "为了规范本街道生活垃圾的分类投放，改善居住环境，根据本市有关规定，结合街道实际，制定本办法，请全体居民和商户共同遵守。";
        var pdf = new Pdf().title("某街道生活垃圾").title("分类投放办法");
        pdf.paragraph("第一章　总则").paragraph("第一条　" + long1).paragraph("第二条　居民应当：");
        pdf.paragraph("（一）定时投放；").paragraph("（二）定点投放。");
        pdf.line(280, 12, "— 1 —").turn();
        pdf.paragraph("第三条　本办法自2026年1月1日起施行，有效期5年。").line(280, 12, "— 2 —");
        var file = Files.write(home.resolve("a.pdf"), pdf.bytes());
        var document = Documents.read(file);
        assertThat(document.title()).isEqualTo("某街道生活垃圾分类投放办法");
        assertThat(document.parts())
                .containsExactly(
                        new Heading(2, "第一章　总则"),
                        new Paragraph("第一条　" + long1),
                        new Paragraph("第二条　居民应当："),
                        new Paragraph("（一）定时投放；"),
                        new Paragraph("（二）定点投放。"),
                        new Paragraph("第三条　本办法自2026年1月1日起施行，有效期5年。"));
    }

    @Test
    void forgetsWhatABrowserPrintsAroundAPage() throws IOException {
        var pdf = new Pdf().line(72, 9, "11/25/26, 12:51 PM").title("某某通知");
        pdf.paragraph("请全体居民按时参加。").line(72, 9, "https://example.org/a  1/1");
        var document = Documents.read(Files.write(home.resolve("a.pdf"), pdf.bytes()));
        assertThat(document.title()).isEqualTo("某某通知");
        assertThat(document.parts()).containsExactly(new Paragraph("请全体居民按时参加。"));
    }
}
