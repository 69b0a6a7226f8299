package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.cases.CategoriesFile;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.documents.Pdf;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.settings.BadConfig;
import org.ximen.settings.ConfigFile;
import org.ximen.sources.SourcesFile;
import org.ximen.testing.TestDatabase;
import org.ximen.workdays.WorkCalendar;
import org.ximen.workdays.WorkdaysFile;

/**
 * Good files with damaged bytes, always the same ones: each is taken or refused in a sentence that
 * somebody wrote for it. {@code -Dximen.fuzz.rounds=5000} tries more of them.
 */
@Timeout(3600)
class ByteFlipTest {
    private static final int ROUNDS = Integer.getInteger("ximen.fuzz.rounds", 25);
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant LATER = Instant.parse("2036-11-23T02:00:00Z");
    private static final String UNFORESEEN = "程序读不了";
    private static final String ARTICLE =
            """
            ---
            kind: policy   # 种类
            title: "小店补贴办法"
            issuer: 老西门街道
            areas: [W1, 'W2']
            audience:
              - resident
              - merchant
            effective: 2026-04-01
            ---
            # 小店补贴办法
            ## 一、多少钱
            第一条 每年三千元，见[说明](https://example.org/a)。

            | 项目 | 金额 |
            |---|---|
            | 房租 | 三千 |

            1. 先申请
            2. 再等
               - 十天
            > 本办法自2026年4月1日起施行，有效期五年，《旧办法》同时废止。
            """;

    @TempDir Path home;

    /** A good file of each kind. */
    enum Kind {
        MD(ARTICLE),
        TXT("小店补贴办法\n第一条 每年三千元。\n第二条 本办法自2026年4月1日起施行。\n老西门街道\n2026年3月1日"),
        CSV("问题,答案\n几点开门？,\"九点，\"\"准时\"\"\"\n周末开吗？,开\n"),
        HTML(
                "<!DOCTYPE html><html><head><meta charset=gb2312><title>停水</title>"
                        + "<meta name=PubDate content='2026-11-20'></head><body><h1>停水通知</h1>"
                        + "<p>周三停水&nbsp;两小时。</p><table><tr><th>路<th>时间<tr><td rowspan=2>"
                        + "文庙路<td>上午<tr><td>下午</table><ul><li>存水<li>关阀</ul></body></html>") {
            @Override
            byte[] good() {
                return text.getBytes(Charset.forName("GB18030"));
            }
        },
        PDF("小店补贴办法") {
            @Override
            byte[] good() {
                return new Pdf().title(text).paragraph("第一条 每年三千元。".repeat(9)).bytes();
            }
        },
        DOCX("小店补贴办法") {
            @Override
            byte[] good() throws IOException {
                try (var word = new XWPFDocument();
                        var out = new ByteArrayOutputStream()) {
                    word.createParagraph().createRun().setText(text);
                    var table = word.createTable(2, 2);
                    table.getRow(0).getCell(0).setText("项目");
                    table.getRow(1).getCell(1).setText("三千");
                    word.write(out);
                    return out.toByteArray();
                }
            }
        },
        XLSX("几点开门？") {
            @Override
            byte[] good() throws IOException {
                try (var book = new XSSFWorkbook();
                        var out = new ByteArrayOutputStream()) {
                    var sheet = book.createSheet();
                    var head = sheet.createRow(0);
                    head.createCell(0).setCellValue("问题");
                    head.createCell(1).setCellValue("答案");
                    var row = sheet.createRow(1);
                    row.createCell(0).setCellValue(text);
                    row.createCell(1).setCellValue(9.5);
                    book.write(out);
                    return out.toByteArray();
                }
            }
        };

        final String text;

        Kind(String text) {
            this.text = text;
        }

