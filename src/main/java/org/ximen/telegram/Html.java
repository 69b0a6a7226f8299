package org.ximen.telegram;

/** Text inside Telegram's HTML (core.telegram.org/bots/api#html-style). */
final class Html {
    private Html() {}

    static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String link(String address, String words) {
        return "<a href=\"" + text(address).replace("\"", "&quot;") + "\">" + text(words) + "</a>";
    }
}
