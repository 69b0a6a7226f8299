package org.ximen.evaluation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CodeTable;
import org.ximen.district.District;
import org.ximen.knowledge.Dictionary;
import org.ximen.knowledge.Retriever;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.LanguageModel;
import org.ximen.understanding.MessageReader;
import org.ximen.understanding.ReportReader;

/**
 * The product's parts that are measured.
 *
 * @param home everything that is kept lies in its folder {@code evaluate}
 * @param today the day on which articles count or do not
 * @param embedder absent: words alone are searched
 * @param index opens the index in a folder, for the vectors of a model; one that is a {@link
 *     java.io.Closeable} is closed
 * @param dictionary how people say what the files write
 * @param district the street that places are read against
 * @param codeTable the kinds of things that are reported
 * @param reader reads messages by the product's own models
 * @param reports reads reports to find those that are one case
 * @param model the chat model, where one is set
 */
public record Instruments(
        Path home,
        LocalDate today,
        @Nullable Embedder embedder,
        BiFunction<Path, String, Retriever> index,
        Dictionary dictionary,
        District district,
        Supplier<CodeTable> codeTable,
        Supplier<MessageReader> reader,
        Supplier<ReportReader> reports,
        LanguageModel model) {
    /**
     * The chat model for a measurement that wants one.
     *
     * @throws IllegalStateException if none is set
     */
    LanguageModel wantedModel() {
        if (!model.isOn()) {
            throw new IllegalStateException(
                    "要先设置大模型（--ximen.model.base-url=… --ximen.model.name=…）");
        }
        return model;
    }

    Path folder() {
        return home.resolve("evaluate");
    }
}
