package org.ximen.knowledge;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ximen.text.Plain;

/**
 * The street's dictionary: how people say what the files write, and the words that no general
 * dictionary has. A changed list counts from the next question on.
 */
public final class Dictionary {
    private final Supplier<SynonymsFile> synonyms;
    private final Supplier<List<String>> names;
    private volatile Read read;

    private record Read(SynonymsFile synonyms, List<String> names, List<String> words) {}

    public Dictionary(Supplier<SynonymsFile> synonyms) {
        this(synonyms, List::of);
    }

    /**
     * @param names of places and offices
     */
    public Dictionary(Supplier<SynonymsFile> synonyms, Supplier<List<String>> names) {
        this.synonyms = synonyms;
        this.names = names;
        this.read = read(synonyms.get(), names.get());
    }

    private static Read read(SynonymsFile synonyms, List<String> names) {
        var words = Stream.concat(synonyms.all(), names.stream());
        return new Read(synonyms, names, words.map(Plain::comparable).distinct().toList());
    }

    /** How people say it, and how the files write it. */
    public SynonymsFile synonyms() {
        return synonyms.get();
    }

    /** Everything that is listed, made comparable, each once. */
    public List<String> words() {
        var now = synonyms.get();
        var named = names.get();
        var last = read;
        if (last.synonyms() != now || !last.names().equals(named)) {
            last = read(now, named);
            read = last;
        }
        return last.words();
    }
}
