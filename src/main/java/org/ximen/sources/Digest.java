package org.ximen.sources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.ximen.knowledge.Article;

/** Tells by SHA-256 whether something is as it was. */
final class Digest {
    // What changes with every look at a page and means nothing.
    private static final Pattern FICKLE =
            Pattern.compile(
                    "(?m)(?:浏览|阅读|点击|访问|查看)(?:(?:次数|人数|量|数)\\s*[：:]?|\\s*[：:])\\s*\\d+\\s*次?"
                            + "|^.{0,4}(?:上一篇|下一篇|上一条|下一条|相关链接|当前时间|今天是)[：:]?.{0,120}$|\\s+");

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
