package org.ximen;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.ximen.cases.CategoriesFile;
import org.ximen.cases.CodeTable;
import org.ximen.cases.DangersFile;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.evaluation.Evaluation;
import org.ximen.evaluation.Instruments;
import org.ximen.knowledge.Dictionary;
import org.ximen.knowledge.SynonymsFile;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.LanguageModel;
import org.ximen.models.BgeEmbedder;
import org.ximen.models.RemoteLanguageModel;
import org.ximen.settings.ConfigFile;
import org.ximen.understanding.MessageReader;
import org.ximen.understanding.ReadingModels;
import org.ximen.understanding.ReportReader;
import org.ximen.workdays.WorkCalendar;

/** The command {@code evaluate}, with the product's settings but without its servers. */
final class Measuring {
    private static final String SETTING = "--ximen.";

    private Measuring() {}

    /**
     * Runs one measurement.
     *
     * @param args all of the command line
     * @return the exit code
     */
    static int run(String... args) {
        var progress = System.err;
        // Only the figures go there; logs and libraries write to the other.
        var figures =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(progress);
        var evaluation = new Evaluation(instruments(environment(args)), figures, progress);
        return evaluation.run(kind(args));
    }

    private static List<String> kind(String... args) {
        return Arrays.stream(args).skip(1).filter(arg -> !arg.startsWith(SETTING)).toList();
    }

    /** The settings of the command line, of files and of variables. */
    static StandardEnvironment environment(String... args) {
        var logging = LoggingSystem.get(Measuring.class.getClassLoader());
        logging.beforeInitialize();
        var environment = new StandardEnvironment();
        var settings = Arrays.stream(args).filter(arg -> arg.startsWith(SETTING));
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(settings.toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        logging.initialize(new LoggingInitializationContext(environment), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        return environment;
    }

    private static Instruments instruments(StandardEnvironment environment) {
        var settings = Binder.get(environment).bind("ximen", Settings.class).get();
        var embedder = settings.embedding() ? new BgeEmbedder(settings.home()) : null;
        var district = district(settings);
        return new Instruments(
                settings.home(),
                LocalDate.ofInstant(InstantSource.system().instant(), WorkCalendar.ZONE),
                embedder,
                LuceneRetriever::new,
                dictionary(settings),
                district,
                () -> codeTable(settings, district),
                () -> messages(embedder, district),
                () -> new ReportReader(district, embedder, messages(embedder, district)),
                model(settings));
    }

    private static LanguageModel model(Settings settings) {
        return settings.model().isOn()
                ? new RemoteLanguageModel(
                        settings.model(),
                        "measuring",
                        new SimpleMeterRegistry(),
                        InstantSource.system())
                : LanguageModel.NONE;
    }

    private static Dictionary dictionary(Settings settings) {
        var district = new ConfigFile<>(settings.district(), DistrictFile.class);
        var synonyms = new ConfigFile<>(settings.config("synonyms.yaml"), SynonymsFile.class);
        return new Dictionary(synonyms, () -> district.get().names(), Optional::of);
    }

    private static MessageReader messages(@Nullable Embedder embedder, District district) {
        return new MessageReader(embedder, district, new ReadingModels());
    }

    private static District district(Settings settings) {
        return new District(new ConfigFile<>(settings.district(), DistrictFile.class));
    }

    private static CodeTable codeTable(Settings settings, District district) {
        var file = new ConfigFile<>(settings.config("categories.yaml"), CategoriesFile.class);
        var dangers = new ConfigFile<>(settings.config("dangers.yaml"), DangersFile.class);
        return new CodeTable(file, dangers, district);
    }
}
