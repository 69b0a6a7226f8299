package org.ximen.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code synonyms.yaml}: how people say it, and how the files write it.
 *
 * @param words names of the street's own projects and the like, that no dictionary has
 * @param english groups of English words that mean the same
 */
public record SynonymsFile(List<Group> synonyms, List<String> words, List<List<String>> english) {
    /**
     * @param said what people say; of two that overlap the longer one counts
     * @param written what the files write instead, the nearest in meaning first
     */
    public record Group(List<String> said, List<String> written) {
        public Group {
            said = List.copyOf(said);
            written = List.copyOf(written);
            if (said.isEmpty() || written.isEmpty()) {
                throw new IllegalArgumentException("said 和 written 都要写：" + said + written);
            }
        }
    }

    public SynonymsFile {
        synonyms = List.copyOf(synonyms);
        words = words == null ? List.of() : List.copyOf(words);
        english = english == null ? List.of() : List.copyOf(english);
        english.stream()
                .filter(group -> group.size() < 2)
                .forEach(group -> {
                    throw new IllegalArgumentException("english 的一组至少写两个词：" + group);
                });
    }

    public SynonymsFile(List<Group> synonyms, List<String> words) {
        this(synonyms, words, List.of());
    }

    public SynonymsFile(List<Group> synonyms) {
        this(synonyms, List.of());
    }

    /** Everything that is named here. */
    Stream<String> all() {
        var groups =
                synonyms.stream()
                        .flatMap(g -> Stream.concat(g.said().stream(), g.written().stream()));
        return Stream.concat(groups, words().stream());
    }

    /** By what people say. */
    Map<String, List<String>> said() {
        var words = new HashMap<String, List<String>>();
        for (var group : synonyms) {
            group.said().forEach(said -> words.put(said, group.written()));
        }
        return words;
    }
}
