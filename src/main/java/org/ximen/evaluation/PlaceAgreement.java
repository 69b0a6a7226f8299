package org.ximen.evaluation;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ximen.text.ChineseNumbers;
import org.ximen.text.Plain;

/**
 * When the place that was found agrees with the place that a person marked: it has all of its
 * numbers (三十弄 is 30弄), and one holds the other, or they share two thirds of what was marked. So
 * 蓬莱公园东门 agrees where 蓬莱公园 was marked, but 学宫街 does not where 学宫街80弄 was. What was found may be the
 * more exact of both, as it is from the same text.
 */
public final class PlaceAgreement {
    private static final Pattern COUNTED =
            Pattern.compile("[零一二两三四五六七八九十百]+(?=支?弄|号|室|幢|栋|楼|层|单元)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int LONGEST_MORE = 10;

    private PlaceAgreement() {}

    /** Whether the place found is the one that was marked. */
    public static boolean agrees(String gold, String found) {
        var one = bare(gold);
        var two = bare(found);
        if (one.isEmpty() || two.isEmpty() || !numbers(two).containsAll(numbers(one))) {
            return false;
        }
        boolean within = one.contains(two) || two.contains(one);
        return two.length() <= one.length() + LONGEST_MORE
                && (within || 3 * shared(one, two) >= 2 * one.length());
    }

    private static String bare(String words) {
        var plain =
                COUNTED.matcher(Plain.comparable(words))
                        .replaceAll(number -> ChineseNumbers.digits(number.group()));
        return plain.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static List<String> numbers(String words) {
        return NUMBER.matcher(words).results().map(MatchResult::group).toList();
    }

    /** Length of the longest stretch that both hold. */
    private static int shared(String one, String two) {
        int best = 0;
        for (int from = 0; from < one.length(); from++) {
            int length = best + 1;
            while (from + length <= one.length()
                    && two.contains(one.substring(from, from + length))) {
                best = length++;
            }
        }
        return best;
    }
}
