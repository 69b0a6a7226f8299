package org.ximen.knowledge;

/**
 * Something that a file says of itself.
 *
 * @param key as in front matter: number, issuer, published, effective, expires, supersedes …
 * @param value as it would be written there
 * @param words where it was read from
 */
public record Fact(String key, String value, String words) {
    private static final int LONGEST = 120;

    public Fact {
        words = words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
