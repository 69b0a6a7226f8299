package org.ximen.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.Meaning;
import org.ximen.text.Language;

/**
 * A set of articles that never changes, cut and indexed as the {@link Library} does it but without
 * folder or database: to measure on.
 */
public final class Corpus {
    private final Shelf shelf;
    private final Dictionary dictionary;

    public Corpus(Collection<Article> articles, Dictionary dictionary) {
        this.shelf = Shelf.of(articles, dictionary.words(), Set.of());
        this.dictionary = dictionary;
    }

    /** All passages, in the order of the articles. */
    public List<Passage> passages() {
        return List.copyOf(shelf.passages().values());
    }

    /**
     * Puts everything into an empty index.
     *
     * @param meanings by {@link Passage#hash}; a passage without one is found by its words
     */
    public void index(Retriever retriever, Map<String, Meaning> meanings) {
        retriever.dictionary(dictionary.words());
        for (var entry : chinese()) {
            retriever.put(entry.article(), entry.fingerprint(), entry.passages(), meanings);
        }
        retriever.publish();
    }

    private List<Shelf.Entry> chinese() {
        return shelf.entries().values().stream().filter(e -> e.isIn(Language.ZH)).toList();
    }

    /** Puts the texts alone into an empty index. */
    public void texts(Retriever retriever) {
        index(retriever, Map.of());
    }

    /** Adds the meanings, by {@link Passage#hash}, to the texts that are there. */
    public void meanings(Retriever retriever, Map<String, Meaning> meanings) {
        for (var entry : chinese()) {
            for (var passage : entry.passages()) {
                var meaning = meanings.get(passage.hash());
                if (meaning != null) {
                    retriever.meaning(entry.article(), entry.fingerprint(), passage, meaning);
                }
            }
        }
        retriever.publish();
    }

    /** Answers from these articles, once they are in the index. */
    public Answers answers(Retriever retriever, @Nullable Embedder embedder) {
        retriever.dictionary(dictionary.words());
        return new Answers(() -> shelf, retriever, embedder, dictionary);
    }
}
