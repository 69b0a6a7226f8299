package org.ximen.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** A PDF: its lines put together to paragraphs again. */
final class PdfFile {
    private static final int PAGES = 500;
    // A page of a scanner has at most a stamp and a page number as text.
    private static final int SCANNED = 10;

    static {
        FontMappers.set(new PdfFonts());
    }

    private PdfFile() {}

    static Document read(Path file, Budget budget) throws IOException {
        var bytes = Files.readAllBytes(file);
        Streams.measure(bytes, budget);
        try (var pdf =
                Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            return read(pdf, budget);
        } catch (InvalidPasswordException e) {
            throw new Unreadable("加了密码，打不开；请导出没有密码的 PDF", e);
        }
    }

    private static Document read(PDDocument pdf, Budget budget) throws IOException {
        if (pdf.isEncrypted()) {
            throw new Unreadable("加了密码或复制限制，没有打开；请导出没有限制的 PDF");
        }
        int pages = pdf.getNumberOfPages();
        if (pages > PAGES) {
            throw new Unreadable("超过 " + PAGES + " 页，请拆成几个文件");
        }
        var lines = new PdfLines(budget).of(pdf);
        int characters = lines.stream().mapToInt(line -> line.text().length()).sum();
        if (characters < SCANNED * pages) {
            throw new Unreadable("里面只有图片、没有文字，像是扫描件；请先做文字识别（OCR）再放进来");
        }
        return TextFile.titled(PdfParagraphs.of(lines), List.of());
    }
}
