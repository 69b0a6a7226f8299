package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a document says of itself, each with its words. Strict on purpose: what a text says of
 * another text must never be taken for its own.
 */
final class Facts {
    private static final String DAY = "(" + Dates.DAY + ")";
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:(?:文\\s*号|发文字号|发文号)[：: 　]*)?[（(]?([\\p{IsHan}]{2,14}\\s*[〔\\[【（(]\\s*(?:19|20)\\d{2}"
                            + "\\s*[〕\\]】）)]\\s*(?:第\\s*)?\\d{1,5}\\s*号|[\\p{IsHan}]{2,20}令\\s*第?\\s*\\d{1,4}\\s*号)[）)]?"
                            + "(?:[\\s　]+签发人.*)?");
    private static final Pattern ISSUER =
            Pattern.compile("(?:发布机关|发布机构|发文机关|发文单位|制定机关|印发单位|发布单位)[：: 　]+([^\\s　，。；]{3,40}).*");
    private static final Pattern ORGANISATION =
            Pattern.compile(
                    "[\\p{IsHan}、（）\\s]{2,40}(?:人民政府|街道办事处|委员会|办公室|[^邮]局|厅|中心|法院|检察院|街道党工委|居民区党总支)");
    private static final Pattern PUBLISHED =
            Pattern.compile("(?:发布|印发|公布|成文|颁布)(?:日期|时间)[：: 　]*" + DAY + ".*");
    private static final Pattern PRINTED = Pattern.compile(".{0,60}?" + DAY + "\\s*印发");
    private static final Pattern SIGNED = Pattern.compile(DAY);
    private static final Pattern HISTORY =
            Pattern.compile("[（(].*" + DAY + "[^，,）)]{0,60}(?:通过|公布|发布|修正|修订|令第\\s*\\d+\\s*号).*");
    private static final Pattern OWN =
            Pattern.compile(
                    "^(?:第.{1,8}条[\\s　]*|[一二三四五六七八九十]+、|（.{1,3}）|\\d+[.、])?(?:自|本)"
                            + "|本(?:条例|办法|规定|细则|意见|通知|通告|公告|方案|决定|规则|标准|指南|规范|制度|法|文件)");
    private static final Pattern EFFECTIVE =
            Pattern.compile("自\\s*" + DAY + "\\s*起\\s*(?:正式|开始)?\\s*(?:施行|实施|执行|生效|试行|启用)");
    private static final Pattern AT_ONCE =
            Pattern.compile("自\\s*(?:公布|发布|印发|颁布)之日起\\s*(?:施行|实施|执行|生效|试行)");
    private static final Pattern UNTIL =
            Pattern.compile("有效期(?:限)?\\s*(?:截止)?\\s*(?:至|到|截至|截止到?|为至)\\s*" + DAY);
    private static final Pattern YEARS =
            Pattern.compile("有效期(?:限)?\\s*(?:为)?\\s*([0-9一二三四五六七八九十]{1,3})\\s*年");
    private static final Pattern ABOLISHES = Pattern.compile("同时废止|予以废止|即行废止|同时失效");
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
     * @param rules whether it is a text that comes into force and lapses
     */
    static List<Fact> of(List<String> lines, Map<String, String> named, boolean rules) {
        var facts = new Facts(lines);
        facts.named(named);
        facts.head();
        facts.tail();
        if (rules) {
            facts.rules();
        }
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
            dated(HISTORY, line);
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

    private void rules() {
        for (var line : lines) {
            for (var sentence : Sentences.of(line)) {
                if (OWN.matcher(sentence.strip()).find()) {
                    rule(sentence.strip());
                }
                abolished(sentence.strip());
            }
        }
    }

    private void rule(String sentence) {
        var since = EFFECTIVE.matcher(sentence);
        boolean starts = since.find();
        if (starts) {
            day(since, "effective", sentence);
        } else if (AT_ONCE.matcher(sentence).find()) {
            starts = true;
            value("published").ifPresent(day -> add("effective", day, sentence));
        }
        var until = UNTIL.matcher(sentence);
        if (until.find()) {
            day(until, "expires", sentence);
        }
        if (starts || sentence.startsWith("本")) {
            years(sentence);
        }
    }

    private void years(String sentence) {
        var years = YEARS.matcher(sentence);
        var since = value("effective");
        if (years.find() && since.isPresent()) {
            var end = LocalDate.parse(since.get()).plusYears(Dates.number(years.group(1)));
            add("expires", end.minusDays(1).toString(), sentence);
        }
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
