package org.ximen.dialogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phrases by which people say what they want, on {@link org.ximen.text.Plain#comparable}. */
final class Lexicon {
    private Lexicon() {}

    static final Pattern CASE_NUMBER = Pattern.compile("xm[- ]?(\\d{8})[- ]?(\\d{4,})");

    static final Pattern GREETING =
            Pattern.compile(
                    "(?:你好|您好|侬好|早上好|下午好|晚上好|哈喽|在吗|在伐|hello|hi|hey)(?: there)?[啊呀吗伐!。,~ ]*");
    static final Pattern THANKS =
            Pattern.compile(
                    "(?:好的|嗯|嗯嗯|ok|知道了|明白了?|收到|再见|拜拜|bye|thanks?|thank you|谢谢|多谢|谢了|感谢|辛苦了?|👍|🙏|[,，!。~ 你您侬啊呀了哦])+");
    static final Pattern YES =
            Pattern.compile(
                    "(?:对|对的|是|是的|好|好的|嗯|可以|行|没错|没问题|确认|确定|提交|上报|报|报吧|都报|两个都报|ok|yes|submit)[吧啊呀的了哦,。! ]*(?:提交|确认|报)?[吧啊呀了,。! ]*");
    static final Pattern NO_REPORT =
            Pattern.compile(
                    "(?:取消|算了|不报了?|不用了|不要了|不提交|作废|放弃|撤销|撤回|重新来|刚才的不要).*|.*(?:不报了|不用报了|先不报|不想报了|刚才的不要)[,。! ]*|cancel.*");
    static final Pattern WITHDRAW =
            Pattern.compile(
                    ".*(?:撤销|撤回|撤掉|取消|不用处理|不用来|不用派|删掉|作废).*(?:上报|反映|案|工单|投诉|报修|xm-).*|.*(?:上报|反映|案子|工单|投诉|报修).*(?:撤销|撤回|撤了|撤掉|取消|不用处理了?|作废).*");
    static final Pattern ANONYMOUS =
            Pattern.compile(".*(?:匿名|不(?:想|要|能)让.{0,6}(?:知道|晓得)|保密|不留名|别说是我).*");
    static final Pattern NOTHING_MORE =
            Pattern.compile("(?:就这些|没有了?|没了|不知道|说不清|不清楚|不晓得|跳过|不发|不用|无|就是这里|就这里)[啊呀了吧,。! ]*");

    static final Pattern STATUS =
            Pattern.compile(
                    ".*(?:进度|到哪一?步|哪一?步了|处理得怎么样|办得怎么样|怎么样了|处理了(?:吗|没|伐)|解决了(?:吗|没有?|伐)|办好了(?:吗|没|伐)|结案了?(?:吗|没有?|伐)|受理了?(?:吗|没有?|伐)|派了?(?:吗|没有?|谁)|有结果了?(?:吗|没|伐)|有消息了?(?:吗|没|伐)|我(?:上次|之前|昨天|前天)?(?:报|反映|投诉)(?:的|过的|了几).*(?:呢|吗|么|伐|\\?|没|几|哪)|查(?:一?下|查)?我|还要(?:等)?多久|催一?下|处理人|谁在处理|编号|单号).*");
    static final Pattern PERSON =
            Pattern.compile(
                    ".*(?:转?人工|真人|找(?:个)?人(?:来|说|问|谈)?$|(?:找|叫|换|喊|联系)(?:个|一个|你们)?(?:工作人员|客服|活人|真人|领导|负责人|人来)|人工客服|human|agent|talk to (?:a |some)).*");
    static final Pattern UNSUBSCRIBE =
            Pattern.compile(
                    ".*(?:退订|取消订阅|不(?:要|用)?再?订阅|(?:别|不要|勿)再?(?:给我)?(?:发|推送)(?:了|通知|消息)?|不想(?:再)?收(?:到)?|unsubscribe).*");
    static final Pattern SUBSCRIBE =
            Pattern.compile(
                    ".*(?:订阅|订.{0,8}通知|(?:想|要|帮我|能)收(?:到)?.{0,8}通知|有(?:新)?通知.{0,6}(?:告诉|发给|提醒)我|subscribe).*");
    static final Pattern FORGET =
            Pattern.compile(".*(?:忘记我|忘掉我|删除我的?(?:所有)?(?:数据|资料|信息|记录)?|清除我的).*|forget me");
    static final Pattern PRIVACY = Pattern.compile("(?:隐私|隐私政策|隐私说明|我的数据|个人信息怎么用|privacy)[?。 ]*");
    static final Pattern HELP =
            Pattern.compile("(?:帮助|help|怎么用|你(?:能|会)(?:做|干)?(?:什么|啥|点啥).*|功能|菜单)[?。 ]*");
    static final Pattern REPORT_WORD =
            Pattern.compile(
                    "(?:我要?|想|帮我)?(?:报事|上报|报案|报修|报问题|反映(?:一个|个|一下)?(?:问题|情况|事情)?|投诉|举报|随手拍|report)[啊呀,。! ]*");

    /** Says that something is wrong here and now. */
    static final Pattern WRONG_NOW =
            Pattern.compile(
                    "没人(?:管|扫|收|修|理)|管不管|管管|有人管|快(?:来|派|点)|举报|投诉|反映|报修|又(?:来|开始|堵|坏|没)|一直|好几?天|几天了|天天|每天|半夜|昨天|昨晚|今天|今早|现在|刚才|刚刚|坏了|断了|破了|裂了|没了|不亮|不见了|堵(?:了|住|死)|漏水|漏到|掉(?:下来|到|了)|快要?掉|太吵|吵死|扰民|臭死|好臭|挡住|占(?:了|着|用|道)|倒了|爆了|满了|溢|塌|翘|积水|乱(?:扔|停|堆|贴|倒)|(?:麻烦|请|帮忙|希望|能不能).{0,10}(?:处理|修|清|来看|派人|管|剪|紧固)|受不了|没法|broken|blocked|leak|please (?:fix|send|help)");

    /** Asks for a rule, a way, a figure. */
    static final Pattern ASKS_RULE =
            Pattern.compile(
                    "多少(?!次)|几(?:天|点|号|钱|钿|岁|个|年|时|级|倍|种|次)|什么|啥|哪(?:里|些|个|几|能|种|儿)|怎么(?:办理|弄|申请|走|交|算|查|领|报名|处罚|罚|分|填|写|才|样才)|如何|是否|能不能|能(?:养|放|开|停|装|用|办|领|申请|退|充|进).*(?:吗|伐|么)|可不可以|可以.*(?:吗|伐|么)|要不要|需不需要|需要.*(?:吗|么|伐|什么|啥)|规定|条例|政策|法律|罚(?:款|多少|几|不罚)|违法(?:吗|伐|么)|犯法|合法|标准|材料|手续|办理|申请|补贴|条件|流程|多久|期限|责任|归谁|谁(?:管|发|负责|来|出|修)|许可证?|资格|算不算|是不是|有没有.{0,8}(?:规定|要求|限制|补贴)|how (?:much|many|to|long)|what|where|when|which|can i|do i");

    static final Pattern QUESTION_END = Pattern.compile(".*(?:[?吗么嘛伐呢]|不啦|对伐)[。!~ ]*");

    /** A short question that leans on the one before. */
    static final Pattern FOLLOW_UP =
            Pattern.compile("(?:那|那么|它|这个?|依据|根据|罚|要|多|几|在哪|怎么|谁|如果|哪).{0,14}|.{1,10}呢[?。 ]*");

    static int count(Pattern pattern, String text, int most) {
        int found = 0;
        Matcher matcher = pattern.matcher(text);
        while (found < most && matcher.find()) {
            found++;
        }
        return found;
    }
}
