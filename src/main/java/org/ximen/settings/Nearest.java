package org.ximen.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that a misspelt one was probably meant to be. */
public final class Nearest {
    // One slip in three letters: tokn is token, but jar is not map.
    private static final int LETTERS_PER_SLIP = 3;

    private Nearest() {}

    /** The nearest known name, if one is near enough to be meant. */
    public static Optional<String> to(String name, Collection<String> known) {
        var plain = plain(name);
        return known.stream()
                .filter(each -> slips(plain, plain(each)) * LETTERS_PER_SLIP <= plain.length())
                .min(Comparator.comparingInt(each -> slips(plain, plain(each))));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }

    /** Letters to add, leave out, change or swap with their neighbour. */
    private static int slips(String one, String other) {
        var table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : cheapest(table, one, other, i, j);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int cheapest(int[][] table, String one, String other, int i, int j) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best =
                Math.min(
                        table[i - 1][j - 1] + change,
                        Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
