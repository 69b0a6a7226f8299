package org.ximen.deliberation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Plain;

/**
 * What a deliberation says; frozen once the vote begins.
 *
 * @param title one line, at most 40 characters
 * @param body what is to be decided and why, at most 1500 characters
 * @param area code or name; null for the whole street
 * @param options what can be chosen, each at most 60 characters, at most 8; may be empty until the
 *     vote
 */
public record DeliberationText(
        String title, String body, @Nullable String area, List<String> options) {
    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_BODY = 1500;
    private static final int LONGEST_OPTION = 60;
    private static final int MOST_OPTIONS = 8;

    /** Checks all of it. */
    public DeliberationText {
        title = line("议题", title, LONGEST_TITLE);
        body = text("要商量什么", body, LONGEST_BODY);
        area = area == null || area.isBlank() ? null : area.strip();
        options =
                options.stream()
                        .filter(option -> !option.isBlank())
                        .map(option -> line("每个选项", option, LONGEST_OPTION))
                        .toList();
        checkOptions(options);
    }

    private static void checkOptions(List<String> options) {
        if (options.size() > MOST_OPTIONS) {
            throw invalid("选项最多 " + MOST_OPTIONS + " 个，请合并几个。");
        }
        if (options.stream().distinct().count() < options.size()) {
            throw invalid("有两个选项一样，请改一个。");
        }
    }

    private static String line(String what, String typed, int most) {
        return text(what, typed, most).replaceAll("\\s+", " ");
    }

    /** Words that were typed, which must be there. */
    static String text(String what, String typed, int most) {
        var text = Plain.visible(typed);
        if (text.isEmpty() || text.length() > most) {
            throw invalid("请写明" + what + "，最多 " + most + " 个字。");
        }
        return text;
    }

    private static StaffRefused invalid(String message) {
        return new StaffRefused(StaffRefused.Reason.INVALID, message);
    }
}
