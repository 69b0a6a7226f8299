package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ximen.text.WordLists;
import org.ximen.validity.Dates;
import org.ximen.validity.Force;
import org.ximen.validity.TermWords;

/**
 * Reads what a document says of itself, each with its words. Strict on purpose: what a text says of
 * another text must never be taken for its own.
 */
final class Facts {
    static final WordLists LABELS = WordLists.beside(Facts.class, "front-labels.properties");
    private static final String DAY = "(" + Dates.DAY + ")";
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:(?:文\\s*号|"
                            + LABELS.any("number")
                            + ")[：: 　]*)?[（(]?([\\p{IsHan}]{2,14}\\s*[〔\\[【（(]\\s*(?:19|20)\\d{2}"
                            + "\\s*[〕\\]】）)]\\s*(?:第\\s*)?\\d{1,5}\\s*号|[\\p{IsHan}]{2,20}令\\s*第?\\s*\\d{1,4}\\s*号)[）)]?"
                            + "(?:[\\s　]+签发人.*)?");
    private static final Pattern ISSUER =
            Pattern.compile(LABELS.any("issuer") + "[：: 　]+([^\\s　，。；]{3,40}).*");
    private static final Pattern ORGANISATION =
            Pattern.compile("[\\p{IsHan}、（）\\s]{2,40}(?:" + LABELS.any("organisation") + "|[^邮]局)");
    private static final Pattern PUBLISHED =
            Pattern.compile(
                    TermWords.any("issued-on") + TermWords.any("day") + "[：: 　]*" + DAY + ".*");
    private static final Pattern PRINTED = Pattern.compile(".{0,60}?" + DAY + "\\s*印发");
    private static final Pattern SIGNED = Pattern.compile(DAY);
    private static final Pattern HISTORY =
            Pattern.compile(
                    DAY
                            + "[^，,；;）)]{0,60}?("
                            + LABELS.any("enacted")
                            + "|"
                            + TermWords.any("amend")
                            + "|令第\\s*\\d+\\s*号)");
    private static final Pattern ABOLISHES = Pattern.compile(TermWords.any("abolish"));
    private static final Pattern TITLE = Pattern.compile("《([^《》]{2,80})》");
    private static final int HEAD = 30;
    private static final int TAIL = 12;

    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<String> lines;

    private Facts(List<String> lines) {
        this.lines = lines;
    }

    /**
     * What the text says of itself.
     *
     * @param lines of the text, headings among them, title not
     * @param named what the file says by name (PubDate, ContentSource)
     * @param rules whether it is a text of rules, in which 以上标准 are its own
     */
    static List<Fact> of(List<String> lines, Map<String, String> named, boolean rules) {
        var facts = new Facts(lines);
        facts.named(named);
        facts.head();
        facts.tail();
        facts.rules(rules);
        return List.copyOf(facts.facts.values());
    }

    private void named(Map<String, String> named) {
        var published = named.getOrDefault("PubDate", "");
        var day = Pattern.compile(DAY + ".*").matcher(published);
        if (day.matches()) {
            day(day, "published", "网页注明 PubDate：" + published);
        }
        var source = named.getOrDefault("ContentSource", "");
        if (ORGANISATION.matcher(source).matches()) {
            add("issuer", source, "网页注明 ContentSource：" + source);
        }
    }

    private void head() {
        for (var line : lines.subList(0, Math.min(HEAD, lines.size()))) {
            first(NUMBER, line, "number", number -> number.replaceAll("\\s", ""));
            first(ISSUER, line, "issuer", String::strip);
            dated(PUBLISHED, line);
        }
        for (var line : lines.subList(0, Math.min(3, lines.size()))) {
            history(line);
        }
    }

    /** （2011年2月23日…通过 2016年2月23日…修正）: when it was made, and when last amended. */
    private void history(String line) {
        if (!line.strip().matches("[（(].*")) {
            return;
        }
        var step = HISTORY.matcher(line);
        while (step.find()) {
            var amended = step.group(2).matches("修.*");
            var words = line.strip();
            if (amended) {
                facts.remove("amended");
            }
            day(step, amended ? "amended" : "published", words);
        }
    }

    /** The signature: who, and below it the day; and the line of the printer. */
    private void tail() {
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - TAIL); i--) {
            dated(PRINTED, lines.get(i));
            var signer = i == 0 ? "" : lines.get(i - 1);
            var day = SIGNED.matcher(lines.get(i));
            if (day.matches() && ORGANISATION.matcher(signer).matches()) {
                var words = signer + " " + lines.get(i);
                add("issuer", signer.replaceAll("[\\s　]+", ""), words);
                day(day, "published", words);
            }
        }
    }

    private void first(Pattern pattern, String line, String key, UnaryOperator<String> form) {
        var found = pattern.matcher(line.strip());
        if (found.matches()) {
            add(key, form.apply(found.group(1)), line);
        }
    }

    private void dated(Pattern pattern, String line) {
        var found = pattern.matcher(line.strip());
        if (found.matches()) {
            day(found, "published", line);
        }
    }

    /** A sentence that speaks of the force of this text. */
    private record Said(String sentence, OwnForce own) {}

    /** What is said surely counts more, wherever it stands. */
    private void rules(boolean parts) {
        var said = new ArrayList<Said>();
        for (var line : lines) {
            for (var sentence : Sentences.of(line)) {
                OwnForce.of(sentence.strip())
                        .filter(own -> parts || own.sure())
                        .ifPresent(own -> said.add(new Said(sentence.strip(), own)));
                abolished(sentence.strip());
            }
        }
        said.sort(Comparator.comparing(each -> !each.own().sure()));
        said.forEach(this::begins);
        said.forEach(this::ends);
    }

    private void begins(Said said) {
        var start = said.own().force().start();
        if (start != null) {
            start(start.value())
                    .ifPresent(day -> add("effective", day.toString(), said.sentence()));
        }
    }

    private void ends(Said said) {
        var end = said.own().force().end();
        if (end != null) {
            end(end.value()).ifPresent(day -> add("expires", day.toString(), said.sentence()));
        }
    }

    private Optional<LocalDate> start(Force.Start start) {
        return switch (start) {
            case Force.OnDay on -> Optional.of(on.day());
            case Force.AfterIssue issue -> date("published").map(day -> day.plus(issue.delay()));
        };
    }

    private Optional<LocalDate> end(Force.End end) {
        return switch (end) {
            case Force.OnDay on -> Optional.of(on.day());
            case Force.Lasting lasting -> date("effective").map(lasting::last);
        };
    }

    private Optional<LocalDate> date(String key) {
        return value(key).map(LocalDate::parse);
    }

    private void abolished(String sentence) {
        if (!ABOLISHES.matcher(sentence).find()) {
            return;
        }
        var titles = new ArrayList<String>();
        var title = TITLE.matcher(sentence);
        while (title.find()) {
            titles.add("《" + title.group(1) + "》");
        }
        if (!titles.isEmpty()) {
            add("supersedes", String.join("", titles), sentence);
        }
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(facts.get(key)).map(Fact::value);
    }

    private void day(Matcher found, String key, String words) {
        Dates.read(found.group(1)).ifPresent(day -> add(key, day.toString(), words));
    }

    private void add(String key, String value, String words) {
        facts.putIfAbsent(key, new Fact(key, value, words.strip()));
    }
}
