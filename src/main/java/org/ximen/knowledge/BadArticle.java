package org.ximen.knowledge;

import org.ximen.settings.YamlMistake;

/** An article cannot be used; the message says in which line and what to change. */
public final class BadArticle extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the line of the text, counted from 1, where the trouble is. */
    public BadArticle(int line, String problem) {
        super("第 " + line + " 行：" + problem);
    }

    /** It is no YAML. */
    BadArticle(YamlMistake mistake) {
        super(mistake.shown());
    }

    /** The trouble is in the file beside the article. */
    BadArticle(String file, BadArticle trouble) {
        super(file + " " + trouble.getMessage(), trouble);
    }

    /** The trouble is the file as a whole. */
    public BadArticle(String problem) {
        super(problem);
    }
}
