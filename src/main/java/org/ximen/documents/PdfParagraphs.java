package org.ximen.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts lines of pages together to paragraphs; page numbers and running heads go. */
final class PdfParagraphs {
    // Also what a browser prints around a page: the day above, the address below.
    private static final Pattern PAGE_NUMBER =
            Pattern.compile(
                    "[-—–－ ]*\\d{1,4}[-—–－ ]*|第\\s*\\d+\\s*页.*|\\d+\\s*/\\s*\\d+"
                            + "|\\d{1,4}/\\d{1,2}/\\d{1,4}[, ].*|(?:https?|file)://.*");
    private static final Pattern BEGINS =
            Pattern.compile(
                    "(?:第[一二三四五六七八九十百零〇\\d]{1,6}[编章节条][\\s　]|[一二三四五六七八九十]{1,3}、"
                            + "|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[.、．](?!\\d)|[问答][：:]|[·•●■]).*");
    private static final int RUNNING = 3;
    // In letters of the line.
    private static final float RAGGED = 2.2f;
    private static final float INDENT = 1.2f;
    private static final float LARGE = 1.2f;
    private static final int LONGEST_TITLE = 60;

    private PdfParagraphs() {}

    static List<String> of(List<PdfLine> all) {
        var lines = withoutMargins(all);
        var paragraphs = new ArrayList<String>();
        PdfLine before = null;
        var edges = Edges.of(lines);
        for (var line : lines) {
            if (before != null
                    && (goesOn(before, line, edges) || large(before, line, edges.size()))) {
                paragraphs.addLast(TextFile.joined(paragraphs.removeLast(), line.text()));
            } else {
                paragraphs.add(line.text().strip());
            }
            before = line;
        }
        return paragraphs;
    }

    /** Where lines begin and end, and how large most letters are. */
    private record Edges(float left, float right, float size) {
        static Edges of(List<PdfLine> lines) {
            var left = lines.stream().map(PdfLine::left).min(Float::compare).orElse(0f);
            var right = lines.stream().map(PdfLine::right).max(Float::compare).orElse(0f);
            var sizes = lines.stream().map(PdfLine::size).sorted().toList();
            return new Edges(left, right, sizes.isEmpty() ? 0 : sizes.get(sizes.size() / 2));
        }
    }

    /** A full line is followed by more of the same, unless that is moved in or numbered. */
    private static boolean goesOn(PdfLine before, PdfLine line, Edges edges) {
        boolean full = before.right() >= edges.right() - RAGGED * before.size();
        boolean flush = line.left() <= edges.left() + INDENT * line.size();
        boolean same = Math.abs(before.size() - line.size()) < 1;
        boolean centred = before.left() > edges.left() + RAGGED * 2 * before.size();
        return full && flush && same && !centred && !BEGINS.matcher(line.text()).matches();
    }

    /** A title in large letters may need several lines. */
    private static boolean large(PdfLine before, PdfLine line, float usual) {
        return before.page() == line.page()
                && Math.abs(before.size() - line.size()) < 1
                && line.size() > usual * LARGE
                && before.text().length() + line.text().length() <= LONGEST_TITLE
                && !before.text().endsWith("文件")
                && !BEGINS.matcher(line.text()).matches();
    }

    private static List<PdfLine> withoutMargins(List<PdfLine> lines) {
        var margins = margins(lines);
        var running = running(lines, margins);
        return lines.stream()
                .filter(line ->
                        !margins.contains(line)
                                || !PAGE_NUMBER.matcher(line.text().strip()).matches()
                                        && !running.contains(shape(line)))
                .toList();
    }

    /** The first and the last line of every page. */
    private static Set<PdfLine> margins(List<PdfLine> lines) {
        var margins = new HashSet<PdfLine>();
        for (int i = 0; i < lines.size(); i++) {
            boolean first = i == 0 || lines.get(i - 1).page() != lines.get(i).page();
            boolean last = i == lines.size() - 1 || lines.get(i + 1).page() != lines.get(i).page();
            if (first || last) {
                margins.add(lines.get(i));
            }
        }
        return margins;
    }

    private static Set<String> running(List<PdfLine> lines, Set<PdfLine> margins) {
        Map<String, Set<Integer>> pages = new HashMap<>();
        for (var line : lines) {
            if (margins.contains(line)) {
                pages.computeIfAbsent(shape(line), s -> new HashSet<>()).add(line.page());
            }
        }
        pages.values().removeIf(on -> on.size() < RUNNING);
        return pages.keySet();
    }

    private static String shape(PdfLine line) {
        return line.text().replaceAll("[\\d\\s]+", "");
    }
}
