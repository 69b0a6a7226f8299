package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ximen.validity.TermGrammar;
import org.ximen.validity.TermWords;

/** What a text whose title says so does to others: 废止, 延长有效期, 修改. */
final class OnOthers {
    private static final Pattern NAMED =
            Pattern.compile("《([^《》]{2,80})》\\s*(?:[（(]([^（）()《》]{4,30}号)[）)])?");
    private static final Pattern REPEALS = Pattern.compile(TermWords.any("repeal"));
    private static final Pattern EXTENDS =
            Pattern.compile(
                    "%1$s.*有效期|有效期.*%1$s|继续%2$s"
                            .formatted(TermWords.any("prolong"), TermWords.any("go-on")));
    private static final Pattern AMENDS = Pattern.compile(TermWords.any("amend"));
    // 关于修订印发《…》的通知 brings the new text itself.
    private static final Pattern BRINGS = Pattern.compile(TermWords.any("issuing.title"));
    private static final Pattern GROUND = Pattern.compile(TermWords.any("ground") + "[^《》，。；]*$");

    private final String title;
    private final List<String> sentences;

    private OnOthers(String title, List<String> lines) {
        this.title = title;
        this.sentences =
                lines.stream()
                        .flatMap(line -> Sentences.of(line).stream())
                        .map(String::strip)
                        .toList();
    }

    /**
     * What it does, as values of front matter with the words that say so.
     *
     * @param lines of its text, title not
     */
    static List<Fact> of(String title, List<String> lines) {
        var bare = NAMED.matcher(title).replaceAll("《》");
        boolean amends = AMENDS.matcher(bare).find() && !BRINGS.matcher(bare).find();
        var texts = new OnOthers(title, lines);
        if (!bare.contains("关于") && !bare.contains("《》")) {
            return List.of();
        }
        return Stream.of(
                        REPEALS.matcher(bare).find() ? texts.act("repeals", REPEALS) : none(),
                        EXTENDS.matcher(bare).find() ? texts.prolonged() : none(),
                        amends ? texts.act("amends", AMENDS) : none())
                .flatMap(facts -> facts)
                .toList();
    }

    private static Stream<Fact> none() {
        return Stream.of();
    }

    private Stream<Fact> act(String key, Pattern verb) {
        var names = names(verb);
        return names.isEmpty() ? none() : Stream.of(new Fact(key, String.join("", names), title));
    }

    private Stream<Fact> prolonged() {
        var until = sentences.stream().flatMap(sentence -> until(sentence).stream()).findFirst();
        return Stream.concat(act("extends", EXTENDS), until.stream());
    }

    private static Optional<Fact> until(String sentence) {
        return TermGrammar.extension(sentence)
                .map(end -> new Fact("extended", TermGrammar.written(end), sentence));
    }

    /** Those of the title; else those of the text that this verb, or a list below it, names. */
    private LinkedHashSet<String> names(Pattern verb) {
        var names = new LinkedHashSet<String>();
        var titled = named(title);
        if (!titled.isEmpty()) {
            titled.forEach(name -> names.add(withNumber(name)));
            return names;
        }
        for (var sentence : sentences) {
            boolean listed = sentence.matches("[（(]?[0-9一二三四五六七八九十]*[）)]?[.、．]?\\s*《.*");
            if (listed || verb.matcher(sentence).find()) {
                names.addAll(named(sentence));
            }
        }
        return names;
    }

    /** Every 《…》 with its number, those left out that are the ground of what is said. */
    private static List<String> named(String sentence) {
        var names = new ArrayList<String>();
        var found = NAMED.matcher(sentence);
        while (found.find()) {
            if (!GROUND.matcher(sentence.substring(0, found.start())).find()) {
                names.add(name(found.group(1), found.group(2)));
            }
        }
        return names;
    }

    private static String name(String title, String number) {
        return "《" + title + "》" + (number == null ? "" : "（" + number + "）");
    }

    /** The number may stand in the text alone. */
    private String withNumber(String name) {
        return name.endsWith("）")
                ? name
                : sentences.stream()
                        .flatMap(sentence -> named(sentence).stream())
                        .filter(other -> other.startsWith(name + "（"))
                        .findFirst()
                        .orElse(name);
    }
}
