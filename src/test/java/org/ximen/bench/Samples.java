package org.ximen.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The sample articles' sections, and text by the chain of their characters. */
final class Samples {
    // A step in so many goes anywhere, which makes pairs that no sample has.
    private static final int LEAP = 40;
    private static final int LONGEST = 60;

    private final List<Sample> sections = new ArrayList<>();
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final String all;

    record Sample(String title, String heading, String text) {}

    /**
     * @param folder of Markdown files with front matter
     */
    Samples(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                read(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.all = String.join("\n", sections.stream().map(Sample::text).toList());
        for (int i = 0; i + 2 < all.length(); i++) {
            places.computeIfAbsent(all.substring(i, i + 2), p -> new ArrayList<>()).add(i);
        }
    }

    private void read(String markdown) {
        var title = markdown.replaceFirst("(?s).*?\ntitle: ([^\n]*).*", "$1");
        for (var part : markdown.split("\n## ")) {
            var lines = part.split("\n", 2);
            if (!part.startsWith("---") && lines.length == 2 && lines[1].strip().length() > 40) {
                sections.add(new Sample(title, lines[0].strip(), lines[1].strip()));
            }
        }
    }

    List<Sample> sections() {
        return sections;
    }

    /** A clause or two that read like the samples. */
    String written(SplittableRandom random) {
        int at = random.nextInt(all.length() - 2);
        var text = new StringBuilder();
        while (text.length() < LONGEST) {
            char next = all.charAt(at + 2);
            if (next == '\n' || next == '。' && text.length() > 12) {
                break;
            }
            text.append(next);
            at = after(at + 1, random);
        }
        return text.toString();
    }

    private int after(int at, SplittableRandom random) {
        var same = places.get(all.substring(at, Math.min(at + 2, all.length())));
        return same == null || random.nextInt(LEAP) == 0
                ? random.nextInt(all.length() - 2)
                : same.get(random.nextInt(same.size()));
    }

    /** Any character, as often as it is written. */
    char any(SplittableRandom random) {
        while (true) {
            char one = all.charAt(random.nextInt(all.length()));
            if (Character.isIdeographic(one)) {
                return one;
            }
        }
    }
}
