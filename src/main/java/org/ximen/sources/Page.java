package org.ximen.sources;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A page that a list named, as the last check left it.
 *
 * @param source in whose list it stands
 * @param label the words of its link
 * @param result of the last check, null if there was none
 * @param missing checks running in which the site said that it has no such page
 * @param expired its article was ended for that
 * @param version of its article, 0 if there is none yet
 */
record Page(
        String source,
        HttpUrl address,
        String label,
        @Nullable Result result,
        int missing,
        boolean expired,
        int version,
        Content content,
        Marks marks) {
    // One miss may be a bad hour of the site; the next check is a round later.
    private static final int MISSES = 2;

    private static final int SHORT = 16;

    /**
     * What its article was made of, each by its SHA-256.
     *
     * @param words of the article, without counters and the like
     * @param head of the article: kind, dates and the like
     * @param given what the street says of it
     */
    record Content(@Nullable String words, @Nullable String head, @Nullable String given) {}

    /** By which the table knows it. */
    String id() {
        return id(address);
    }

    static String id(HttpUrl address) {
        return Digest.of(address.toString());
    }

    /** Id of its article; each version is an article of its own. */
    String article(int number) {
        return "web/" + id().substring(0, SHORT) + (number > 1 ? "-" + number : "");
    }

    /** Its article, if there is one. */
    @Nullable String article() {
        return version == 0 ? null : article(version);
    }

    /** What to ask with: without marks the site must show all of it. */
    Marks marks(String given) {
        boolean settled = result != null && result.isGood() && given.equals(content.given());
        return settled ? marks : Marks.NONE;
    }

    Page same() {
        return new Page(source, address, label, Result.SAME, 0, false, version, content, marks);
    }

    Page read(Result how, int number, Content read, Marks seen) {
        return new Page(source, address, label, how, 0, false, number, read, seen);
    }

    /** The site says that it is not there. */
    Page missed() {
        boolean ends = version > 0 && missing + 1 >= MISSES;
        var how = ends && !expired ? Result.EXPIRED : Result.MISSING;
        return new Page(
                source, address, label, how, missing + 1, ends, version, content, Marks.NONE);
    }

    /** Nothing is known of it this time. */
    Page troubled(Result how) {
        return new Page(source, address, label, how, missing, expired, version, content, marks);
    }
}
