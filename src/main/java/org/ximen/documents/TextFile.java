package org.ximen.documents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ximen.documents.Part.Paragraph;
import org.ximen.text.Plain;

/** Plain text: one line is one paragraph, unless lines were broken at a fixed width. */
final class TextFile {
    private static final Pattern RAGGED = Pattern.compile(".*[\\p{IsHan}，、]");
    // What the last line of a paragraph may end with.
    private static final Pattern ENDS = Pattern.compile(".*[。！？；：!?;:」』”）)》]");
    private static final Pattern INDENTED = Pattern.compile("[ \\t\\u3000]{2,}.*|\\u3000.*");
    private static final int NARROWEST = 20;
    private static final int LONGEST_TITLE = 60;

    private TextFile() {}

    static Document read(byte[] bytes, Budget budget) {
        var decoded = Decoded.of(bytes);
        var cleaned = new ArrayList<String>();
        if (!decoded.charset().equals(StandardCharsets.UTF_8)) {
            cleaned.add("文字是 " + decoded.charset().name() + " 编码，已转换");
        }
        var paragraphs = paragraphs(lines(decoded.text(), cleaned));
        paragraphs.forEach(text -> budget.take(text.length()));
        return titled(paragraphs, cleaned);
    }

    /** A document whose title, where it has one, stands in its first lines. */
    static Document titled(List<String> paragraphs, List<String> cleaned) {
        var rest = new ArrayList<>(paragraphs);
        int place = Titles.place(paragraphs);
        var title = place < 0 ? null : rest.remove(place);
        List<Part> parts = rest.stream().<Part>map(Paragraph::new).toList();
        return new Document(title, Outline.of(parts), Map.of(), Outline.asks(parts), cleaned);
    }

    private static List<String> lines(String text, List<String> cleaned) {
        var visible = Plain.visible(text.replace('\f', '\n'));
        if (visible.codePoints().count() + 2
                < text.strip().codePoints().filter(c -> c != '\r').count()) {
            cleaned.add("去掉了看不见的字符");
        }
        return visible.lines().toList();
    }

    /** Lines put together where they were broken only because the page was narrow. */
    static List<String> paragraphs(List<String> lines) {
        int width = lines.stream().mapToInt(line -> line.strip().length()).max().orElse(0);
        boolean wrapped = wrapped(lines, width);
        var paragraphs = new ArrayList<String>();
        var before = "";
        for (var line : lines) {
            boolean goesOn = wrapped && goesOn(before, line, width);
            if (goesOn) {
                paragraphs.addLast(joined(paragraphs.removeLast(), line.strip()));
            } else if (!line.isBlank()) {
                paragraphs.add(line.strip());
            }
            before = line;
        }
        return paragraphs;
    }

    private static boolean wrapped(List<String> lines, int width) {
        return width >= NARROWEST
                && width <= LONGEST_TITLE
                && lines.stream().filter(line -> goesOn(line, "字", width)).count() * 4
                        > lines.size();
    }

    private static boolean goesOn(String before, String line, int width) {
        var end = before.strip();
        return !line.isBlank()
                && !INDENTED.matcher(line).matches()
                && end.length() * 10 >= width * 9
                && (RAGGED.matcher(end).matches() || !ENDS.matcher(end).matches());
    }

    /** Chinese joins without a blank, words of letters with one. */
    static String joined(String before, String after) {
        boolean latin = before.charAt(before.length() - 1) < '\u2e80' && after.charAt(0) < '\u2e80';
        return before + (latin ? " " : "") + after;
    }
}
