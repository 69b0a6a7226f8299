package org.ximen.text;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How Chinese characters are read, without tones: 居住证 is ju zhu zheng. */
public final class Pinyin {
    private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin");
    private static final String[] TABLE = new String[1 << Character.SIZE];
    // Characters of daily life with a second reading that people type.
    private static final Map<Character, List<String>> ALSO =
            also(
                    "行hang 长zhang 重chong 会kuai 调tiao 乐yue 还huan 都du 率shuai 便pian 参shen 藏zang"
                            + " 差chai 传zhuan 单shan 弹tan 得dei 地de 度duo 给ji 角jue 校jiao 觉jiao"
                            + " 了liao 绿lu 落la 没mo 模mu 塞se 色shai 厦xia 省xing 什shi 似shi 宿xiu"
                            + " 系ji 血xie 朝zhao 着zhao 薄bo 折she 属zhu 畜xu 车ju 称chen 匙shi 大dai"
                            + " 核hu 露lou 弄long 区ou 扎za 占zhan 量liang 卡qia 谁shui 那nei 哪nei"
                            + " 这zhei 阿e 仔zai 夹jia 尽jin 缝feng 剥bo 翘qiao 削xue 熟shou 伯bai 粘nian"
                            + " 旁pang 轧ga 蔓man 呢ni 吗ma 的di 么me 期ji 曾zeng 解jie 切qie 堡pu 尉yu");

    private Pinyin() {}

    private static Map<Character, List<String>> also(String readings) {
        var also = new HashMap<Character, List<String>>();
        for (var reading : readings.split(" ")) {
            also.put(reading.charAt(0), List.of(reading.substring(1)));
        }
        return also;
    }

    /** The usual reading of a Chinese character; empty for any other. */
    public static String of(char one) {
        if (!Character.isIdeographic(one)) {
            return "";
        }
        var known = TABLE[one];
        return known == null ? learned(one) : known;
    }

    // Two threads may learn the same; a reference is written whole.
    private static String learned(char one) {
        var latin = toneless(LATIN.transliterate(String.valueOf(one)));
        TABLE[one] = latin.matches("[a-z]+") ? latin.intern() : "";
        return TABLE[one];
    }

    /** Letters without tone marks, as people type them: lǜ is lv. */
    public static String toneless(String letters) {
        var apart = Normalizer.normalize(letters, Normalizer.Form.NFD);
        return apart.replace("u\u0308", "v").replaceAll("\\p{Mn}", "");
    }

    /** All readings of a character that people type, the usual one first. */
    public static List<String> all(char one) {
        var usual = of(one);
        var also = ALSO.getOrDefault(one, List.of());
        if (usual.isEmpty() || also.isEmpty()) {
            return usual.isEmpty() ? List.of() : List.of(usual);
        }
        var all = new ArrayList<>(List.of(usual));
        also.stream().filter(reading -> !reading.equals(usual)).forEach(all::add);
        return all;
    }

    /**
     * A syllable without what many do not tell apart: zh/z, ch/c, sh/s, n/l, an/ang, en/eng,
     * in/ing.
     */
    public static String near(String syllable) {
        int length = syllable.length();
        boolean hushed = length > 1 && syllable.charAt(1) == 'h';
        var start =
                syllable.startsWith("n") && length > 1
                        ? "l"
                        : syllable.substring(0, Math.min(1, length));
        var rest = syllable.substring(Math.min(hushed ? 2 : 1, length));
        boolean back = rest.endsWith("ng") && !rest.endsWith("ong");
        return start + (back ? rest.substring(0, rest.length() - 1) : rest);
    }
}
