package org.ximen.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Locale;
import org.ximen.documents.Documents;
import org.ximen.isolation.IsolatedRun;

/**
 * A file that an editor brought, read as an article but not taken in.
 *
 * @param report what became of it
 * @param markdown the article; empty if the file was refused
 */
public record Draft(Import report, String markdown) {
    /** Largest file, in bytes. */
    public static final int MOST_BYTES = 10 << 20;

    /**
     * Reads a file under the same checks as those of the knowledge folder. Its name is used for
     * nothing but its ending and the report.
     *
     * @param name as the editor's machine calls it
     */
    public static Draft of(String name, byte[] content, Instant now) {
        try {
            return IsolatedRun.of(
                    () -> {
                        var received = read(name, content);
                        var markdown = received.article().markdown();
                        return new Draft(received.report(name, now), markdown);
                    },
                    why -> {
                        var reason = RefusalReason.of(name, why);
                        return new Draft(Import.refused(name, null, reason, now), "");
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Received read(String name, byte[] content) throws IOException {
        var lower = name.toLowerCase(Locale.ROOT);
        var refusal = Documents.refusal(lower);
        boolean markdown = lower.endsWith(Reception.MARKDOWN);
        if (refusal != null || !(markdown || Documents.reads(lower))) {
            throw new BadArticle(
                    refusal == null ? "这种文件不收，请用 HTML、PDF、DOCX、TXT、CSV、XLSX 或 MD" : refusal);
        }
        if (content.length > MOST_BYTES) {
            throw new BadArticle("文件超过 10 MB，请拆小或去掉图片");
        }
        var file = Files.createTempFile("brought", lower.substring(lower.lastIndexOf('.')));
        try {
            Files.write(file, content);
            return Reception.read(markdown ? stem(name) : last(name), file, null);
        } finally {
            Files.delete(file);
        }
    }

    /** The name without ending. */
    private static String stem(String name) {
        var last = last(name);
        return last.substring(0, last.lastIndexOf('.'));
    }

    // Some browsers send the whole path.
    private static String last(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
