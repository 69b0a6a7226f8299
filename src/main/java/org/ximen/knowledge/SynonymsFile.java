package org.ximen.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code synonyms.yaml}: how people say it, and how the files write it. */
public record SynonymsFile(List<Group> synonyms) {
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
    }

    /** By what people say. */
    Map<String, List<String>> words() {
        var words = new HashMap<String, List<String>>();
        for (var group : synonyms) {
            group.said().forEach(said -> words.put(said, group.written()));
        }
        return words;
    }
}
