package org.ximen.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ximen.documents.Part.Heading;
import org.ximen.documents.Part.Paragraph;

/** Finds the headings of a document that marks none: 编, 章, 节, 一、（一）1. and 问：…答：… */
final class Outline {
    private static final String NUMBER = "[一二三四五六七八九十百零〇\\d]{1,6}";
    private static final List<Pattern> RANKS =
            List.of(
                    Pattern.compile("第" + NUMBER + "编(?=[\\s　]|$).*"),
                    Pattern.compile("第" + NUMBER + "章(?=[\\s　]|$).*|附[ 　]*则"),
                    Pattern.compile("第" + NUMBER + "节(?=[\\s　]|$).*"),
                    Pattern.compile("[一二三四五六七八九十]{1,3}[、．.].+"),
                    Pattern.compile("[（(][一二三四五六七八九十]{1,3}[）)].+"),
                    Pattern.compile("\\d{1,2}[、．.](?!\\d).+"));
    private static final Pattern CLAUSE = Pattern.compile("第" + NUMBER + "条[\\s　].*");
    private static final Pattern QUESTION = Pattern.compile("(?:问|Q)[：:][ 　]*(.{2,200})");
    private static final Pattern ANSWER = Pattern.compile("(?:答|A)[：:][ 　]*(.+)");
    // What is longer or ends like a sentence says something of its own.
    private static final int LONGEST = 40;
    private static final Pattern SENTENCE = Pattern.compile(".*[。；;：:，,！!]");
    private static final int OF_A_LAW = 3;
    private static final int SURE = 4;
    private static final int DEEPEST = 6;

    private Outline() {}

    /** The same words with headings; below those that are marked only the surest are found. */
    static List<Part> of(List<Part> parts) {
        boolean marked = parts.stream().anyMatch(Heading.class::isInstance);
        return !marked && asks(parts) ? parts.stream().map(Outline::asked).toList() : ranked(parts);
    }

    /** Whether these parts are questions and answers. */
    static boolean asks(List<Part> parts) {
        return parts.stream().anyMatch(part -> matches(QUESTION, part))
                && parts.stream().anyMatch(part -> matches(ANSWER, part));
    }

    private static boolean matches(Pattern pattern, Part part) {
        return part instanceof Paragraph(var text) && pattern.matcher(text).matches();
    }

    private static Part asked(Part part) {
        if (!(part instanceof Paragraph(var text))) {
            return part;
        }
        var question = QUESTION.matcher(text);
        if (question.matches()) {
            return new Heading(2, question.group(1));
        }
        var answer = ANSWER.matcher(text);
        return answer.matches() ? new Paragraph(answer.group(1)) : part;
    }

    private static List<Part> ranked(List<Part> parts) {
        int above = parts.stream().mapToInt(Outline::level).max().orElse(0);
        int kinds = kinds(parts, above > 0);
        var used = parts.stream().map(part -> rank(part, kinds)).filter(r -> r >= 0).distinct();
        var ranks = used.sorted().toList();
        var result = new ArrayList<Part>();
        for (var part : parts) {
            int place = ranks.indexOf(rank(part, kinds));
            int level = Math.max(1, above) + 1 + place; // 1 is the title
            boolean heading = place >= 0 && level <= DEEPEST;
            result.add(heading ? new Heading(level, part.text()) : part);
        }
        return result;
    }

    private static int level(Part part) {
        return part instanceof Heading heading ? heading.level() : 0;
    }

    /** How many of {@link #RANKS} are headings here: in a law （一） and 1. are items of a 条. */
    private static int kinds(List<Part> parts, boolean marked) {
        if (parts.stream().anyMatch(part -> matches(CLAUSE, part))) {
            return OF_A_LAW;
        }
        return marked ? SURE : RANKS.size();
    }

    /** Which of {@link #RANKS} a part is a heading of, or -1. */
    private static int rank(Part part, int kinds) {
        if (!(part instanceof Paragraph(var text))
                || text.length() > LONGEST
                || SENTENCE.matcher(text).matches()) {
            return -1;
        }
        for (int rank = 0; rank < kinds; rank++) {
            if (RANKS.get(rank).matcher(text).matches()) {
                return rank;
            }
        }
        return -1;
    }
}
