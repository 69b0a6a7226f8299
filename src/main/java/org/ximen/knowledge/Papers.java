package org.ximen.knowledge;

import java.util.regex.Pattern;

/**
 * Certificates, cards and registrations. Each is a matter of its own: how an identity card is
 * replaced is no answer to who lost a driving licence, however near the words.
 */
final class Papers {
    // Not 证明, 公证, 拍照, 刷卡, 登记机关 and the like.
    private static final Pattern KIND =
            Pattern.compile(
                    "(?<![公保认举见作取质求佐论印签凭查验考])证(?![明据件书券实人])"
                            + "|(?<![刷打插关])卡(?![车住拉])"
                            + "|(?<![按依参拍对关遵仿执])照(?![顾片相样常料明射])"
                            + "|登记(?![证表机])");

    // What stands before any of them: 办证, 这张卡, 怎么登记.
    private static final String ANY =
            "办领换补发有无要带交的个张本这那哪么种些新旧老原假用收持丢和或及等了到没是就先再去来还给不理请上全两双三多少几做拿看过啥";
    private static final int NAME = 2;
    // In a longer question it is a detail of a story.
    private static final int SHORT = 20;

    private Papers() {}

    /** Whether the question names one that a text does not, in the asker's words or the files'. */
    static boolean namesOther(Asking asking, Reading text) {
        return asking.text().length() <= SHORT
                && namesOther(asking.text(), text)
                && namesOther(asking.written(), text);
    }

    private static boolean namesOther(String question, Reading text) {
        var kinds = KIND.matcher(question);
        while (kinds.find()) {
            var name = question.substring(Math.max(0, kinds.start() - NAME), kinds.start());
            if (names(name) && !text.holds(name) && !text.holds(last(name) + kinds.group())) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(String before) {
        return !before.isEmpty()
                && Character.isIdeographic(before.charAt(before.length() - 1))
                && !ANY.contains(last(before));
    }

    private static String last(String name) {
        return name.substring(name.length() - 1);
    }
}
