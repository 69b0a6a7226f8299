package org.ximen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.ximen.knowledge.Finding;

/** The figures of {@link KnowledgeBench} in a steady state, each alone in a JVM of its own. */
public class SteadyBench {
    @Test
    void steady() throws RunnerException, IOException {
        var sizes = System.getProperty("bench.passages", "1000,10000,100000").split(",");
        for (var size : sizes) {
            Town.make(Integer.parseInt(size)); // not within the first measurement
        }
        var options =
                new OptionsBuilder()
                        .include(SteadyBench.class.getName() + "\\.")
                        .param("passages", sizes)
                        .jvmArgs(
                                "-Xmx1500m",
                                "--add-modules=jdk.incubator.vector",
                                "--enable-native-access=ALL-UNNAMED")
                        .build();
        assertThat(new Runner(options).run()).isNotEmpty();
    }

    /** The questions in turn. */
    @State(Scope.Benchmark)
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Fork(1)
    @Warmup(iterations = 1, time = 5)
    @Measurement(iterations = 2, time = 5)
    public static class Steady {
        @Param("1000")
        public int passages;

        private @Nullable Town town;
        private int asked;

        @Setup
        public void open() throws IOException {
            town = new Town(passages);
        }

        @TearDown
        public void close() throws IOException {
            town().close();
        }

        private Town town() {
            if (town == null) {
                throw new IllegalStateException("not open");
            }
            return town;
        }

        private String next() {
            return town().questions.get(asked++ % town().questions.size());
        }

        @Benchmark
        public Finding ourAnswerEmbedded() {
            return town().embedded(next());
        }

        @Benchmark
        public Finding ourAnswer() {
            return town().whole(next());
        }

        @Benchmark
        public int luceneBm25() {
            return town().bm25(next());
        }

        @Benchmark
        public int oneEmbedding() {
            return town().model.embed(java.util.List.of(next())).size();
        }

        @Benchmark
        public int langchain4jEasy() {
            return town().peer(next());
        }
    }
}
