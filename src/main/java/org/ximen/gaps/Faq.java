package org.ximen.gaps;

import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Plain;

/**
 * What an editor writes to close a gap.
 *
 * @param question the title, up to 100 characters; a question mark is added where it has none
 * @param answer up to 3000 characters
 * @param source where the editor has it from: a document or a web address, or null
 * @param effective first day it counts; null means today
 * @param expires last day it counts; null means no end
 */
public record Faq(
        String question,
        String answer,
        @Nullable String source,
        @Nullable LocalDate effective,
        @Nullable LocalDate expires) {
    private static final int LONGEST_QUESTION = 100;
    private static final int LONGEST_ANSWER = 3000;
    private static final int LONGEST_SOURCE = 300;

    /**
     * @throws StaffRefused if something is missing, too long or the wrong way round
     */
    public Faq {
        question = asking(checked("问题", question, LONGEST_QUESTION).replaceAll("\\s+", " "));
        answer = checked("答复", answer, LONGEST_ANSWER);
        source =
                source == null || source.isBlank()
                        ? null
                        : checked("来源", source, LONGEST_SOURCE).replaceAll("\\s+", " ");
        if (effective != null && expires != null && expires.isBefore(effective)) {
            throw new StaffRefused(INVALID, "失效日期不能早于生效日期。");
        }
    }

    private static String checked(String name, String value, int longest) {
        var words = Plain.visible(value);
        if (words.isEmpty()) {
            throw new StaffRefused(INVALID, "请填写" + name + "。");
        }
        if (words.length() > longest) {
            throw new StaffRefused(
                    INVALID, name + "最多 " + longest + " 个字，现在有 " + words.length() + " 个。");
        }
        return words;
    }

    private static String asking(String words) {
        return words.matches(".*[?？]") ? words.replaceFirst("[?？]+$", "？") : words + "？";
    }
}
