package org.ximen.evaluation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CategoriesFile;
import org.ximen.cases.CodeTable;
import org.ximen.cases.DangersFile;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.knowledge.Dictionary;
import org.ximen.knowledge.SynonymsFile;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.LanguageModel;
import org.ximen.settings.ConfigFile;
import org.ximen.testing.SharedEmbedder;
import org.ximen.understanding.MessageReader;
import org.ximen.understanding.ReadingModels;

/** Runs the command in a folder of its own, with the sample street. */
final class Trial {
    private final Path home;
    private final @Nullable Embedder embedder;
    private final LanguageModel model;

    /**
     * @param figures what came on standard output
     * @param progress what came beside it
     */
    record Result(int code, String figures, String progress) {}

    Trial(Path home, @Nullable Embedder embedder) {
        this(home, embedder, LanguageModel.NONE);
    }

    Trial(Path home, @Nullable Embedder embedder, LanguageModel model) {
        this.model = model;
        this.home = home;
        this.embedder = embedder;
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    /** Runs the command; paths among the arguments may be given as they are. */
    Result run(Object... args) {
        var words = new ArrayList<String>();
        List.of(args).forEach(arg -> words.add(arg.toString()));
        var figures = new ByteArrayOutputStream();
        var progress = new ByteArrayOutputStream();
        var command = new Evaluation(instruments(), stream(figures), stream(progress));
        int code = command.run(words);
        return new Result(code, text(figures).strip(), text(progress));
    }

    private Instruments instruments() {
        var district = district();
        return new Instruments(
                home,
                LocalDate.of(2026, 11, 22),
                embedder,
                LuceneRetriever::new,
                new Dictionary(
                        new ConfigFile<>(Path.of("config/synonyms.yaml"), SynonymsFile.class)),
                district,
                Trial::codeTable,
                () -> new MessageReader(embedder, district, new ReadingModels()),
                () -> SharedEmbedder.reports(district),
                model);
    }

    private static District district() {
        return new District(
                new ConfigFile<>(Path.of("config", "district.yaml"), DistrictFile.class));
    }

    private static CodeTable codeTable() {
        var config = Path.of("config");
        return new CodeTable(
                new ConfigFile<>(config.resolve("categories.yaml"), CategoriesFile.class),
                new ConfigFile<>(config.resolve("dangers.yaml"), DangersFile.class),
                district());
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
