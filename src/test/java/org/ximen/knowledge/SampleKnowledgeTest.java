package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.knowledge.Finding.Answered;
import org.ximen.knowledge.Finding.Lapsed;
import org.ximen.knowledge.Finding.Nearest;
import org.ximen.knowledge.Finding.Nothing;
import org.ximen.knowledge.Finding.Source;
import org.ximen.knowledge.Finding.Unsure;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.models.BgeEmbedder;
import org.ximen.settings.ConfigFile;
import org.ximen.testing.TestDatabase;

/** Talks to the sample knowledge, with the real embedding model and before it has read anything. */
class SampleKnowledgeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    // Measured: 2,101 of the 2,462 questions of all articles (.85).
    // Many articles tell of neighbouring matters: what one answers is often told by another as
    // well.
    private static final double LEAST = 0.82;

    private static final Pattern FIGURE = Pattern.compile("[0-9][0-9.:—-]*");

    @TempDir Path home;

    @Test
    void answersAsTheTranscriptSays() throws IOException {
        var db = TestDatabase.HSQLDB.open();
        try (var retriever = new LuceneRetriever(home.resolve("index"), "bge-small-zh-v15-q")) {
            var library = new Library(Path.of("knowledge"), db, retriever);
            library.refresh(Instant.parse("2026-11-22T02:00:00Z"));
            var embedder = new BgeEmbedder(home);
            var answers =
                    new Answers(
                            library,
                            retriever,
                            embedder,
                            new Dictionary(
                                    new ConfigFile<>(
                                            Path.of("config/synonyms.yaml"), SynonymsFile.class)));
            talk("knowledge-words.txt", answers);
            var embeddings = new Embeddings(library, retriever, embedder, db);
            while (embeddings.fill(16) > 0) {
                assertThat(embeddings.progress().done()).isPositive();
            }
            talk("knowledge.txt", answers);
            keepsFigures(library, answers);
            answersItsOwnQuestions(library, answers);
        }
    }

    /** Asks what the articles say they answer, and tells which share of it is found in them. */
    private static void answersItsOwnQuestions(Library library, Answers answers) {
        var tried =
                library.list().stream()
                        .sorted(Comparator.comparing(Article::id))
                        .flatMap(a -> QuestionTrial.all(answers, a, TODAY).stream())
                        .toList();
        long cited = tried.stream().filter(QuestionTrial::cited).count();
        System.out.println("questions of the sample: " + cited + " of " + tried.size());
        tried.stream().filter(each -> !each.cited()).forEach(System.out::println);
        assertThat(cited).isGreaterThanOrEqualTo((long) (LEAST * tried.size()));
    }

    /** Numbers, dates and telephone numbers of an answer stand in the sections that it cites. */
    private static void keepsFigures(Library library, Answers answers) {
        var asked = library.shelf().passages().values().stream().map(Passage::heading).distinct();
        int answered = 0;
        for (var question : asked.filter(heading -> heading.hashCode() % 4 == 0).toList()) {
            if (answers.answer(question, Asker.of(Audience.RESIDENT), TODAY)
                    instanceof Answered answer) {
                answered++;
                var cited = cited(library, answer);
                for (var number : FIGURE.matcher(bare(answer.text())).results().toList()) {
                    assertThat(cited).as(question).contains(number.group());
                }
            }
        }
        assertThat(answered).isGreaterThan(30);
    }

    private static String cited(Library library, Answered answer) {
        return answer.citations().stream()
                .flatMap(c -> library.shelf().passages(c.article()).stream())
                .map(Passage::text)
                .collect(Collectors.joining("\n"));
    }

    private static String bare(String text) {
        return text.replaceAll("〔[0-9]〕", "");
    }

    /**
     * Each 答: line holds parts, between …, that must stand in the reply in this order; a 非: line
     * what must not.
     */
    private static void talk(String transcript, Answers answers) throws IOException {
        var wrong = new ArrayList<String>();
        String question = "";
        for (var line : lines(transcript)) {
            if (line.startsWith("我:")) {
                question = line.substring(2).strip();
            } else if (line.startsWith("答:")) {
                var reply = said(answers.answer(question, Asker.of(Audience.RESIDENT), TODAY));
                if (!holds(reply, line.substring(2).strip().split("…"))) {
                    wrong.add("我: " + question + "\n应: " + line + "\n答: " + reply + "\n");
                }
            } else if (line.startsWith("非:")) {
                var reply = said(answers.answer(question, Asker.of(Audience.RESIDENT), TODAY));
                if (reply.contains(line.substring(2).strip())) {
                    wrong.add("我: " + question + "\n" + line + "\n答: " + reply + "\n");
                }
            }
        }
        assertThat(wrong).as(transcript).isEmpty();
    }

    private static boolean holds(String reply, String[] parts) {
        int from = 0;
        for (var part : parts) {
            from = reply.indexOf(part.strip(), from);
            if (from < 0) {
                return false;
            }
        }
        return true;
    }

    private static List<String> lines(String transcript) throws IOException {
        try {
            return Files.readAllLines(
                    Path.of("src/test/resources/transcripts/knowledge", transcript));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String said(Finding finding) {
        return switch (finding) {
            case Answered a -> a.text() + " " + sources(a.citations());
            case Unsure u -> "您是想问：" + titles(u.nearest()) + gone(u.lapsed());
            case Finding.Silent s -> "没有写到：" + s.title();
            case Nothing n -> "没有找到。最接近的：" + titles(n.nearest()) + gone(n.lapsed());
        };
    }

    private static String sources(List<Source> sources) {
        return sources.stream()
                .map(s -> "《" + s.title() + "》" + s.section() + " " + s.validity().shown())
                .collect(Collectors.joining("；"));
    }

    private static String titles(List<Nearest> nearest) {
        return nearest.stream().map(Nearest::question).collect(Collectors.joining("；"));
    }

    private static String gone(List<Lapsed> lapsed) {
        return lapsed.stream().map(Lapsed::shown).collect(Collectors.joining());
    }
}
