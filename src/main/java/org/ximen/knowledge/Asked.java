package org.ximen.knowledge;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The kind of fact that a question asks for, and what such a fact looks like in a text. A passage
 * about the right thing without the asked fact is the commonest wrong answer.
 */
enum Asked {
    MONEY(
            "多少钱|几钱|几块|几钿|几元|什么价|价格|收费|收几|罚多少|罚几|补几|补多少|多少一[张个斤平]"
                    + "|费.{0,4}多少|多少.{0,4}费|津贴.{0,6}(?:多少|提高)|贷多少",
            "[0-9零一二三四五六七八九十百千万]元|％|%|百分之|免费|不收|[0-9一二三四五六七八九十]倍|罚款"),
    TAX("税", "税"),
    GRANT("(?:什么|哪些|有没有|有无|能领|能拿).{0,4}(?:补贴|津贴|补助)", "补贴|津贴|补助|救助|减免"),
    CLOCK("几点|什么时间开|开门|关门|上班时间|营业时间|办公时间|值班", "[0-9零一二三四五六七八九十]+[时点:：]|全天|24小时|二十四小时"),
    DAYS(
            "几天|多少天|多久|多长时间|几个月|几年|期限|提前多",
            "[0-9零一二三四五六七八九十百两]+(?:个)?(?:日|天|月|年|小时|工作日|分钟)|当日|当场|每[年月周日]"),
    WHEN(
            "什么时候|啥时候|哪天|何时",
            "[0-9零一二三四五六七八九十百两]+(?:个)?(?:日|天|月|年|小时|工作日|分钟|点|时)|[0-9]:[0-9]|周[一二三四五六日]|星期"
                    + "|当日|当场|每[年月周日]"),
    PHONE("电话是|电话号|的电话|手机号|号码|怎么联系", "[0-9]{5,}|(?:拨打|热线)[0-9]{3}"),
    PLACE(
            "在哪条|在哪里|在哪儿|地址|怎么坐车|怎么走|什么路|哪条路",
            "路[0-9]|[0-9]+号|地址|窗口|服务中心|到.{2,12}(?:办理|申请|登记)|在.{2,12}(?:召开|举行|集合)"),
    WHO("是哪位|是谁|叫什么名|谁主持|谁讲话", "(?:书记|主任|部长|区长|市长|局长)[李王张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗郑彭潘范方包赖]"),
    AGE("几岁|多大年纪|多大岁数", "岁"),
    COUNT("几个人|多少人|几条|几只|几次|几张|多少名|几倍|几成", "[0-9零一二三四五六七八九十百两]"),
    /** What only the asker's own file would tell; no article does. */
    OWN("我.{0,10}(?:还剩|到哪一步|办到哪|办得怎么样|还有几天|的进度|余额)", "(?!)"),
    /** What is not fixed yet; an article does not foretell it, unless it names the time itself. */
    SOON("明年|后年|下个?(?:礼拜|星期|周|月)|明天|后天|今天|今年|修好", "20[0-9]{2}年|明年|今年|每年|[0-9]月[0-9]|周[一二三四五六日]|星期");

    private final Pattern question;
    private final Sighting fact;

    Asked(String question, String fact) {
        this.question = Pattern.compile(question);
        this.fact = new Sighting(fact);
    }

    /** The kinds asked for; often none. */
    static Set<Asked> of(String question) {
        var kinds = EnumSet.noneOf(Asked.class);
        for (var kind : values()) {
            if (kind.question.matcher(question).find()) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    boolean answeredBy(String text) {
        return fact.in(text);
    }

    boolean answeredBy(String text, int from, int to) {
        return fact.in(text, from, to);
    }
}
