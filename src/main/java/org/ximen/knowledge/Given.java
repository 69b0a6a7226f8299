package org.ximen.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ximen.documents.Document;

/**
 * What is known of a document from elsewhere, by the keys of front matter.
 *
 * @param said counts more than the document's own words
 * @param otherwise counts where the document says nothing
 */
public record Given(Map<String, String> said, Map<String, String> otherwise) {
    private static final String TITLE = "title";

    public Given {
        // In their order, which an unordered copy would change from start to start.
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
        otherwise = Collections.unmodifiableMap(new LinkedHashMap<>(otherwise));
    }

    /** Head of its article so far; any title is better than the name of the file. */
    Map<String, String> head(Document document) {
        var head = new LinkedHashMap<>(said);
        var own = document.title();
        if ((own == null || own.isBlank()) && otherwise.containsKey(TITLE)) {
            head.putIfAbsent(TITLE, otherwise.get(TITLE));
        }
        return head;
    }
}
