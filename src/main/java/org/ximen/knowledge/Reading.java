package org.ximen.knowledge;

import java.util.Set;
import java.util.regex.Pattern;
import org.ximen.text.Plain;

/** A passage as questions look at it; what no question changes is found out once. */
final class Reading {
    // 上海市…规定, 黄浦区…办法: made for this very place.
    private static final Pattern LOCAL = Pattern.compile("^.{2,4}" + Facts.LABELS.any("made-for"));

    private final Passage passage;
    private final String head;
    private final String text;
    private final int[] ends;
    private final boolean local;
    // Which kinds of fact are known to be in the text or not, and below that which are.
    private volatile long facts;

    Reading(Passage passage) {
        this.passage = passage;
        this.head = Plain.comparable(passage.title() + " " + passage.heading());
        this.text = Plain.comparable(passage.text());
        this.ends = Sentences.ends(text);
        this.local = LOCAL.matcher(passage.title()).find();
    }

    Passage passage() {
        return passage;
    }

    /** Its title and headings, made comparable. */
    String head() {
        return head;
    }

    /** Its words, made comparable. */
    String text() {
        return text;
    }

    /** Whether its title, its headings or its text has something like this. */
    boolean holds(Pattern words) {
        return words.matcher(text).find() || words.matcher(head).find();
    }

    /** Where each sentence of the text ends and the next begins. */
    int[] ends() {
        return ends;
    }

    /** Whether it is a rule made for this very place. */
    boolean local() {
        return local;
    }

    /** Whether the text has every one of these kinds of fact. */
    boolean answers(Set<Asked> kinds) {
        for (var kind : kinds) {
            if (!answers(kind)) {
                return false;
            }
        }
        return true;
    }

    private boolean answers(Asked kind) {
        long held = 1L << kind.ordinal();
        long known = held << Integer.SIZE;
        long now = facts;
        if ((now & known) == 0) {
            now |= known | (kind.answeredBy(text) ? held : 0);
            facts = now; // what another thread just wrote may be lost: it is found out again
        }
        return (now & held) != 0;
    }
}
