package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Says what people ask in the words of the files: 电瓶车 is an 电动自行车 there. */
final class Synonyms {
    private static final int LONGEST = 12;

    private final Supplier<SynonymsFile> file;
    private volatile Read read;

    private record Read(SynonymsFile file, Map<String, List<String>> words) {}

    /**
     * A question in the words of the files.
     *
     * @param meant with the nearest of the written words in place of each said one
     * @param searched as it was asked, followed by all the written words
     */
    record Said(String meant, String searched) {}

    Synonyms(Supplier<SynonymsFile> file) {
        this.file = file;
        this.read = read(file.get());
    }

    private static Read read(SynonymsFile file) {
        return new Read(file, file.said());
    }

    Said of(String text) {
        var words = words();
        var meant = new StringBuilder();
        var written = new ArrayList<String>(List.of(text));
        for (int at = 0; at < text.length(); ) {
            var said = longest(words, text, at);
            var instead = words.getOrDefault(said, List.of(said));
            meant.append(instead.getFirst());
            instead.stream().filter(word -> !text.contains(word)).forEach(written::add);
            at += said.length();
        }
        return new Said(meant.toString(), String.join(" ", written));
    }

    private Map<String, List<String>> words() {
        var now = file.get();
        if (read.file() != now) { // the file was edited
            read = read(now);
        }
        return read.words();
    }

    /** The longest said word that begins here; one character if none does. */
    private static String longest(Map<String, List<String>> words, String text, int at) {
        for (int length = Math.min(LONGEST, text.length() - at); length > 1; length--) {
            var part = text.substring(at, at + length);
            if (words.containsKey(part)) {
                return part;
            }
        }
        return text.substring(at, at + 1);
    }
}
