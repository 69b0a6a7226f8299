package org.ximen.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.Meaning;
import org.ximen.meaning.Tokens;

class CachedEmbedderTest {
    private final List<String> read = new ArrayList<>();
    private final Embedder embedder =
            new CachedEmbedder(
                    new Embedder() {
                        @Override
                        public String model() {
                            return "m";
                        }

                        @Override
                        public int dimension() {
                            return 1;
                        }

                        @Override
                        public List<Meaning> embed(List<String> texts) {
                            read.addAll(texts);
                            return texts.stream()
                                    .map(t -> new Meaning(new float[] {t.length()}, Tokens.NONE))
                                    .toList();
                        }
                    });

    @Test
    void readsAMessageOnce() {
        assertThat(embedder.embed(List.of("狗证")).getFirst().vector()).containsExactly(2);
        assertThat(embedder.embed(List.of("狗证")).getFirst().vector()).containsExactly(2);
        assertThat(read).containsExactly("狗证");
    }

    @Test
    void readsManyAtOnceInOrder() {
        assertThat(embedder.embed(List.of("一", "二二"))).hasSize(2);
        assertThat(embedder.embed(List.of("一", "二二")).get(1).vector()).containsExactly(2);
    }
}
