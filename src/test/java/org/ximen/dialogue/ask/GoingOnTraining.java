package org.ximen.dialogue.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Dictionary;
import org.ximen.knowledge.Embeddings;
import org.ximen.knowledge.Learning;
import org.ximen.knowledge.Library;
import org.ximen.knowledge.SynonymsFile;
import org.ximen.knowledge.Topic;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.settings.ConfigFile;
import org.ximen.testing.SharedEmbedder;
import org.ximen.testing.TestDatabase;
import org.ximen.understanding.LabelModel;
import org.ximen.understanding.LabelModel.Labelled;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Learns by which words people go on asking, and writes what {@code learn_next.py} learns the rest
 * from: {@code mvn -Ptrain test}, a minute. No test, so it runs in that profile only.
 */
class GoingOnTraining {
    private static final Path MODEL =
            Path.of("src/main/resources/org/ximen/dialogue/ask/going-on.bin");
    private static final Path DIALOGUES = Path.of("src/test/ranker/going-on.jsonl");
    private static final Path EXAMPLES =
            Path.of("src/main/resources/org/ximen/understanding/examples");
    private static final Path TABLES = Path.of("target/ranker");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final int FOLDS = 5;
    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> dialogues = lines(DIALOGUES);

    /** A question behind an answer, as a writer labelled it. */
    private record Said(int dialogue, JsonNode line, Labelled read) {}

    @Test
    void learnsTheShippedModel(@TempDir Path folder) throws IOException {
        try (var retriever = new LuceneRetriever(folder, SharedEmbedder.INSTANCE.model())) {
            var answers = answers(retriever);
            var said = said(answers);
            var others = others(answers);
            try (var out = Files.newOutputStream(MODEL)) {
                learn(said, others).write(out);
            }
            Files.createDirectories(TABLES);
            write(answers, said, others);
        }
    }

    private static Answers answers(LuceneRetriever retriever) {
        var db = TestDatabase.HSQLDB.open();
        var library = new Library(Path.of("knowledge"), db, retriever);
        library.refresh(Instant.parse("2026-11-28T02:00:00Z"));
        var embeddings = new Embeddings(library, retriever, SharedEmbedder.INSTANCE, db);
        while (embeddings.fill(64) > 0) {
            // The next ones.
        }
        var synonyms = new ConfigFile<>(Path.of("config/synonyms.yaml"), SynonymsFile.class);
        return new Answers(library, retriever, SharedEmbedder.INSTANCE, new Dictionary(synonyms));
    }

    private List<Said> said(Answers answers) {
        var said = new ArrayList<Said>();
        for (int i = 0; i < dialogues.size(); i++) {
            for (var line : dialogues.get(i).get("next")) {
                var text = line.get("text").asString();
                said.add(new Said(i, line, read(answers, text, line.get("goes_on").asBoolean())));
            }
        }
        return said;
    }

    /** What other writers' people asked behind an answer, and out of the blue. */
    private static List<Labelled> others(Answers answers) throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files.sorted()
                    .flatMap(file -> lines(file).stream())
                    .filter(line -> line.path("act").asString("").equals("ask"))
                    .filter(line -> Stream.of("idle", "answered").anyMatch(state(line)::equals))
                    .map(line ->
                            read(
                                    answers,
                                    line.get("text").asString(),
                                    state(line).equals("answered")))
                    .toList();
        }
    }

    private static String state(JsonNode line) {
        return line.path("state").asString("idle");
    }

    private static Labelled read(Answers answers, String text, boolean goesOn) {
        var read = Learning.read(answers, text);
        return new Labelled(read.text(), goesOn ? NextQuestion.GOES_ON : "alone", read.vector());
    }

    private static LabelModel learn(List<Said> said, List<Labelled> others) {
        var examples = new ArrayList<>(others);
        said.forEach(each -> examples.add(each.read()));
        return LabelModel.learn("going on", examples);
    }

    /** Each question as a model sees it that has not learnt from its dialogue. */
    private void write(Answers answers, List<Said> said, List<Labelled> others) throws IOException {
        try (var next = Files.newBufferedWriter(TABLES.resolve("going-on.tsv"));
                var sections = Files.newBufferedWriter(TABLES.resolve("sections.tsv"))) {
            next.write("DIALOGUE\tRIGHT\tTEXT\t" + join(Learning.nextNames()));
            sections.write("DIALOGUE\tLINE\tANSWERABLE\tRIGHT\tTEXT\t");
            sections.write(join(Learning.sectionNames()));
            for (int fold = 0; fold < FOLDS; fold++) {
                int out = fold;
                var learnt = said.stream().filter(s -> s.dialogue() % FOLDS != out).toList();
                var words = new NextQuestion(learn(learnt, others));
                for (int i = 0; i < said.size(); i++) {
                    if (said.get(i).dialogue() % FOLDS == fold) {
                        var one = said.get(i);
                        double odds = words.logOdds(one.read().text(), one.read().vector());
                        write(answers, i, one, odds, next, sections);
                    }
                }
            }
        }
    }

    private void write(
            Answers answers, int line, Said said, double odds, Appendable next, Appendable sections)
            throws IOException {
        var dialogue = dialogues.get(said.dialogue());
        var articles = dialogue.get("articles").valueStream().map(JsonNode::asString).toList();
        if (articles.isEmpty()) {
            return;
        }
        var topic = new Topic(dialogue.get("first").asString(), articles);
        var text = said.line().get("text").asString();
        var known = Learning.next(answers, topic, text, odds, DAY);
        int goesOn = said.line().get("goes_on").asBoolean() ? 1 : 0;
        next.append(said.dialogue() + "\t" + goesOn + "\t" + text + "\t" + join(known.values()));
        var labelled = said.line().get("sections");
        if (labelled == null) {
            return;
        }
        var right = labelled.valueStream().map(JsonNode::asString).toList();
        for (var section : known.sections().entrySet()) {
            sections.append(said.dialogue() + "\t" + line + "\t" + (right.isEmpty() ? 0 : 1));
            sections.append("\t" + (right.contains(section.getKey()) ? 1 : 0) + "\t" + text + "\t");
            sections.append(join(section.getValue()));
        }
    }

    private static String join(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining("\t")) + "\n";
    }

    private static List<JsonNode> lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(JSON::readTree).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
