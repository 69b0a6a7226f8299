package org.ximen.knowledge;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.validity.Force;
import org.ximen.validity.Force.Phrase;
import org.ximen.validity.TermGrammar;
import org.ximen.validity.TermWords;

/**
 * What a sentence says of the force of the text that it stands in. What it says of another text
 * (《某条例》自…起施行, 居住证有效期…) is left out.
 *
 * @param sure it names this text (本办法, 自…起); else it speaks of what stands in it (以上标准)
 */
record OwnForce(Force force, boolean sure) {
    private static final Pattern NUMBERING =
            Pattern.compile(
                    "^(?:第[0-9〇零一二三四五六七八九十百千]{1,8}条[\\s　]*|[一二三四五六七八九十]+、|（.{1,3}）|\\d+[.、]|附则[\\s　]*)");
    // 本办法, 本试点方案; not 本市 or 本人.
    private static final Pattern THIS =
            Pattern.compile("(?:^|[，,；;：:）》\\s]|将)本(?![市区县省街镇人年月日单])\\p{IsHan}");
    private static final Pattern ISSUES =
            Pattern.compile(
                    "%1$s[^《]*《[^》]+》|《[^》]+》[^《》]*%1$s".formatted(TermWords.any("issuing")));
    private static final Pattern PART = Pattern.compile("[^《》，,；;证]{0,16}" + TermWords.any("part"));
    private static final Pattern JOINED =
            Pattern.compile("[，,、；;：:（(\\s]*" + TermWords.any("joined") + "?");
    private static final Pattern CONDITION = Pattern.compile("^" + TermWords.any("condition"));

    /** What the sentence says of its text; empty where that is nothing. */
    static Optional<OwnForce> of(String sentence) {
        var read = TermGrammar.read(sentence);
        var start = own(sentence, read.start(), read.end());
        var end = own(sentence, read.end(), read.start());
        if (start == null && end == null) {
            return Optional.empty();
        }
        var first = Objects.requireNonNull(start == null ? end : start);
        int from = end == null ? first.from() : Math.min(first.from(), end.from());
        boolean sure = isSure(before(sentence, from));
        return Optional.of(new OwnForce(new Force(start, end), sure));
    }

    /** Whether a sentence speaks of this very text. */
    static boolean isOwn(String sentence) {
        return THIS.matcher(rest(sentence)).find();
    }

    private static <T> @Nullable Phrase<T> own(
            String sentence, @Nullable Phrase<T> phrase, @Nullable Phrase<?> other) {
        if (phrase == null || CONDITION.matcher(sentence.substring(phrase.to())).find()) {
            return null;
        }
        int from =
                other != null && isJoined(sentence, other, phrase) ? other.from() : phrase.from();
        var before = before(sentence, from);
        return isSure(before) || PART.matcher(before).matches() ? phrase : null;
    }

    /** Whether what is said second is said of the same text. */
    private static boolean isJoined(String sentence, Phrase<?> first, Phrase<?> second) {
        if (first.to() > second.from()) {
            return false;
        }
        var between = sentence.substring(first.to(), second.from());
        return JOINED.matcher(between).matches() || THIS.matcher(between).find();
    }

    private static String before(String sentence, int from) {
        return rest(sentence.substring(0, from));
    }

    private static String rest(String sentence) {
        return NUMBERING.matcher(sentence.strip()).replaceFirst("").strip();
    }

    private static boolean isSure(String before) {
        var tail = before.substring(before.lastIndexOf('》') + 1);
        return before.isEmpty()
                || THIS.matcher(tail).find()
                || ISSUES.matcher(before).find() && tail.length() < 30;
    }
}
