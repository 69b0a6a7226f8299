package org.ximen.testing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Location;

/** How the people of a transcript talk with the product. */
interface Talk extends AutoCloseable {
    /**
     * What somebody reads.
     *
     * @param words without the kind, where a channel shows none
     * @param labels of the buttons and keys
     * @param sources all that is shown of them
     * @param picture whether there is one to be seen
     */
    record Said(String words, Set<String> labels, String sources, boolean picture) {}

    /** The product behind it. */
    Street street();

    /**
     * A person says or does something; returns what they read in answer, the same message again
     * having changed nothing.
     *
     * @param label of a button to press
     */
    List<Said> say(
            String who,
            @Nullable String words,
            @Nullable String label,
            @Nullable Location location,
            boolean photo);

    /** What was said unasked so far, to anybody, oldest first. */
    List<Said> heard();

    /** Starts the product again. */
    void restart();

    /** How an expectation reads on this channel. */
    String expected(String pattern);

    @Override
    void close();
}
