package org.ximen.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ximen.documents.Document;
import org.ximen.text.WordLists;

/** Which kind a document is and how it is called, where nobody says it. */
final class Naming {
    private static final Map<String, String> FOLDERS =
            Map.of(
                    "faq", "FAQ",
                    "guides", "GUIDE",
                    "meetings", "MEETING_NOTICE",
                    "policies", "POLICY",
                    "notices", "NOTICE");
    private static final String FOLDER = "文件夹 ";
    private static final Pattern RULE = Pattern.compile("规\\p{IsHan}{0,2}\\s*[〔\\[【（(]");
    private static final WordLists ENDINGS =
            WordLists.beside(Document.class, "title-endings.properties");
    private static final Map<String, Pattern> TITLES = titles();

    private Naming() {}

    private static Map<String, Pattern> titles() {
        var titles = new LinkedHashMap<String, Pattern>();
        titles.put("MEETING_NOTICE", Pattern.compile(ENDINGS.any("meeting")));
        titles.put("FAQ", Pattern.compile(ENDINGS.any("faq")));
        titles.put("GUIDE", Pattern.compile(ENDINGS.any("guide", "guide.words")));
        titles.put(
                "POLICY",
                Pattern.compile(ENDINGS.any("policy", "policy.short") + "(?:》?的通知)?(?:[（(].*)?$"));
        titles.put("NOTICE", Pattern.compile(ENDINGS.any("notice")));
        return titles;
    }

    static List<Fact> facts(String id, Document document) {
        var title = title(id, document);
        return List.of(title, kind(id, title.value(), document.questions()));
    }

    /** A number with 规 is one of a rule, whatever its letter is called; a folder counts more. */
    static void numbered(List<Fact> facts) {
        facts.stream()
                .filter(fact -> fact.key().equals("number"))
                .filter(fact -> RULE.matcher(fact.value()).find())
                .findFirst()
                .ifPresent(number ->
                        facts.replaceAll(fact ->
                                fact.key().equals("kind") && !fact.words().startsWith(FOLDER)
                                        ? new Fact("kind", "POLICY", number.words())
                                        : fact));
    }

    private static Fact title(String id, Document document) {
        var named = document.title();
        if (named != null && !named.isBlank()) {
            return new Fact("title", named, named);
        }
        var file = id.substring(id.lastIndexOf('/') + 1);
        return new Fact("title", file.replaceFirst("\\.[^.]+$", ""), "文件名 " + file);
    }

    private static Fact kind(String id, String title, boolean questions) {
        if (questions) {
            return new Fact("kind", "FAQ", "里面是问和答");
        }
        var folder = id.contains("/") ? id.substring(0, id.indexOf('/')) : "";
        var named = FOLDERS.get(folder.toLowerCase(Locale.ROOT));
        if (named != null) {
            return new Fact("kind", named, FOLDER + folder);
        }
        return TITLES.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(title).find())
                .findFirst()
                .map(entry -> new Fact("kind", entry.getKey(), "标题 " + title))
                .orElseGet(() -> new Fact("kind", "GUIDE", "看不出种类，先按办事指南收"));
    }
}
