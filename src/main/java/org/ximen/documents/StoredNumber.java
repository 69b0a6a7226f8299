package org.ximen.documents;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers of cells as an Excel file stores them. */
final class StoredNumber {
    private static final Pattern EXPONENT = Pattern.compile("-?\\d+(\\.\\d+)?E[+-]?\\d{1,3}");
    // Excel keeps 15 digits; what follows is lost.
    private static final int KEPT_DIGITS = 15;

    private StoredNumber() {}

    /** With all its digits; ≈ goes before one whose last digits are lost. */
    static String shown(String stored) {
        var plain =
                EXPONENT.matcher(stored).matches()
                        ? new BigDecimal(stored).toPlainString()
                        : stored;
        boolean whole = plain.matches("-?\\d+");
        return whole && plain.length() > KEPT_DIGITS ? TableRows.ROUNDED + plain : plain;
    }
}
