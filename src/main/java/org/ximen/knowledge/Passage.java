package org.ximen.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.meaning.Meaning;
import org.ximen.meaning.QuestionVectors;

/**
 * What is found and quoted: a section, or a run of its paragraphs.
 *
 * @param id stable as long as the heading path and the place under it are
 * @param article id of the article
 * @param title of the article
 * @param path the headings above it, outermost first
 * @param question the heading, where it is a question that this passage answers
 * @param questions what else people ask that its section answers
 */
public record Passage(
        String id,
        String article,
        String title,
        List<String> path,
        @Nullable String question,
        String text,
        List<String> questions) {

    private static final Pattern NUMBERED = Pattern.compile("第[〇零一二三四五六七八九十百千0-9]{1,7}[编章节条]");

    public Passage {
        path = List.copyOf(path);
        questions = List.copyOf(questions);
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

    /** The passage for the embedding model: it means little without the headings above it. */
    public String meaning() {
        return (title + " " + heading()).strip() + "\n" + text;
    }

    /** All that the embedding model reads of it: the passage, then its questions. */
    public List<String> texts() {
        return Stream.concat(Stream.of(meaning()), questions.stream()).toList();
    }

    /** Names the content, wherever it stands. */
    public String hash() {
        return Hashes.of(String.join("\n\n", texts()));
    }

    /**
     * What it means, with those of its questions that were read; empty while it was not read
     * itself.
     *
     * @param read what each of the {@link #texts} means, as far as it is known
     */
    public Optional<Meaning> meaning(Function<String, @Nullable Meaning> read) {
        var asked =
                questions.stream().map(read).filter(Objects::nonNull).map(Meaning::vector).toList();
        return Optional.ofNullable(read.apply(meaning()))
                .map(own -> own.with(QuestionVectors.of(asked)));
    }
}
