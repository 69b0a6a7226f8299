package org.ximen.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resident of the sample street reports.
 *
 * @param category code
 * @param urgent whether it cannot wait
 * @param spot where exactly, such as 弄堂口
 * @param scene what a photo of it shows; null for none
 * @param done what was done about it in the end
 */
record Report(
        String category,
        boolean urgent,
        String spot,
        @Nullable Scene scene,
        String words,
        String done) {
    private static final String URGENT = "!";

    static List<Report> all() {
        return Lines.of("reports.txt").stream().map(Report::read).toList();
    }

    private static Report read(String line) {
        var parts = line.split("\\|", 5);
        return new Report(
                parts[0].replace(URGENT, ""),
                parts[0].endsWith(URGENT),
                parts[1],
                parts[2].equals("-") ? null : Scene.valueOf(parts[2]),
                parts[3],
                parts[4]);
    }
}
