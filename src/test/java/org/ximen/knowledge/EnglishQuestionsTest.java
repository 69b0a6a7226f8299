package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.knowledge.Finding.Answered;
import org.ximen.knowledge.Finding.Nearest;
import org.ximen.knowledge.Finding.Nothing;
import org.ximen.knowledge.Finding.Silent;
import org.ximen.knowledge.Finding.Unsure;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.settings.ConfigFile;
import org.ximen.testing.TestDatabase;
import org.ximen.text.Language;

/** Asks the sample what foreigners type, and counts what becomes of it. */
class EnglishQuestionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Path QUESTIONS =
            Path.of("src/test/resources/org/ximen/knowledge/english-questions.tsv");

    // Measured: 123 answered rightly and 25 by a choice of 168, 2 wrongly; 9 of 115 that nothing
    // answers are answered.
    private static final double RIGHT = 0.68;
    private static final double RIGHT_OR_CHOICE = 0.83;
    private static final double WRONG = 0.03;
    private static final double FALSE = 0.11;

    private enum Outcome {
        RIGHT,
        OTHER_SECTION,
        CHOICE,
        NOTHING,
        WRONG,
        REFUSED,
        FALSE
    }

    @TempDir Path home;

    @Test
    void answersWhatPeopleType() throws IOException {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        try (var retriever = new LuceneRetriever(home.resolve("index"), "none")) {
            var library = new Library(Path.of("knowledge"), TestDatabase.HSQLDB.open(), retriever);
            library.refresh(TODAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
            var answers = new Answers(library, retriever, null, dictionary());
            for (var line : Files.readAllLines(QUESTIONS)) {
                if (!line.startsWith("#")) {
                    counts.merge(outcome(answers, line), 1, Integer::sum);
                }
            }
        }
        System.out.println("English questions: " + counts);
        int some =
                all(
                        counts,
                        Outcome.RIGHT,
                        Outcome.OTHER_SECTION,
                        Outcome.CHOICE,
                        Outcome.NOTHING,
                        Outcome.WRONG);
        int none = all(counts, Outcome.REFUSED, Outcome.FALSE);
        assertThat(all(counts, Outcome.RIGHT)).isGreaterThan((int) (RIGHT * some));
        assertThat(all(counts, Outcome.RIGHT, Outcome.CHOICE))
                .isGreaterThan((int) (RIGHT_OR_CHOICE * some));
        assertThat(all(counts, Outcome.WRONG)).isLessThan((int) (WRONG * some));
        assertThat(all(counts, Outcome.FALSE)).isLessThan((int) (FALSE * none));
    }

    private static Dictionary dictionary() {
        return new Dictionary(
                new ConfigFile<>(Path.of("config/synonyms.yaml"), SynonymsFile.class));
    }

    private static int all(Map<Outcome, Integer> counts, Outcome... some) {
        return Arrays.stream(some).mapToInt(each -> counts.getOrDefault(each, 0)).sum();
    }

    private static Outcome outcome(Answers answers, String line) {
        var cells = List.of(line.split("\t"));
        var right = cells.subList(1, cells.size()).stream().filter(c -> !c.isEmpty()).toList();
        var asker = new Asker(Audience.RESIDENT, Set.of(), Language.EN);
        return switch (answers.answer(cells.getFirst(), asker, TODAY)) {
            case Answered answered -> answered(answered, right);
            case Unsure unsure ->
                    right.isEmpty()
                            ? Outcome.REFUSED
                            : unsure.nearest().stream().anyMatch(near -> isRight(near, right))
                                    ? Outcome.CHOICE
                                    : Outcome.NOTHING;
            case Silent silent -> right.isEmpty() ? Outcome.REFUSED : Outcome.NOTHING;
            case Nothing nothing -> right.isEmpty() ? Outcome.REFUSED : Outcome.NOTHING;
        };
    }

    private static Outcome answered(Answered answered, List<String> right) {
        var source = answered.citations().getFirst();
        assertThat(source.language()).isEqualTo(Language.EN);
        if (right.isEmpty()) {
            return Outcome.FALSE;
        }
        if (isRight(new Nearest(source.article(), source.title(), source.section()), right)) {
            return Outcome.RIGHT;
        }
        var article = source.article().replace("english/", "");
        return right.stream().anyMatch(each -> each.startsWith(article))
                ? Outcome.OTHER_SECTION
                : Outcome.WRONG;
    }

    private static boolean isRight(Nearest near, List<String> right) {
        return right.stream()
                .map(each -> each.split("#", 2))
                .filter(each -> near.article().equals("english/" + each[0]))
                .anyMatch(each -> each.length < 2 || holds(near, each[1]));
    }

    private static boolean holds(Nearest near, String part) {
        var section = near.section();
        return section != null && section.toLowerCase().contains(part.toLowerCase());
    }
}
