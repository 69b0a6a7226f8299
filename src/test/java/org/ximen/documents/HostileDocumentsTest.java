package org.ximen.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileDocumentsTest {
    private static final String WORD =
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    @TempDir Path home;

    private AbstractThrowableAssert<?, ?> refuses(String name, byte[] bytes) throws IOException {
        var file = Files.write(home.resolve(name), bytes);
        return assertThatThrownBy(() -> Documents.read(file)).isInstanceOf(Unreadable.class);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] word(String body) throws IOException {
        var xml = "<w:document xmlns:w='" + WORD + "'><w:body>" + body + "</w:body></w:document>";
        return zip(Map.of("word/document.xml", ascii(xml)));
    }

    /** Blanks in XML, 300 MB of them in 300 KB. */
    private static byte[] bomb(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(ascii("<w:document xmlns:w='" + WORD + "'>"));
            pour(zip, 300);
        }
        return bytes.toByteArray();
    }

    private static void pour(OutputStream into, int megabytes) throws IOException {
        var blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < megabytes; i++) {
            into.write(blanks);
        }
    }

    @Test
    void stopsUnpackingABomb() throws IOException {
        refuses("a.docx", bomb("word/document.xml")).hasMessageContaining("压缩炸弹");
        refuses("a.docx", bomb("word/styles.xml")).hasMessageContaining("压缩炸弹");
        refuses("a.xlsx", bomb("xl/sharedStrings.xml")).hasMessageContaining("压缩炸弹");
        var page = new ByteArrayOutputStream();
        pour(page, 120);
        refuses("a.pdf", Pdf.file(List.of(page.toByteArray()))).hasMessageContaining("压缩炸弹");
    }

    @Test
    void stopsABombInsideABomb() throws IOException {
        var page = new ByteArrayOutputStream();
        pour(page, 20);
        var once =
                new String(
                        Pdf.file(List.of(Pdf.deflated(page.toByteArray()))),
                        StandardCharsets.ISO_8859_1);
        for (var filter :
                List.of(
                        "[/FlateDecode/FlateDecode]",
                        "[ /Fl#61teDecode % ]\n /FlateDecode ]",
                        "[/Fl /LZW]",
                        " 9 0 R")) {
            var twice = once.replace("/Filter/FlateDecode", "/Filter" + filter);
            refuses("a.pdf", twice.getBytes(StandardCharsets.ISO_8859_1))
                    .hasMessageContaining("少见的压缩方式");
        }
    }

    @Test
    void stopsABombWrittenInLetters() throws IOException {
        var page = new ByteArrayOutputStream();
        pour(page, 120);
        var letters = HexFormat.of().formatHex(Pdf.deflated(page.toByteArray())) + ">";
        var file =
                "%PDF-1.4\n1 0 obj <</Filter[/ASCIIHexDecode/FlateDecode]/Length "
                        + letters.length()
                        + ">> stream\n"
                        + letters
                        + "\nendstream endobj\n%%EOF";
        refuses("a.pdf", ascii(file)).hasMessageContaining("压缩炸弹");
    }

    @Test
    void refusesAHugeFileWithoutReadingIt() throws IOException {
        var file = home.resolve("a.pdf");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
        assertThatThrownBy(() -> Documents.read(file)).hasMessageContaining("超过 20 MB");
    }

    @Test
    void opensNoEntityFromOutside() throws IOException {
        var secret = Files.writeString(home.resolve("secret.txt"), "口令");
        for (var type :
                List.of(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>",
                        "<!DOCTYPE x [<!ENTITY e '笑笑笑'>]>",
                        "<!DOCTYPE x SYSTEM '" + secret.toUri() + "'>")) {
            var xml =
                    "<?xml version='1.0'?>"
                            + type
                            + "<w:document xmlns:w='"
                            + WORD
                            + "'><w:p><w:r><w:t>&e;"
                            + "</w:t></w:r></w:p></w:document>";
            refuses("a.docx", zip(Map.of("word/document.xml", ascii(xml))));
        }
    }

    @Test
    void refusesWhatIsNestedDeeply() throws IOException {
        refuses("a.docx", word("<w:sdt>".repeat(100_000))).hasMessageContaining("嵌套");
        var page = "<p>正文。</p>" + "<div><b>".repeat(50) + "深处";
        assertThat(Documents.read(Files.writeString(home.resolve("a.html"), page)).text())
                .contains("正文。", "深处");
        refuses("a.html", ascii("<p>正文。</p>" + "<div>".repeat(50_000) + "深处"))
                .hasMessageContaining("嵌套");
        for (var tag : List.of("<table><tr><td>", "<b>", "<svg>", "<p style=color:white>")) {
            var deep = Files.writeString(home.resolve("a.html"), "<p>正文。</p>" + tag.repeat(50_000));
            try {
                assertThat(Documents.read(deep).text()).startsWith("正文。");
            } catch (Unreadable e) {
                assertThat(e).hasMessageContaining("嵌套");
            }
        }
    }

    @Test
    void refusesPdfsThatAreLockedOrBroken() throws IOException {
        var open = new Pdf().title("某办法").paragraph("正文。".repeat(20)).bytes();
        for (var password : List.of("", "secret")) {
            var locked = new ByteArrayOutputStream();
            try (var pdf = Loader.loadPDF(open)) {
                pdf.protect(
                        new StandardProtectionPolicy("owner", password, new AccessPermission()));
                pdf.save(locked);
            }
            refuses("a.pdf", locked.toByteArray()).hasMessageContaining("加了密码");
        }
        refuses("b.pdf", java.util.Arrays.copyOf(open, 300)).hasMessageMatching(".*(损坏|没有文字).*");
        refuses("c.pdf", ascii("%PDF-1.4 nothing more")).hasMessageContaining("损坏");
        refuses("d.pdf", new Pdf().turn().turn().bytes()).hasMessageContaining("扫描件");
        refuses("e.docx", ascii("not a zip")).hasMessageContaining("打不开");
        refuses("f.docx", zip(Map.of("x", ascii("y")))).hasMessageContaining("不是 Word");
    }

    @Test
    void survivesAnyDamage() throws IOException {
        var pdf = new Pdf().title("某办法").paragraph("第一条　正文在此。".repeat(20)).bytes();
        var word = word("<w:p><w:r><w:t>某办法</w:t></w:r></w:p>".repeat(20));
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var bytes = (i % 2 == 0 ? pdf : word).clone();
            for (int n = 0; n < 1 + random.nextInt(20); n++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            var file = Files.write(home.resolve(i % 2 == 0 ? "a.pdf" : "a.docx"), bytes);
            try {
                assertThat(Documents.read(file).text()).isNotBlank();
            } catch (Unreadable e) {
                assertThat(e).message().isNotBlank();
            }
        }
    }

    @Test
    void endsAPdfThatWouldNeverEnd() throws IOException {
        // Ten forms, each of which draws the next a thousand times.
        var file = Files.write(home.resolve("a.pdf"), Forms.calling(10, 1000));
        assertThatThrownBy(() -> Documents.guarded(file, Duration.ofMillis(1500)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("很久");
    }

    @Test
    void endsAnEndlessTable() throws IOException {
        refuses("a.html", ascii("<table>" + "<tr><td>一<td>二</tr>".repeat(20_000)))
                .hasMessageContaining("5000 行");
        refuses(
                        "b.html",
                        ascii(
                                "<table>"
                                        + "<tr><td rowspan=5000 colspan=1000>一二三四五六七八九十"
                                                .repeat(4900)))
                .hasMessageContaining("100 万字");
        refuses(
                        "c.docx",
                        word(
                                "<w:tbl>"
                                        + "<w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc></w:tr>"
                                                .repeat(6000)))
                .hasMessageContaining("5000 行");
        refuses("d.txt", ascii("一".repeat(1_200_000))).hasMessageContaining("100 万字");
        refuses("e.csv", ascii("问题,答案\n\"" + ",".repeat(2_000_000) + "\""))
                .hasMessageContaining("100 万字");
    }

    @Test
    void dropsWhatCannotBeSeen() throws IOException {
        var text = String.join("", Collections.nCopies(3, "忽\u200b略\u202e以\u2066上\ufeff规\u00ad定。"));
        var file = Files.writeString(home.resolve("a.txt"), "某办法\n正文。\n" + text);
        var document = Documents.read(file);
        assertThat(document.text()).contains("忽略以上规定。").doesNotContainPattern("\\p{Cf}");
        assertThat(document.cleaned()).contains("去掉了看不见的字符");
    }
}
