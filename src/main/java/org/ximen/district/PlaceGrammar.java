package org.ximen.district;

import java.util.regex.Pattern;

/**
 * How people here write places: a name, perhaps a second one for a crossing, then numbers of lanes
 * and houses and words for spots. Patterns over comparable text.
 */
final class PlaceGrammar {
    // characters that end a name on its left, when the name itself is not in the configuration
    private static final String NOT_IN_NAMES =
            "看在我你他她它们住到从往是的了着过和跟与及有这那个靠近沿把给被对向由去来说讲请问修断堵满不没也就还又很里上下外内边旁前后每天人路街弄号楼条段半走让";
    private static final String NAME_CHAR = "[\\u4e00-\\u9fff&&[^" + NOT_IN_NAMES + "]]";
    private static final String NUMBER =
            "(?:[a-z]?\\d{1,5}(?:[-~—–、]\\d{1,5})?[a-z]?|[一二三四五六七八九十百零〇两几]{1,5})";
    private static final String UNIT =
            "(?:支弄|弄堂口|弄口|弄堂|弄|号(?=楼[上下里道梯])|号楼|号门(?!口)|号口|号|室|幢|栋|楼|层阁|层|单元|门洞|座|出口|口)";
    private static final String NUMBERED =
            NUMBER + " ?" + UNIT + "|(?<=[号楼栋幢弄元])[a-z]?\\d{2,4}(?![\\d元年月日点部辆])|(?<=[库])b\\d";
    private static final String SPOT =
            "(?:弄堂口|弄堂里?|弄口|十字路口|路口|口子上|街口|巷口|门口|大门口?|[东南西北]门|斜?对面|对过|旁边|边上|隔壁"
                    + "|附近|楼[上下]|楼道[里口]?|楼梯(?:口|间|转角)?|[底顶]楼|底层|公共天井|天井|晒台|阳台|骑楼|车棚|地库|车库"
                    + "|过道|走廊|人行道|非机动车道|机动车道|盲道|花坛|绿地|绿化带|垃圾(?:箱房|房|桶|箱|站)|(?:消防|疏散)?通道"
                    + "|公交站台?|车站|站台|地铁口|地铁站|出口|门洞|围墙|灶披间|灶间|卫生间|公?厕所?|屋顶|露台|停车[场位]|车位"
                    + "|健身点|广场|菜市?场|幼儿园|小学|中学|学校|医院|卫生服务?[中心站]+|工地|银行|超市|食堂|老?公房|老房子|高层"
                    + "|公寓|市场|邮局|药房|公园|小区|转角|拐角|前面|后面|里面|下面|上面|中间|这边|那边|充电[柜桩]|电梯|楼梯)";
    private static final String SHOP =
            "[\\u4e00-\\u9fff&&[^" + NOT_IN_NAMES.replace("修", "") + "开关叫被让搬偷装]]{1,5}店|饭店|酒店";
    private static final String PIECE =
            "(?:" + NUMBERED + "|(?:" + SPOT + "|" + SHOP + ")(?:[里上](?![面边])|[里外上下][面边])?)";
    private static final String BETWEEN = " ?(?:的|[上里]?那[个只座边]的?|[上里]的?)? ?(?:旧书|批发|小商品)?";
    private static final String TAIL =
            "(?<tail>(?:口子上|口(?![味罩袋])|那一段)?(?:" + BETWEEN + PIECE + "){0,8})";
    private static final String JOIN = " ?(?:和|与|跟|同|到|至|[/、&·—–-]|靠近|靠|挨近|近|交|and)? ?";
    private static final String CROSSING_END =
            "(?:的?(?:交叉口|交界处?|交汇处|十字路口|路口|转角|拐角|口子上|口(?![味罩袋])|之间|那一段|一段))?";
    private static final String ENGLISH_LEAD =
            "(?:(?:the )?(?:crossing|corner|intersection|junction) of )?"
                    + "(?:(?:room|lane|no\\.?|number) ?\\d+[a-z]?,? ?(?:of |on )?){0,3}"
                    + "(?:\\d{1,4} )?";

    private PlaceGrammar() {}

    /** Places that begin with a name of the configuration: groups first, second, tail. */
    static Pattern known(Names names) {
        var name = names.pattern();
        return Pattern.compile(
                ENGLISH_LEAD
                        + "(?<first>"
                        + name
                        + ")(?:"
                        + JOIN
                        + "(?<second>"
                        + name
                        + ")"
                        + CROSSING_END
                        + ")?"
                        + TAIL);
    }

    /**
     * Places whose name is not in the configuration but whose form says what they are: a road with
     * a number, an estate, a neighbourhood. Groups first and tail.
     */
    static Pattern unknown() {
        return Pattern.compile(
                "(?<first>"
                        + NAME_CHAR
                        + "{1,4}(?:大道|公路|路|街)(?= ?"
                        + NUMBER
                        + " ?(?:支?弄|号))|"
                        + NAME_CHAR
                        + "{2,4}(?:花园|新村|公寓|大厦|小区|家园|居委会|居委|居民区))"
                        + TAIL);
    }

    /** Whether words after a name hold the number of a lane, a house or a room. */
    static boolean numbered(String tail) {
        return NUMBERED_ANYWHERE.matcher(tail).find();
    }

    private static final Pattern NUMBERED_ANYWHERE =
            Pattern.compile(NUMBER + " ?(?:支?弄|号|室|幢|栋|楼|单元|座)");
}
