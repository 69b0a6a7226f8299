package org.ximen.evaluation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.ximen.understanding.AuthorFolds;
import org.ximen.understanding.Example;
import org.ximen.understanding.Hearing;
import org.ximen.understanding.MessageReading;
import org.ximen.understanding.Situation;

/** The measurements of understanding: what a message is for, what a report is about. */
final class Talk {
    private final Instruments instruments;
    private final PrintStream figures;
    private final PrintStream progress;

    Talk(Instruments instruments, PrintStream figures, PrintStream progress) {
        this.instruments = instruments;
        this.figures = figures;
        this.progress = progress;
    }

    void intents(Path test) {
        var lines = Line.of(test);
        var reader = instruments.reader().get();
        var district = instruments.district();
        var intents =
                new Intents(
                        lines,
                        words ->
                                Wish.of(
                                        reader.read(words, Situation.IDLE),
                                        district.outsideIn(words).isPresent()));
        progress.println(intents.details());
        figures.println(intents.figures());
    }

    void categories(Path test) {
        var lines = Line.of(test);
        var reader = instruments.reader().get();
        var categories =
                new Categories(
                        lines,
                        words -> reader.read(words, Situation.IDLE),
                        instruments.codeTable().get()::category);
        progress.println(categories.details());
        figures.println(categories.figures());
    }

    void duplicates(Path test) {
        var lines = Line.of(test);
        var reports = instruments.reports().get();
        figures.println(new Duplicates(lines, reports::read).figures());
    }

    void utterances(Path test) {
        var reader = instruments.reader().get();
        show(utterances(test, reader::read));
    }

    /** The same with and without a chat model's second opinion. */
    void heardUtterances(Path test) {
        var reader = instruments.reader().get();
        var codes = instruments.codeTable().get();
        var hearing =
                new Hearing(
                        instruments.wantedModel(),
                        instruments.district(),
                        code -> codes.category(code).name(),
                        new SimpleMeterRegistry());
        var alone = utterances(test, reader::read);
        var heard =
                utterances(
                        test,
                        (text, situation) ->
                                hearing.heard(text, situation, reader.read(text, situation)));
        progress.println("不用大模型：\n" + alone.details());
        progress.println("拿不准的问大模型：\n" + heard.details());
        figures.println(alone.figures().of("model_", heard.figures()));
    }

    private static Utterances utterances(
            Path test, BiFunction<String, Situation, MessageReading> reading) {
        var utterances = new Utterances();
        for (var line : Line.of(test)) {
            var meant = meant(line);
            var situation = new Situation(meant.state(), topic(line));
            utterances.add(meant, reading.apply(line.text("text"), situation));
        }
        return utterances;
    }

    /** Every shipped example by a model that has seen nothing of its author. */
    void folds() {
        var embedder = instruments.embedder();
        if (embedder == null) {
            throw new IllegalStateException("要先开启向量（ximen.embedding=true）");
        }
        var utterances = new Utterances();
        AuthorFolds.read(
                embedder,
                instruments.reader().get(),
                instruments.home(),
                progress::println,
                (example, read) -> utterances.add(meant(example), read));
        show(utterances);
    }

    private void show(Utterances utterances) {
        progress.println(utterances.details());
        figures.println(utterances.figures());
    }

    private static @Nullable String topic(Line line) {
        var topic = line.optional("topic");
        return topic.isEmpty() ? null : topic;
    }

    private static Utterances.Meant meant(Line line) {
        try {
            return meant(Example.of(line.node()));
        } catch (IllegalArgumentException e) {
            throw line.bad(String.valueOf(e.getMessage()));
        }
    }

    private static Utterances.Meant meant(Example example) {
        return new Utterances.Meant(
                example.act(),
                example.situation().state(),
                example.level(),
                Objects.requireNonNullElse(example.category(), ""),
                Objects.requireNonNullElse(example.place(), ""));
    }
}
