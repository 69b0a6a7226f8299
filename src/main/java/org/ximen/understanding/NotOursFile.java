package org.ximen.understanding;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code notours.yaml}: who is responsible for what the street does not handle. */
public record NotOursFile(List<Body> bodies) {
    /**
     * Somebody who is responsible.
     *
     * @param id as the examples name them
     * @param phone their number; it stands in the sentence, too
     * @param sentence what is said to a resident
     */
    public record Body(String id, String name, @Nullable String phone, String sentence) {
        public Body {
            if (id.isBlank() || name.isBlank() || sentence.isBlank()) {
                throw new IllegalArgumentException("id、name、sentence 都要写");
            }
            if (phone != null && !sentence.contains(phone)) {
                throw new IllegalArgumentException(id + " 的 sentence 里没有号码 " + phone);
            }
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
