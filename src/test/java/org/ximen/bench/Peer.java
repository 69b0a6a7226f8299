package org.ximen.bench;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;

/** The easy way of langchain4j: its in-memory store and its retriever, with the same model. */
final class Peer {
    private static final int TOP = 10;

    private final ContentRetriever retriever;

    Peer(Iterable<Town.Held> passages) {
        var store = new InMemoryEmbeddingStore<TextSegment>();
        for (var held : passages) {
            store.add(Embedding.from(held.meaning().vector()), TextSegment.from(held.text()));
        }
        this.retriever =
                EmbeddingStoreContentRetriever.builder()
                        .embeddingStore(store)
                        .embeddingModel(new BgeSmallZhV15QuantizedEmbeddingModel())
                        .maxResults(TOP)
                        .build();
    }

    /** How many passages it found. */
    int search(String question) {
        return retriever.retrieve(Query.from(question)).size();
    }
}
