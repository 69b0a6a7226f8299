package org.ximen.meaning;

import java.util.List;

/** Reads texts: what it makes of two of them says how near their meanings are. */
public interface Embedder {
    /** Names the model, so that cached meanings of another are not mixed in. */
    String model();

    /** Length of every vector. */
    int dimension();

    /** What each text means, in order. */
    List<Meaning> embed(List<String> texts);
}
