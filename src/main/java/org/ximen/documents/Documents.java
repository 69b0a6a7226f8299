package org.ximen.documents;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of an office: HTML, TXT, PDF, DOCX, and questions and answers in CSV or XLSX. Every
 * file is taken for hostile: it is read on a thread of its own within limits of size and time.
 */
public final class Documents {
    private static final Duration GRACE = Duration.ofSeconds(5);
    // So many times its computing time a reader may wait for a processor.
    private static final int BUSY = 6;
    private static final long STACK = 8L << 20;
    private static final Map<String, String> OLD =
            Map.of(
                    "doc", "旧的 Word 格式（.doc）读不了，请另存为 .docx",
                    "wps", "WPS 文字格式（.wps）读不了，请另存为 .docx",
                    "rtf", "RTF 格式读不了，请另存为 .docx",
                    "xls", "旧的 Excel 格式（.xls）读不了，请另存为 .xlsx",
                    "et", "WPS 表格格式（.et）读不了，请另存为 .xlsx",
                    "ofd", "OFD 格式读不了，请导出为 PDF",
                    "zip", "压缩包不收，请解开后放进来",
                    "rar", "压缩包不收，请解开后放进来",
                    "7z", "压缩包不收，请解开后放进来");
    private static final Set<String> TAKEN =
            Set.of("html", "htm", "txt", "pdf", "docx", "csv", "xlsx");

    private Documents() {}

    /** Whether files of this name are read here. */
    public static boolean reads(String name) {
        return TAKEN.contains(ending(name));
    }

    /** Why files of this name are not taken, where somebody may expect it. */
    public static @Nullable String refusal(String name) {
        return OLD.get(ending(name));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * What a file says.
     *
     * @throws Unreadable if it cannot be taken, with a sentence for the editor
     * @throws IOException if the disk does not give it now
     */
    public static Document read(Path file) throws IOException {
        if (Files.size(file) > Budget.FILE) {
            throw new Unreadable("文件超过 20 MB，请拆小或去掉图片");
        }
        if (Files.size(file) == 0) {
            throw new Unreadable("文件是空的");
        }
        return guarded(file, Budget.TIME);
    }

    /**
     * The text of bytes, whatever they were written with.
     *
     * @throws Unreadable if no known encoding fits
     */
    public static String decoded(byte[] bytes) {
        return Decoded.of(bytes).text();
    }

    /** Reads on a thread of its own, whose stack and computing time are bounded. */
    static Document guarded(Path file, Duration time) throws IOException {
        return guarded(() -> checked(of(file, new Budget(time))), time);
    }

    static <T> T guarded(Callable<T> reading, Duration time) throws IOException {
        var task = new FutureTask<>(reading);
        var thread = new Thread(null, task, "document", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(time.multipliedBy(BUSY).plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            task.cancel(true);
            throw new Unreadable("读了很久也没读完，文件可能有问题，请另存一份再放进来", e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading a document", e);
        } catch (ExecutionException e) {
            throw cause(e);
        }
    }

    private static Unreadable cause(ExecutionException e) throws IOException {
        return switch (e.getCause()) {
            case Unreadable refused -> refused;
            case FileSystemException trouble -> throw trouble;
            case StackOverflowError deep -> new Unreadable("层层嵌套得太深，没有打开", deep);
            case OutOfMemoryError large -> new Unreadable("太大，内存装不下，请拆小", large);
            case null, default -> new Unreadable("文件已损坏或格式不对，请重新导出一份", e);
        };
    }

    private static Document of(Path file, Budget budget) throws IOException {
        return switch (ending(file.getFileName().toString())) {
            case "html", "htm" -> HtmlFile.read(Files.readAllBytes(file), budget);
            case "pdf" -> PdfFile.read(file, budget);
            case "docx" -> DocxFile.read(file, budget);
            case "xlsx" -> XlsxFile.read(file, budget);
            case "csv" -> CsvFile.read(Files.readAllBytes(file), budget);
            default -> TextFile.read(Files.readAllBytes(file), budget);
        };
    }

    private static Document checked(Document document) {
        if (document.text().isBlank()) {
            throw new Unreadable("里面没有文字");
        }
        return document;
    }
}
