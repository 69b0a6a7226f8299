package org.ximen.merchants;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Plain;

/**
 * Who visits what, when and why.
 *
 * @param name of the shop; null where none is known
 * @param place 1 to 200 characters
 * @param units names, at least two
 * @param purpose 1 to 200 characters, the merchant reads it
 * @param reason why a shop is visited again so soon; null where it is not
 */
public record JointVisitPlan(
        @Nullable String name,
        String place,
        List<String> units,
        String purpose,
        Instant at,
        @Nullable String reason) {
    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_UNITS = 300;

    public JointVisitPlan {
        name = optional("店名", name, LONGEST_NAME);
        place = required("地址", place, LONGEST);
        purpose = required("为什么去", purpose, LONGEST);
        reason = optional("原因", reason, LONGEST);
        units = units.stream().distinct().toList();
        if (units.size() < 2) {
            throw invalid("请至少选两个单位：一起去才算一次。只有一个单位去，按案件办。");
        }
        if (String.join("、", units).length() > LONGEST_UNITS) {
            throw invalid("选的单位太多了，请少选几个。");
        }
    }

    /** The same at a noted shop, whose name and place count as far as they are known. */
    JointVisitPlan of(ShopDetails shop) {
        return new JointVisitPlan(
                shop.name() == null ? name : shop.name(),
                shop.place() == null ? place : shop.place(),
                units,
                purpose,
                at,
                reason);
    }

    static String required(String what, @Nullable String words, int most) {
        var kept = words == null ? "" : Plain.visible(words).strip();
        if (kept.isEmpty() || kept.length() > most) {
            throw invalid("请写" + what + "，最多 " + most + " 个字。");
        }
        return kept;
    }

    private static @Nullable String optional(String what, @Nullable String words, int most) {
        return words == null || words.isBlank() ? null : required(what, words, most);
    }

    static StaffRefused invalid(String message) {
        return new StaffRefused(StaffRefused.Reason.INVALID, message);
    }
}
