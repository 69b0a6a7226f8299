package org.ximen.knowledge;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is found and quoted: a section, or a run of its paragraphs.
 *
 * @param id stable as long as the heading path and the place under it are
 * @param article id of the article
 * @param title of the article
 * @param path the headings above it, outermost first
 * @param question the heading, where it is a question that this passage answers
 */
public record Passage(
        String id,
        String article,
        String title,
        List<String> path,
        @Nullable String question,
        String text) {

    private static final Pattern NUMBERED = Pattern.compile("第[〇零一二三四五六七八九十百千0-9]{1,7}[编章节条]");

    public Passage {
        path = List.copyOf(path);
    }

    /** The headings in one line; empty where there are none. */
    public String heading() {
        return String.join(" ", path);
    }

    /** Whether the headings above it say what it is about; those of a law are often numbers. */
    public boolean isTitled() {
        return !path.isEmpty() && !isNumbered();
    }

    /** Whether it stands under a mere number, as the articles of a law do. */
    boolean isNumbered() {
        return NUMBERED.matcher(heading()).lookingAt();
    }

    /** What the embedding model reads: a passage means little without the headings above it. */
    public String meaning() {
        return (title + " " + heading()).strip() + "\n" + text;
    }

    /** Names the content, wherever it stands. */
    public String hash() {
        return Hashes.of(meaning());
    }
}
