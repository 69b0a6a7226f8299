package org.ximen.documents;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** Which styles of a Word file are headings: 1 is the title, 0 is none. */
final class Styles implements Xml.Listener {
    private static final int DEEPEST = 6;

    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private String style = "";

    /** The level of a heading in this style, or 0. */
    int level(String id) {
        return levels.getOrDefault(id, 0);
    }

    /** The list that this style numbers its paragraphs by, or nothing. */
    String list(String id) {
        return numbers.getOrDefault(id, "");
    }

    @Override
    public void open(String name, XMLStreamReader element) {
        switch (name) {
            case "style" -> style = Xml.value(element, "styleId");
            case "name" -> named(Xml.value(element, "val").toLowerCase(Locale.ROOT));
            case "outlineLvl" -> outline(Xml.value(element, "val"));
            case "numId" -> numbers.put(style, Xml.value(element, "val"));
            default -> {}
        }
    }

    private void named(String name) {
        if (name.equals("title") || name.equals("标题")) {
            levels.put(style, 1);
        } else if (name.matches("(?:heading|标题) ?[1-9]")) {
            put(name.charAt(name.length() - 1) - '0');
        }
    }

    private void outline(String level) {
        if (level.matches("[0-8]") && !levels.containsKey(style)) {
            put(level.charAt(0) - '0' + 1);
        }
    }

    private void put(int level) {
        levels.put(style, Math.min(DEEPEST, level + 1));
    }

    @Override
    public void close(String name) {
        if (name.equals("style")) {
            style = "";
        }
    }

    @Override
    public void text(String text) {}
}
