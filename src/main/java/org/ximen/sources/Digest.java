package org.ximen.sources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.ximen.knowledge.Article;
import org.ximen.text.WordLists;

/** Tells by SHA-256 whether something is as it was. */
final class Digest {
    static final WordLists CHROME = WordLists.beside(Digest.class, "page-chrome.properties");
    // What changes with every look at a page and means nothing.
    private static final Pattern FICKLE =
            Pattern.compile(
                    "(?m)%s(?:%s\\s*[：:]?|\\s*[：:])\\s*\\d+\\s*次?|^.{0,4}%s[：:]?.{0,120}$|\\s+"
                            .formatted(
                                    CHROME.any("looked"),
                                    CHROME.any("count"),
                                    CHROME.any("beside")));

    private Digest() {}

    /** Of the words that a reader cares for. */
    static String of(Article article) {
        return of(FICKLE.matcher(article.title() + "\n" + article.text()).replaceAll(""));
    }

    /** Of what is said about the article. */
    static String ofHead(Article article) {
        return of(article.markdown().split("\n---\n", 2)[0]);
    }

    static String of(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
