package org.ximen.testing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.ximen.district.District;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.Meaning;
import org.ximen.models.BgeEmbedder;
import org.ximen.understanding.MessageReader;
import org.ximen.understanding.ReadingModels;
import org.ximen.understanding.ReportReader;

/** The real model, loaded once for all tests, which reads no text twice. */
public final class SharedEmbedder implements Embedder {
    /** The one of this JVM. */
    public static final SharedEmbedder INSTANCE = new SharedEmbedder();

    private static final ReadingModels MODELS = new ReadingModels();

    private final BgeEmbedder model = new BgeEmbedder(folder());
    private final Map<String, Meaning> read = new ConcurrentHashMap<>();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Map<String, Boolean>> last = ThreadLocal.withInitial(Last::new);

    /** As many as the product keeps. */
    private static final class Last extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1;
        private static final int KEPT = 160;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KEPT;
        }
    }

    private SharedEmbedder() {}

    // Each fork of the test run unpacks its own.
    private static Path folder() {
        return Path.of("target", "model", System.getProperty("ximen.fork", "0"));
    }

    /** Reads reports with this model and the one of messages that ships, loaded once. */
    public static ReportReader reports(District district) {
        var messages = new MessageReader(INSTANCE, district, MODELS);
        return new ReportReader(district, INSTANCE, messages);
    }

    /** The same, which keeps nothing that it reads: for thousands of texts. */
    public Embedder uncached() {
        return model;
    }

    @Override
    public String model() {
        return model.model();
    }

    @Override
    public int dimension() {
        return model.dimension();
    }

    @Override
    public List<Meaning> embed(List<String> texts) {
        texts.forEach(this::note);
        return texts.stream()
                .map(text -> read.computeIfAbsent(text, t -> model.embed(List.of(t)).getFirst()))
                .toList();
    }

    private void note(String text) {
        var known = last.get();
        boolean fresh = known.put(text, true) == null;
        if (fresh && TransactionSynchronizationManager.isActualTransactionActive()) {
            held.add(text);
        }
    }

    /** Texts that were read while a transaction waited for it. */
    public Set<String> readInTransactions() {
        return Set.copyOf(held);
    }
}
