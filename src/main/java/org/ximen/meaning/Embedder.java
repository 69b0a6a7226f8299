package org.ximen.meaning;

import java.util.List;

/** Turns texts into vectors whose cosine says how near their meanings are. */
public interface Embedder {
    /** Names the model, so that cached vectors of another are not mixed in. */
    String model();

    /** Length of every vector. */
    int dimension();

    /** One unit vector per text, in order. */
    List<float[]> embed(List<String> texts);
}
