package org.ximen;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.ximen.knowledge.Embeddings;

/** Gauges over features that know nothing of the registry. */
final class Metrics {
    private Metrics() {}

    static void vectors(MeterRegistry registry, Embeddings embeddings) {
        Gauge.builder("ximen.knowledge.passages", embeddings, e -> e.progress().passages())
                .description("passages in the index")
                .register(registry);
        Gauge.builder("ximen.knowledge.vectors", embeddings, e -> e.progress().done())
                .description("passages that have a vector")
                .register(registry);
    }
}
