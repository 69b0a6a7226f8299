package org.ximen.visits;

import static org.ximen.staff.StaffRefused.Reason.INVALID;

import org.jspecify.annotations.Nullable;
import org.ximen.staff.StaffRefused;
import org.ximen.text.ReachableNumber;

/**
 * Somebody who is to be visited, with as little as that needs: personal numbers in the words are
 * masked.
 *
 * @param kind id of a kind
 * @param area code of an area; null where the address tells
 * @param phone digits of a number, if one was left
 */
public record NewSubject(
        String kind, String name, String place, @Nullable String area, @Nullable String phone) {
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_PLACE = 100;

    public NewSubject {
        name = VisitText.required("称呼或店名", name, LONGEST_NAME);
        place = VisitText.required("地址", place, LONGEST_PLACE);
        area = area == null || area.isBlank() ? null : area.strip();
        phone = phone == null || phone.isBlank() ? null : digits(phone);
    }

    private static String digits(String typed) {
        return ReachableNumber.of(typed)
                .orElseThrow(() -> new StaffRefused(INVALID, "电话应是 11 位手机号，或带区号的座机；不知道就不填。"));
    }
}
