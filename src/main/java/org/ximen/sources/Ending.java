package org.ximen.sources;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.ximen.documents.Documents;

/** What kind of file a site sends, as the ending of a file's name. */
final class Ending {
    private static final String STRANGE = ".bin";
    private static final Map<String, String> TYPES =
            Map.of(
                    "text/html", ".html",
                    "application/xhtml+xml", ".html",
                    "text/plain", ".txt",
                    "application/pdf", ".pdf",
                    "application/msword", ".doc",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            ".docx");

    private Ending() {}

    /** By the address, which names files more truly than servers do, else by what the site says. */
    static String of(HttpUrl address, @Nullable String type) {
        var name = Objects.requireNonNull(address.pathSegments().getLast());
        var own = name.toLowerCase(Locale.ROOT);
        if (Documents.reads(own) || Documents.refusal(own) != null) {
            return "." + own.substring(own.lastIndexOf('.') + 1);
        }
        var said = Objects.requireNonNullElse(type, "text/html").split(";", 2)[0].strip();
        return TYPES.getOrDefault(said.toLowerCase(Locale.ROOT), STRANGE);
    }
}
