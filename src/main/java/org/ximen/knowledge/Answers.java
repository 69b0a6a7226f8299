package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.meaning.Embedder;

/** Answers questions from the articles that count on the day, in their own words. */
public final class Answers {
    private final Library library;
    private final Retriever retriever;
    private final @Nullable Embedder embedder;

    /**
     * @param embedder without one, or while passages lack their vectors, words alone decide
     */
    public Answers(Library library, Retriever retriever, @Nullable Embedder embedder) {
        this.library = library;
        this.retriever = retriever;
        this.embedder = embedder;
    }

    /** The answer to a question, as of a day. */
    public Finding answer(String question, Audience audience, LocalDate today) {
        return new Finding.Nothing(List.of(), List.of());
    }
}
