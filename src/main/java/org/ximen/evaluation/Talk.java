package org.ximen.evaluation;

import java.io.PrintStream;
import java.nio.file.Path;
import org.ximen.understanding.Situation;

/** The measurements of understanding: what a message is for, what a report is about. */
final class Talk {
    private final Instruments instruments;
    private final PrintStream figures;
    private final PrintStream progress;

    Talk(Instruments instruments, PrintStream figures, PrintStream progress) {
        this.instruments = instruments;
        this.figures = figures;
        this.progress = progress;
    }

    void intents(Path test) {
        var lines = Line.of(test);
        var reader = instruments.reader().get();
        var intents = new Intents(lines, words -> Wish.of(reader.read(words, Situation.IDLE)));
        progress.println(intents.details());
        figures.println(intents.figures());
    }

    void categories(Path test) {
        var lines = Line.of(test);
        var categories = new Categories(lines, instruments.intake().get()::read);
        progress.println(categories.details());
        figures.println(categories.figures());
    }

    void duplicates(Path test) {
        var lines = Line.of(test);
        var reports = instruments.reports().get();
        figures.println(new Duplicates(lines, reports::read).figures());
    }
}
