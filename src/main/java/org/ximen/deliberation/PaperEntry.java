package org.ximen.deliberation;

import java.util.List;
import java.util.Map;
import org.ximen.deliberation.Deliberation.VoteOption;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Plain;

/**
 * Paper ballots as somebody entered them: the codes on them, and how many chose what. Which code
 * chose what is not entered.
 *
 * @param counts votes by the id of the option
 */
public record PaperEntry(List<BallotCode> codes, Map<Long, Integer> counts) {
    public PaperEntry {
        codes = List.copyOf(codes);
        counts = Map.copyOf(counts);
    }

    /**
     * Reads codes, one a line.
     *
     * @throws StaffRefused if a line is none
     */
    public static List<BallotCode> codes(String typed) {
        return Plain.visible(typed)
                .lines()
                .filter(line -> !line.isBlank())
                .map(PaperEntry::code)
                .toList();
    }

    private static BallotCode code(String line) {
        return BallotCode.typed(line)
                .orElseThrow(
                        () -> invalid("“" + Plain.start(line, 20) + "”不是选票码，选票码是 8 位字母和数字，一行一个。"));
    }

    /**
     * Refuses what cannot be.
     *
     * @throws StaffRefused with what to put right
     */
    void check(Deliberation item) {
        if (codes.isEmpty()) {
            throw invalid("请写上选票码，一行一个。");
        }
        if (codes.stream().distinct().count() < codes.size()) {
            throw invalid("有一个选票码写了两遍，请核对。");
        }
        var known = item.options().stream().map(VoteOption::id).toList();
        boolean strange = counts.keySet().stream().anyMatch(option -> !known.contains(option));
        if (strange || counts.values().stream().anyMatch(votes -> votes < 0)) {
            throw invalid("票数要是 0 或更多，请核对。");
        }
        int votes = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (votes != codes.size()) {
            throw invalid("选票码有 " + codes.size() + " 个，票数加起来是 " + votes + "，要一样多。废票的码请拿掉。");
        }
    }

    private static StaffRefused invalid(String message) {
        return new StaffRefused(StaffRefused.Reason.INVALID, message);
    }
}
