package org.ximen.knowledge;

import java.util.List;
import org.ximen.knowledge.EnglishIndex.Text;

/**
 * An English passage as questions look at it.
 *
 * @param form how its heading is put
 * @param whole everything that its article says, and the questions that it answers
 */
record EnglishText(
        Article article,
        Passage passage,
        EnglishWords title,
        EnglishWords heading,
        EnglishWords body,
        EnglishForm form,
        EnglishWords whole) {

    static Text indexed(Article article, Passage passage) {
        var known = String.join("\n", article.questions());
        return new Text(passage.id(), passage.meaning(), known);
    }

    /** Its title, headings and words. */
    EnglishWords all() {
        return EnglishWords.of(List.of(title, heading, body));
    }
}
