package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Language is decided by data: lists of Chinese words stand in files that can grow, not in Java.
 * Counted are the alternatives of patterns, words set apart by blanks, and words that are listed;
 * what is said to people (sentences, templates, a label for a constant) is none of these, and
 * neither are classes of single characters.
 */
class WordsInJavaTest {
    private static final int MOST = 200;
    private static final int MOST_IN_ONE_FILE = 20;
    private static final String STRING = "\"(?:[^\"\\\\\n]|\\\\.)*+\"";
    private static final Pattern TOKEN =
            Pattern.compile(
                    "//[^\n]*|/\\*[\\s\\S]*?\\*/|\"\"\"[\\s\\S]*?\"\"\"|'(?:[^'\\\\]|\\\\.)+'|"
                            + STRING);
    private static final Pattern LITERAL = Pattern.compile(STRING);
    private static final Pattern LISTED =
            Pattern.compile(
                    "(?:\\b(?:List|Set|Stream|Map)\\.of\\(|\\basList\\(|\\{)\\s*((?:%s\\s*,?\\s*){2,})[)}]"
                            .formatted(STRING));
    private static final Pattern APART =
            Pattern.compile("\\s*\\p{IsHan}+(?:[ ,]\\p{IsHan}+){2,}\\s*");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** What one file has. */
    private record Count(Path file, int words) {
        static Count of(Path file) {
            try {
                return new Count(file, counted(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<Count> product() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Count::of)
                    .filter(count -> count.words() > 0)
                    .sorted(Comparator.comparingInt(Count::words).reversed())
                    .toList();
        }
    }

    private static int counted(String java) {
        var code =
                TOKEN.matcher(java)
                        .replaceAll(token -> Matcher.quoteReplacement(kept(token.group())));
        int listed = LISTED.matcher(code).results().mapToInt(list -> han(list.group(1))).sum();
        return listed + literals(code).mapToInt(WordsInJavaTest::inside).sum();
    }

    /** Neither remarks nor text blocks, which are SQL and letters. */
    private static String kept(String token) {
        return token.startsWith("\"") && !token.startsWith("\"\"\"") ? token : " ";
    }

    private static Stream<String> literals(String code) {
        return LITERAL.matcher(code).results().map(MatchResult::group);
    }

    private static int han(String literals) {
        return (int) literals(literals).filter(each -> HAN.matcher(each).find()).count();
    }

    private static int inside(String literal) {
        var text = literal.substring(1, literal.length() - 1);
        if (APART.matcher(text).matches()) {
            return text.strip().split("[ ,]").length;
        }
        var pieces = text.contains("|") ? Stream.of(text.split("\\|")) : Stream.<String>of();
        return (int) pieces.filter(piece -> HAN.matcher(piece).find()).count();
    }

    @Test
    void listsOfWordsStandInFiles() throws IOException {
        var counts = product();
        assertThat(counts.stream().mapToInt(Count::words).sum())
                .as(
                        "words in Java lists, most in %s",
                        counts.subList(0, Math.min(10, counts.size())))
                .isLessThan(MOST);
        assertThat(counts).allMatch(count -> count.words() <= MOST_IN_ONE_FILE);
    }

    @Test
    void wordsAreCountedWhereverTheyAreListed() {
        assertThat(counted("Pattern.compile(\"甲|乙(?:丙|x)\" + any)")).isEqualTo(2);
        assertThat(counted("List.of(\n\"甲\", \"乙\",\n\"x\")")).isEqualTo(2);
        assertThat(counted("String[] all = {\"甲\", \"乙\"};")).isEqualTo(2);
        assertThat(counted("split(\"甲乙 丙 丁\")")).isEqualTo(3);
    }

    @Test
    void whatIsSaidIsNotCounted() {
        assertThat(counted("say(\"请先写标题，再写正文\") // 甲|乙")).isZero();
        assertThat(counted("/* \"甲|乙\" */ rest.equals(\"甲乙\")")).isZero();
    }
}
