package org.ximen.played;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;

/** Reads Telegram's HTML: words without marks, and the marks as entities in UTF-16 units. */
record Markup(String text, ArrayNode entities) {
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z-]+)((?:\\s+[a-z-]+(?:=\"[^\"]*\")?)*)\\s*>");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("b", "bold"),
                    Map.entry("strong", "bold"),
                    Map.entry("i", "italic"),
                    Map.entry("em", "italic"),
                    Map.entry("u", "underline"),
                    Map.entry("s", "strikethrough"),
                    Map.entry("code", "code"),
                    Map.entry("pre", "pre"),
                    Map.entry("a", "text_link"),
                    Map.entry("blockquote", "blockquote"),
                    Map.entry("tg-spoiler", "spoiler"));

    private record Open(String tag, int at, String attributes) {}

    static Markup plain(String text) {
        return new Markup(text, Arguments.JSON.createArrayNode());
    }

    static Markup html(String html) {
        var text = new StringBuilder();
        var entities = Arguments.JSON.createArrayNode();
        Deque<Open> open = new ArrayDeque<>();
        for (int i = 0; i < html.length(); ) {
            char c = html.charAt(i);
            if (c == '<') {
                var tag = TAG.matcher(html).region(i, html.length());
                if (!tag.lookingAt()) {
                    throw unparsable("Unexpected end tag or unclosed start tag", i);
                }
                mark(tag.group(1), tag.group(2), tag.group(3), text, entities, open, i);
                i = tag.end();
            } else if (c == '&') {
                int end = html.indexOf(';', i);
                text.append(end < 0 ? "&" : entity(html.substring(i, end + 1)));
                i = end < 0 ? i + 1 : end + 1;
            } else {
                text.append(c);
                i++;
            }
        }
        if (!open.isEmpty()) {
            throw unparsable(
                    "Can't find end tag corresponding to start tag \"" + open.pop().tag() + "\"",
                    html.length());
        }
        return new Markup(text.toString(), entities);
    }

    private static void mark(
            String slash,
            String tag,
            String attributes,
            StringBuilder text,
            ArrayNode entities,
            Deque<Open> open,
            int at) {
        if (!KINDS.containsKey(tag)) {
            throw unparsable("Unsupported start tag \"" + tag + "\"", at);
        }
        if (slash.isEmpty()) {
            open.push(new Open(tag, text.length(), attributes));
            return;
        }
        if (open.isEmpty() || !open.peek().tag().equals(tag)) {
            throw unparsable("Unmatched end tag", at);
        }
        var began = open.pop();
        var entity = entities.addObject();
        entity.put("type", String.valueOf(KINDS.get(tag)));
        entity.put("offset", began.at()).put("length", text.length() - began.at());
        var href = HREF.matcher(began.attributes());
        if (href.find()) {
            entity.put("url", href.group(1).replace("&amp;", "&"));
        }
    }

    private static String entity(String name) {
        return switch (name) {
            case "&lt;" -> "<";
            case "&gt;" -> ">";
            case "&amp;" -> "&";
            case "&quot;" -> "\"";
            default -> name;
        };
    }

    private static Refusal unparsable(String why, int at) {
        return Refusal.bad("can't parse entities: " + why + " at byte offset " + at);
    }
}
