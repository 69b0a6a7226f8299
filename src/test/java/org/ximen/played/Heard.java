package org.ximen.played;

import java.util.List;

/**
 * One message that a follower got.
 *
 * @param turn grows with every message to anybody
 * @param kind {@code text}, {@code msgmenu}, {@code image} or {@code template}
 * @param lines what can be tapped, by id and words
 */
public record Heard(long turn, String kind, String text, List<Line> lines) {
    /** A line of a menu message. */
    public record Line(String id, String words) {
        /** Its words without the number. */
        public String label() {
            return words.replaceFirst("^\\d+\\. ", "");
        }
    }

    public Heard {
        lines = List.copyOf(lines);
    }

    /** The words of the lines without their numbers. */
    public List<String> labels() {
        return lines.stream().map(Line::label).toList();
    }

    /** All that is shown. */
    public String shown() {
        return text + "\n" + String.join("\n", lines.stream().map(Line::words).toList());
    }
}
