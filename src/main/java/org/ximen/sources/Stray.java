package org.ximen.sources;

/** The way leads where we do not go; the message says why, for the editor. */
final class Stray extends Exception {
    private static final long serialVersionUID = 1;

    Stray(String why) {
        super(why);
    }
}
