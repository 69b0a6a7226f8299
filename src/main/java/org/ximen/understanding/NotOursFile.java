package org.ximen.understanding;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Language;

/** {@code notours.yaml}: who is responsible for what the street does not handle. */
public record NotOursFile(List<Body> bodies) {
    /**
     * Somebody who is responsible.
     *
     * @param id as the examples name them
     * @param phone their number; it stands in the sentence, too
     * @param sentence what is said to a resident
     * @param englishName their name for who speaks English, if the street gives one
     * @param english the sentence in English
     */
    public record Body(
            String id,
            String name,
            @Nullable String phone,
            String sentence,
            @Nullable String englishName,
            @Nullable String english) {
        public Body {
            if (id.isBlank() || name.isBlank() || sentence.isBlank()) {
                throw new IllegalArgumentException("id、name、sentence 都要写");
            }
            if (phone != null && !sentence.contains(phone)) {
                throw new IllegalArgumentException(id + " 的 sentence 里没有号码 " + phone);
            }
        }

        /** Their name for who speaks this language. */
        public String name(Language language) {
            return language.of(name, englishName == null ? "" : englishName);
        }

        /** What is said to who speaks this language. */
        public String sentence(Language language) {
            return language.of(sentence, english == null ? "" : english);
        }
    }

    public NotOursFile {
        bodies = List.copyOf(bodies);
        var ids = new HashSet<String>();
        for (var body : bodies) {
            if (!ids.add(body.id())) {
                throw new IllegalArgumentException("id 重复：" + body.id());
            }
        }
    }

    Optional<Body> find(String id) {
        return bodies.stream().filter(body -> body.id().equals(id)).findFirst();
    }
}
