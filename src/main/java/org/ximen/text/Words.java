package org.ximen.text;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Chinese text cut into the words of a large general dictionary. */
public final class Words {
    private static final BreakIterator CHINESE = BreakIterator.getWordInstance(Locale.CHINESE);

    private Words() {}

    /** The text in pieces, nothing left out. */
    public static List<String> of(String text) {
        var cuts = CHINESE.clone();
        cuts.setText(text);
        var words = new ArrayList<String>();
        for (int from = 0, to = cuts.next(); to != BreakIterator.DONE; to = cuts.next()) {
            words.add(text.substring(from, to));
            from = to;
        }
        return words;
    }
}
