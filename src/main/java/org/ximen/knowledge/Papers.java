package org.ximen.knowledge;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Certificates, cards and registrations. Each is a matter of its own: how an identity card is
 * replaced is no answer to who lost a driving licence, however near the words.
 */
final class Papers {
    // Who asks what has to be shown or whether one is needed asks of something else.
    private static final Pattern GOT =
            Pattern.compile("丢|遗失|不见|找不到|掉了|补|换|到期|过期|[延续]期|续签|办|领|申请|申领|考|注销|吊销|在哪|要带|多少钱");

    /** What is called by several names stands in one. */
    private static final List<Pattern> NAMES =
            List.of(
                    Pattern.compile("身份证"),
                    Pattern.compile("户口[本簿]"),
                    Pattern.compile("居住证|居住登记|暂住证"),
                    Pattern.compile("驾照|驾驶证|驾驶执照"),
                    Pattern.compile("行驶证"),
                    Pattern.compile("护照"),
                    Pattern.compile("通行证"),
                    Pattern.compile("签证"),
                    Pattern.compile("房产证|产权证|产证|房本|不动产权|不动产登记"),
                    Pattern.compile("结婚证|结婚登记|婚姻登记"),
                    Pattern.compile("离婚证|离婚登记"),
                    Pattern.compile("出生证|出生医学证明|准生证"),
                    Pattern.compile("毕业证|学位证|学历证"),
                    Pattern.compile("学生证"),
                    Pattern.compile("教师证|教师资格"),
                    Pattern.compile("导游证"),
                    Pattern.compile("电工证|焊工证|特种作业"),
                    Pattern.compile("健康证"),
                    Pattern.compile("残疾人?证"),
                    Pattern.compile("退休证"),
                    Pattern.compile("优待证"),
                    Pattern.compile("社保卡|社会保障卡|医保卡"),
                    Pattern.compile("公交卡|交通卡"),
                    Pattern.compile("银行卡|信用卡"),
                    Pattern.compile("敬老卡|老年卡|老人卡|老年证"),
                    Pattern.compile("狗证|犬证|养犬登记|犬只登记|犬牌"),
                    Pattern.compile("营业执照"),
                    Pattern.compile("烟草证|烟草许可|烟草专卖"));

    private Papers() {}

    /**
     * Whether the question is how to get or to replace some of them, none of which a text names.
     *
     * @param question as it was asked and as the files write it
     */
    static boolean asksForOther(String question, Reading text) {
        if (!GOT.matcher(question).find()) {
            return false;
        }
        var named = NAMES.stream().filter(name -> name.matcher(question).find()).toList();
        return !named.isEmpty() && named.stream().noneMatch(text::holds);
    }
}
