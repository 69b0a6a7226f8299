package org.ximen.knowledge;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ximen.text.Language;
import org.ximen.text.Plain;

/** The marks 〔1〕〔2〕 by which sentences cite passages. */
final class AnswerMarks {
    private static final Pattern OTHER_MARK = Pattern.compile("[\\[【]\\s*(\\d{1,2})\\s*[\\]】]");
    private static final Pattern MARK = Pattern.compile("〔(\\d{1,2})〕");
    private static final Pattern BEHIND_STOP =
            Pattern.compile("([。！？!?；;.]+)\\s*((?:〔\\d{1,2}〕\\s*)+)");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？!?])|\\n+");

    private AnswerMarks() {}

    /** The text with all marks in one form and before the stop of their sentence. */
    static String placed(String text) {
        var one = OTHER_MARK.matcher(Plain.visible(text)).replaceAll("〔$1〕");
        return BEHIND_STOP.matcher(one).replaceAll(m -> m.group(2).strip() + m.group(1)).strip();
    }

    /** The sentences, each with its marks; what holds no letter or digit is none. */
    static List<String> sentences(String text, Language language) {
        var all =
                language == Language.EN
                        ? Sentences.of(text, language)
                        : List.of(SENTENCE_END.split(text));
        return all.stream()
                .map(String::strip)
                .filter(each -> bare(each).codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    /** The numbers that a sentence cites. */
    static Set<Integer> in(String sentence) {
        return MARK.matcher(sentence)
                .results()
                .map(mark -> Integer.parseInt(mark.group(1)))
                .collect(Collectors.toSet());
    }

    /** The words alone. */
    static String bare(String text) {
        return MARK.matcher(text).replaceAll("");
    }
}