        byte[] good() throws IOException {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /** The bytes damaged: as they are, and where the file is packed inside, too. */
        byte[] damaged(Random random) throws IOException {
            boolean packed = this == DOCX || this == XLSX;
            return packed && random.nextInt(4) > 0
                    ? repacked(good(), random)
                    : flipped(good(), random);
        }

        String file() {
            return "a." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static byte[] flipped(byte[] good, Random random) {
        var bytes = good.clone();
        for (int i = 0; i <= random.nextInt(8); i++) {
            int at = random.nextInt(bytes.length);
            bytes[at] =
                    switch (random.nextInt(3)) {
                        case 0 -> (byte) random.nextInt(256);
                        case 1 -> (byte) "[]{}<>\"'|:-#&*!%@,\n\t \0=".charAt(random.nextInt(23));
                        default -> (byte) (bytes[at] ^ 1 << random.nextInt(8));
                    };
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(64));
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, from);
            case 1 -> joined(bytes, 0, to, from); // said twice
            case 2 -> joined(bytes, 0, from, to); // left out
            default -> bytes;
        };
    }

    private static byte[] joined(byte[] bytes, int first, int end, int then) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, first, end - first);
        out.write(bytes, then, bytes.length - then);
        return out.toByteArray();
    }

    private static byte[] repacked(byte[] zip, Random random) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                var content = in.readAllBytes();
                out.write(random.nextInt(3) == 0 ? flipped(content, random) : content);
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedFileIsTakenOrRefusedInASentence(Kind kind) throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var draft = Draft.of(kind.file(), kind.damaged(new Random(seed)), NOW);
            var report = draft.report();
            assertThat(report.shown()).as("seed %s", seed).doesNotContain(UNFORESEEN);
            if (report.state() != Import.State.REFUSED) {
                // What was taken can be read again, cut, shown and published.
                var article = MarkdownArticle.read("a", draft.markdown());
                assertThat(Splitter.passages(article)).as("seed %s", seed).isNotNull();
                assertThat(Pages.html(article)).as("seed %s", seed).isNotNull();
            }
        }
    }

    @Test
    void otherFilesAreStillFound() throws IOException {
        var folder = Files.createDirectories(home.resolve("knowledge"));
        int each = Math.min(ROUNDS, 200);
        for (var kind : Kind.values()) {
            for (int seed = 0; seed < each; seed++) {
                var file = folder.resolve(seed + kind.file());
                Files.write(file, kind.damaged(new Random(1_000_000 + seed)));
            }
        }
        Files.writeString(folder.resolve("z.md"), "---\nkind: FAQ\ntitle: 面包房\n---\n周一休息。\n");
        try (var retriever = new LuceneRetriever(home.resolve("index"), "none")) {
            var library = new Library(folder, TestDatabase.HSQLDB.open(), retriever);
            library.refresh(LATER);
            assertThat(library.imports()).hasSize(each * Kind.values().length + 1);
            assertThat(library.imports()).noneMatch(one -> one.shown().contains(UNFORESEEN));
            assertThat(library.find("z")).isPresent();
            assertThat(retriever.held()).containsKey("z");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"categories", "district", "workdays", "synonyms", "sources"})
    void aDamagedFileOfConfigIsTakenOrRefusedInASentence(String name) throws IOException {
        var good = Files.readAllBytes(Path.of("config", name + ".yaml"));
        var file = home.resolve(name + ".yaml");
        for (int seed = 0; seed < ROUNDS; seed++) {
            Files.write(file, flipped(good, new Random(seed)));
            try {
                open(name, file);
            } catch (BadConfig e) {
                assertThat(e.getMessage()).as("seed %s", seed).doesNotContain(UNFORESEEN);
            }
        }
    }

    private static void open(String name, Path file) {
        switch (name) {
            case "categories" -> new ConfigFile<>(file, CategoriesFile.class).get();
            case "district" -> new District(new ConfigFile<>(file, DistrictFile.class)).whole();
            case "workdays" -> new WorkCalendar(new ConfigFile<>(file, WorkdaysFile.class));
            case "synonyms" -> new Dictionary(new ConfigFile<>(file, SynonymsFile.class)).words();
            default -> new ConfigFile<>(file, SourcesFile.class).get();
        }
    }

    /** What reads a document ends, even where it was refused for taking too long. */
    @AfterAll
    static void noReaderGoesOn() throws InterruptedException {
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("document")) {
                thread.join(java.time.Duration.ofSeconds(30));
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }
}
