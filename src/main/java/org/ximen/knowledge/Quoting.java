package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ximen.text.Plain;

/** Picks the sentences of a passage that answer, in their order and unchanged. */
final class Quoting {
    private static final int MOST_SENTENCES = 4;
    private static final int SHORT = 300;

    // 能。 不能。 有，10天… and the like: as many characters as name no thing.
    private static final Pattern BARE = Pattern.compile("\\p{IsHan}{1,3}[。！；，]");
    private static final Pattern END = Pattern.compile("[？?]?$");

    private final Asking asked;

    Quoting(Asking asked) {
        this.asked = asked;
    }

    /** One to four sentences that can stand alone; all of a short passage. */
    String quote(Passage passage) {
        var sentences = begun(picked(sentences(passage.text())));
        return subject(passage, sentences) + joined(sentences);
    }

    /** The heading, where the first word says yes or no to it. */
    private static String subject(Passage passage, List<String> sentences) {
        return passage.isTitled() && isBare(sentences)
                ? END.matcher(passage.path().getLast()).replaceFirst("？")
                : "";
    }

    private static boolean isBare(List<String> sentences) {
        return !sentences.isEmpty() && BARE.matcher(sentences.getFirst()).lookingAt();
    }

    /** Without a first sentence about something else, where the second has the asked fact. */
    private List<String> begun(List<String> sentences) {
        boolean late =
                sentences.size() > 1
                        && sentences.get(0).endsWith("。")
                        && !isBare(sentences)
                        && !speaks(sentences.get(0))
                        && !hasFact(sentences.get(0))
                        && speaks(sentences.get(1))
                        && hasFact(sentences.get(1));
        return late ? sentences.subList(1, sentences.size()) : sentences;
    }

    private boolean speaks(String sentence) {
        return asked.coverage(Plain.comparable(sentence)) > 0;
    }

    private boolean hasFact(String sentence) {
        return asked.kinds().stream().anyMatch(kind -> kind.answeredBy(sentence));
    }

    private List<String> picked(List<String> sentences) {
        int length = sentences.stream().mapToInt(String::length).sum();
        if (sentences.size() <= MOST_SENTENCES || length <= SHORT) {
            return sentences;
        }
        return IntStream.range(0, sentences.size())
                .boxed()
                .sorted(
                        Comparator.comparingDouble((Integer i) -> -worth(i, sentences.get(i)))
                                .thenComparing(i -> i))
                .limit(MOST_SENTENCES)
                .sorted()
                .map(sentences::get)
                .toList();
    }

    /** The one sentence that answers best. */
    String best(Passage passage) {
        var sentences = sentences(passage.text());
        return IntStream.range(0, sentences.size())
                .boxed()
                .max(Comparator.comparingDouble(i -> worth(i, sentences.get(i))))
                .map(sentences::get)
                .orElse("");
    }

    /** The first sentence under a heading mostly answers it, the asked kind of fact more so. */
    private double worth(int place, String sentence) {
        return asked.coverage(Plain.comparable(sentence))
                + (hasFact(sentence) ? 0.5 : 0)
                + (place == 0 ? 0.25 : 0);
    }

    private static String joined(List<String> sentences) {
        var text = new StringBuilder();
        for (var sentence : sentences) {
            boolean line = sentence.startsWith("· ") || sentence.matches("[0-9]+\\. (?s).*");
            text.append(line && !text.isEmpty() ? "\n" : "").append(sentence);
        }
        return text.toString();
    }

    private static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        List<String> header = List.of();
        for (var sentence : Sentences.of(text)) {
            var plain = sentence.strip();
            boolean row = plain.startsWith("| ");
            if (row && header.isEmpty()) {
                header = cells(plain);
            } else if (row) {
                sentences.add(row(header, cells(plain)));
            } else if (!plain.isEmpty()) {
                header = List.of();
                sentences.add(plain);
            }
        }
        return sentences;
    }

    private static List<String> cells(String row) {
        return List.of(row.substring(2, row.length() - 2).split(" \\| ", -1));
    }

    private static String row(List<String> header, List<String> cells) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            // A caption over all columns names none of them.
            boolean named =
                    i < header.size()
                            && !header.get(i).isBlank()
                            && header.indexOf(header.get(i)) == header.lastIndexOf(header.get(i));
            parts.add((named ? header.get(i) + "：" : "") + cells.get(i));
        }
        return String.join("，", parts) + "。";
    }
}
