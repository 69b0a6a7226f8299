package org.ximen.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ximen.text.Plain;

/**
 * The street's dictionary: how people say what the files write, the words that no general
 * dictionary has, and its areas. A changed list counts from the next question on.
 */
public final class Dictionary {
    private final Supplier<SynonymsFile> synonyms;
    private final Supplier<List<String>> names;
    private final Areas areas;
    private volatile Read read;

    /** Tells areas by whatever they are called. */
    public interface Areas {
        /** The code of an area; empty if the street has none that is called so. */
        Optional<String> code(String called);
    }

    private record Read(SynonymsFile synonyms, List<String> names, List<String> words) {}

    /** One without names, where areas are called by their codes. */
    public Dictionary(Supplier<SynonymsFile> synonyms) {
        this(synonyms, List::of, Optional::of);
    }

    /**
     * @param names of places and offices
     */
    public Dictionary(Supplier<SynonymsFile> synonyms, Supplier<List<String>> names, Areas areas) {
        this.synonyms = synonyms;
        this.names = names;
        this.areas = areas;
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

    /**
     * What areas are meant.
     *
     * @param codes of those that the street has, sorted, each once
     * @param unknown what the street has no area for
     */
    record Meant(List<String> codes, List<String> unknown) {
        /** What is wrong with it, for the editor; nothing where all are known. */
        Optional<String> trouble() {
            var names = "areas 里的“" + String.join("”“", unknown) + "”街道没有";
            return unknown.isEmpty()
                    ? Optional.empty()
                    : Optional.of(names + (codes.isEmpty() ? "，改对之前不用它回答任何人" : "，只用它回答其余区域的人"));
        }
    }

    /** The areas of these names or codes. */
    Meant areas(List<String> called) {
        var codes = called.stream().map(areas::code).flatMap(Optional::stream);
        return new Meant(
                codes.distinct().sorted().toList(),
                called.stream().filter(name -> areas.code(name).isEmpty()).toList());
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
