package org.ximen.open311;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Danger;
import org.ximen.cases.GridCase;
import org.ximen.cases.PublicCases;
import org.ximen.cases.StaffReading;

/** What whoever reports has to know of what became of it. */
final class FilingNotice {
    private final PublicCases cases;

    FilingNotice(PublicCases cases) {
        this.cases = cases;
    }

    /**
     * @param alike an older open case that may be the same, if there is one
     * @return null where there is nothing to say
     */
    @Nullable String of(
            ReportForm form, StaffReading reading, Optional<GridCase> alike, GridCase filed) {
        var sentences =
                Stream.of(
                                reading.danger().map(FilingNotice::advice),
                                alike.filter(item -> isPublic(item.number()))
                                        .map(item -> "附近可能已有人报过 " + item.number() + "，工作人员会核对。"),
                                when(!isPublic(filed.number()), "这件事不公开，用编号查不到；请留好编号。"),
                                when(form.names(), "姓名、邮箱和设备号没有保存。"),
                                when(form.phone() != null, phone(form)))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining());
        return sentences.isEmpty() ? null : sentences;
    }

    private boolean isPublic(String number) {
        return cases.find(number).isPresent();
    }

    private static String advice(Danger danger) {
        return danger.advice() + "这里没有替您报警。";
    }

    private static String phone(ReportForm form) {
        return form.reachable().isPresent() ? "电话只给办理的工作人员看。" : "电话没有认出来，没有保存。";
    }

    private static Optional<String> when(boolean so, String sentence) {
        return so ? Optional.of(sentence) : Optional.empty();
    }
}
