package org.ximen.dialogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phrases by which people say what they want, on {@link org.ximen.text.Plain#comparable}. */
final class Lexicon {
    private Lexicon() {}

    static final Pattern GREETING =
            Pattern.compile(
                    "(?:.{0,4}(?:你好|您好|侬好)|(?:阿姨|师傅|老师|各位|大家|同志)好|(?:早上|上午|中午|下午|晚上)好|哈喽|在吗|在伐|hello|hi|hey)(?: there)?[啊呀吗伐!。,~ ]*");
    static final Pattern THANKS =
            Pattern.compile(
                    "(?:好的|嗯|嗯嗯|ok|知道了|明白了?|收到|再见|拜拜|bye|thanks?|thank you|谢谢|多谢|谢了|感谢|辛苦了?|👍|🙏|[,，!。~ 你您侬啊呀了哦])+");
    static final Pattern YES =
            Pattern.compile(
                    "(?:对|对的|是|是的|好|好的|嗯|可以|行|没错|没问题|确认|确定|提交|上报|报|报吧|都报|两个都报|ok|yes|submit)[吧啊呀的了哦,。! ]*(?:提交|确认|报)?[吧啊呀了,。! ]*");
    static final Pattern SUBMIT =
            Pattern.compile("(?:我要?|就|直接|现在|确认|请)?(?<unnamed>匿名)?提交(?:上报)?[吧了啊呀,。! ]*");
    static final Pattern NO_REPORT =
            Pattern.compile(
                    "(?:取消|算了|不用了|不要了|不提交|作废|放弃|撤销|撤回|重新来|退出|停[,，]).{0,20}"
                            + "|.{0,12}(?:不(?:要|想|用)?再?(?:报|投诉|举报|反映)了|刚才的不要)[,。!吧啊 ]*"
                            + "|.{0,8}(?:别|勿要|不要)(?:弄|处理|管)了.{0,12}|cancel.*");
    static final Pattern WITHDRAW =
            Pattern.compile(
                    ".*(?:撤销|撤回|撤掉|取消|不用处理|不用来|不用派|删掉|删除|作废|关掉).{0,6}(?:上报|反映|案|工单|投诉|报修|xm-).*"
                            + "|.*(?:上报|反映|案子|工单|投诉|报修).{0,6}(?:撤销|撤回|撤了|撤掉|取消|不用处理了?|作废).*"
                            + "|.*(?:已经|自己)(?:解决|处理|弄好)了?.{0,6}(?:关掉|撤|取消|不用).*");
    static final Pattern ANONYMOUS =
            Pattern.compile(".*(?:匿名|不(?:想|要|能)让.{0,6}(?:知道|晓得)|保密|不留名|别说是我).*");

    /** Erasing cannot be undone, so a mere 好的 does not do. */
    static final Pattern SURE = Pattern.compile("(?:确认|确定)(?:删除)?[。! ]*");

    static final Pattern SAME_ONE =
            Pattern.compile("(?:(?:对|嗯|是)(?:的|啊|呀)?[,。 ]*)?就?是?(?:这|那|同)一?件.{0,8}|一样的?[。! ]*");
    static final Pattern OTHER_ONE =
            Pattern.compile(
                    "(?:不|否)(?:是|一样|同|对)?.{0,10}|(?:另外|另)一件.{0,6}|新(?:登记|的|报).{0,6}|两(?:件|回)事.{0,6}");

    static final Pattern NOTHING_MORE =
            Pattern.compile("(?:就这些|没有了?|没了|不知道|说不清|不清楚|不晓得|跳过|不发|不用|无|就是这里|就这里)[啊呀了吧,。! ]*");

    static final Pattern STATUS =
            Pattern.compile(
                    ".*(?:进度|到哪一?步|哪一?步了|(?:处理|办|弄)得?怎么样|怎么样了$|(?<!怎么|如何|怎样|该|才能)(?:处理|解决|办好|结案|受理|派)了?(?:吗|没有?|伐|[?])"
                            + "|有(?:结果|消息|回音|下文)了?(?:吗|没|伐)|还(?:是)?没人(?:来|联系|回)"
                            + "|(?:我|上次|之前|前天|昨天|上礼拜|上周).{0,6}(?:报|反映|投诉|举报)(?:的|过的|了).{0,20}(?:呢|吗|么|伐|[?]|没|几|哪|谁|怎么)"
                            + "|我的?.{0,4}(?:投诉|上报|工单|单子|案子|报修).{0,12}(?:谁|呢|怎么|到|吗|几|哪)|我有几个.{0,8}(?:单|案)"
                            + "|查(?:一?下|查)?我|能查到|催一?(?:下|催)|处理人|谁在(?:处理|办)|单号"
                            + "|what happened to my|status of my|my report).*");
    static final Pattern PERSON =
            Pattern.compile(
                    ".*(?:转?人工(?!智能|授精|费|草|湖)|真人|转(?:个|给)?人$|(?:找|叫|换|喊|联系|转|接)(?:个|一个|你们|到|给|街道)*(?:工作人员|客服|活人|真人|领导|负责人|人来(?=$|[,。!?吧呀啊 ]|和|跟|帮|接|回|谈|说|处理|看)|人说|人谈|接线员|(?:居委|街道|社区)?干部)"
                            + "|人工客服|接线员|不要机器人|(?:打|来)个?电话给我|给我(?:打|来)个?电话|human|agent|talk to (?:a |some)).*");
    static final Pattern UNSUBSCRIBE =
            Pattern.compile(
                    "td|.*(?:退订|取消订阅|退了退了|停止(?:推送|发送)|不(?:要|用)?再?订阅|不用(?:再)?(?:提醒|通知|推送)我?|关掉?.{0,8}(?:提醒|推送|通知)"
                            + "|(?:别|不要|勿要|勿)再?(?:给我)?(?:发|推送)(?:了|通知|消息|给我)?|不想(?:再)?(?:收|看)(?:到)?|unsubscribe|stop (?:sending|messag)).*");
    static final Pattern SUBSCRIBE =
            Pattern.compile(
                    ".*(?:订阅|订.{0,8}通知|(?:想|要|帮我|能|开通).{0,12}(?:收到?|接收).{0,10}(?:通知|消息|提醒)|开通.{0,8}(?:提醒|通知|推送)"
                            + "|(?:通知|消息|公告|公示).{0,10}(?:推|发|告诉|提醒|转)(?:送)?给?我|有了就?(?:发|告诉|推)给?我|subscribe).*");
    static final Pattern FORGET =
            Pattern.compile(
                    ".*(?:忘记我|忘掉我|(?:删除|清除)我的?(?:所有|全部)?(?:的)?(?:数据|资料|个人信息|信息|记录|账号)?)$|forget me");
    static final Pattern PRIVACY = Pattern.compile("(?:隐私|隐私政策|隐私说明|我的数据|个人信息怎么用|privacy)[?。 ]*");
    static final Pattern HELP =
            Pattern.compile("(?:帮助|help|怎么用|你(?:能|会)(?:做|干)?(?:什么|啥|点啥).*|功能|菜单)[?。 ]*");
    static final Pattern REPORT_WORD =
            Pattern.compile(
                    "(?:我要?|想|帮我)?(?:报事|上报|报案|报修|报问题|反映(?:一个|个|一下)?(?:问题|情况|事情)?|投诉|举报|随手拍|report)[啊呀,。! ]*");

    /** Calls for somebody to come and see to it. */
    static final Pattern CALLS =
            Pattern.compile(
                    "没人(?:管|扫|收|修|理|处理|清)|管不管|管管|有人管|(?:快|赶紧|马上|立刻)(?:来|派|点|处理|叫)|举报|投诉|反映|报修"
                            + "|好几?天|几天了|天天|每天|半夜|昨天|昨晚|今天|今早|现在|刚才|刚刚|一直|又(?:来|开始|堵|坏|没)"
                            + "|吵死|扰民了|臭死|受不了|没法(?:走|睡|过)|(?:麻烦|请|帮忙|希望).{0,10}(?:处理|修|清|来看|派人|管|剪|紧固)"
                            + "|能不能(?:来|派|修|清|剪|处理|管)|please (?:fix|send|help|come)");

    /** Says that something is not as it should be. */
    static final Pattern BROKEN =
            Pattern.compile(
                    "坏了|断了|破了|裂了|没了|缺了|不亮|不见了|堵(?:了|住|死)|漏水|漏到|掉(?:下来|到|了)|快要?掉|太吵|吵得|好臭|挡住"
                            + "|占(?:了|着|用|道)|倒了|爆了|满了|溢|塌|翘|积水|松了|乱(?:扔|停|堆|贴|倒)|堆(?:了|着|在|满)|到处|全是|没停过"
                            + "|broken|blocked|leak|everywhere|missing|there(?:'s| is)");

    /** What an office hands out: how to get one is a question. */
    private static final String PAPERS =
            "证|卡|照|牌|户口|档案|津贴|补贴|补助|低保|社保|医保|公积金|养老金|长护险|手续|登记|备案|报名|上学|入学|转学|落户|退休|签证|公证|预约";

    /** Words of those who ask what they are entitled to; nobody has to come for that. */
    private static final String LAW = "工伤|离婚|仲裁|打官司|诉讼|抚养|劳动合同|遗产|继承";

    /** A danger in the words is told of, not met with. */
    static final Pattern OF_LAW = Pattern.compile("罚|犯法|违法|要赔|怎么赔|赔偿|认定|" + LAW);

    /** Asks for a way out: of a trouble that somebody tells of, or for how a thing is done. */
    static final Pattern WAY_OUT = Pattern.compile("(?:怎么|如何|咋)(?:办|处理|解决)");

    /** Asks for a rule, a way, a figure. */
    static final Pattern ASKS_RULE =
            Pattern.compile(
                    "多少(?!次)|几(?:天|点|号|钱|钿|岁|个|年|时|级|倍|种|次)|什么|啥|哪(?:里|些|个|几|能|种|儿|天)"
                            + "|怎么(?:办理|弄|申请|走|交|算|查|领|报名|处罚|罚|分|填|写|才|样才)|如何|是否|能不能|能赔"
                            + "|能(?:养|放|开|停|装|用|办|领|申请|退|充|进|推).*(?:吗|伐|么)|可不可以|可以.*(?:吗|伐|么)|要不要|需不需要|是不是|需要.*(?:吗|么|伐|什么|啥)"
                            + "|规定|条例|条文|政策|法律|罚(?:款|多少|几|不罚)|违法(?:吗|伐|么)|犯法|合法|标准|材料|手续|办理|申请|补贴|条件|流程|多久|期限|责任"
                            + "|归谁|谁(?:管|发|负责|来|出|修|先?付|赔)|该(?:谁|修|赔|交)|许可证?|资格|算不算|算扰民|有用吗|有没有.{0,8}(?:规定|要求|限制|补贴|条文)|地址"
                            + "|电话(?:[?呢]|是|多少|几|号码|举报|投诉|$)|什么电话"
                            + "|要(?:谁|几|提前|带|满)|(?<![好十这那前近过有])几(?:条|块|户|成|家|楼|平)|(?<!未经.{0,4}|不)同意|表决|投票"
                            + "|怎么(?:表决|投票|选|收费?|补(?:办|贴|领)?|换|取|开|改|注销|迁|转|续|缴|预约|登记|备案|用|赔|离|分|住|看病|报销)"
                            + "|怎么办(?:[卡证照]|居住|身份|残疾|社保|医保|退休|结婚|离婚|执照|营业|手续)"
                            + "|(?:"
                            + PAPERS
                            + ").{0,3}(?:丢|掉|没|断|坏|(?:过|到)期|找不到|遗失)?了?,?(?:要|该|应该)?怎么(?:办|弄|补|续)"
                            + "|(?<!不)会(?:怎样|怎么样|有.{0,4}后果)|怎样(?:才|办|申|算|交)|会(?:被|不会)?罚|会判|罚.{0,3}(?:吗|伐|么)|要赔|能.{0,4}(?:投诉|报警|起诉|要|拿|赔|算|报销).{0,8}(?:吗|伐|么)"
                            + "|(?:开|开门|上班|营业|休息|关门|放假)(?:的)?(?:吗|伐|么|不啦)|(?:星期|周|礼拜)[一二三四五六日天末].{0,6}(?:开|上班|营业|办)(?:门|公)?(?:吗|伐|么|[?]|$)"
                            + "|([开停办收休供发用养准要])不\\1|"
                            + LAW
                            + "|how (?:much|many|to|long)|what|where|when|which|can i|do i");

    /** Asks for a fact that no report asks for. */
    static final Pattern ASKS_FACT =
            Pattern.compile(
                    "什么时候|何时|哪天|几号|几点|多久|多少钱|几钿|几块|地址|在哪|电话(?:[?呢]|是|多少|号码|$)|怎么(?:办理|申请|走|报名|表决|投票)|材料|流程|条件|规定|条文|罚|表决");

    static final Pattern QUESTION_END = Pattern.compile(".*(?:[?吗么嘛伐呢]|不啦|对伐)[。!~ ]*");

    /** A short question that leans on the one before. */
    static final Pattern FOLLOW_UP =
            Pattern.compile(
                    "(?:那|那么|它|他们?|她们?|这个?|不是|只是|要是|如果|用了).{0,20}"
                            + "|(?:依据|根据|罚|要|多|几|在哪|怎么|谁|哪).{0,14}"
                            + "|.{1,14}呢(?:[?。,， ].{0,14})?"
                            + "|.{0,12}罚(?:多少|几钿|几钱|款吗)[?。 ]*");

    static int count(Pattern pattern, String text, int most) {
        int found = 0;
        Matcher matcher = pattern.matcher(text);
        while (found < most && matcher.find()) {
            found++;
        }
        return found;
    }
}
