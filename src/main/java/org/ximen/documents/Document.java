package org.ximen.documents;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file says.
 *
 * @param title as the file itself names it, where it does
 * @param parts without the title
 * @param named what the file says of itself by name, such as PubDate in the head of a web page
 * @param questions its headings are questions, what follows their answers
 * @param cleaned what was left out or guessed, as sentences for the editor
 */
public record Document(
        @Nullable String title,
        List<Part> parts,
        Map<String, String> named,
        boolean questions,
        List<String> cleaned) {
    public Document {
        parts = List.copyOf(parts);
        named = Map.copyOf(named);
        cleaned = List.copyOf(cleaned);
    }

    /** All its words, one part a line. */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining("\n"));
    }
}
