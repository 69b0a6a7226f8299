package org.ximen.merchants;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after the shops of a block (服务专员): by a name or post that may be public.
 *
 * @param area name or code of the area; null for the whole street
 * @param phone a public number; null where none is known
 * @param sample whether nobody of the street has checked it
 */
public record ShopSteward(
        @Nullable String area, String name, @Nullable String phone, @Nullable Boolean sample) {
    private static final Pattern PHONE = Pattern.compile("[0-9][0-9 -]{1,14}[0-9]");
    private static final Pattern MOBILE = Pattern.compile("(?:86)?1[3-9]\\d{9}");

    public ShopSteward {
        MerchantsFile.requireName(name);
        MerchantsFile.require(phone == null || isPublic(phone), "phone 只能写公开的固定电话或热线，不能写手机号码");
    }

    private static boolean isPublic(String phone) {
        var digits = phone.replaceAll("[^0-9]", "");
        return PHONE.matcher(phone).matches() && !MOBILE.matcher(digits).matches();
    }

    /** Whether nobody of the street has checked it. */
    public boolean isSample() {
        return Boolean.TRUE.equals(sample);
    }
}
