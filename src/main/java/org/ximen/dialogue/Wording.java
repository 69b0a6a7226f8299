package org.ximen.dialogue;

import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.QUESTION;
import static org.ximen.chat.Reply.Kind.REFUSAL;
import static org.ximen.chat.Reply.Kind.STATUS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Category;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.posters.Poster;
import org.ximen.text.Masking;

/** Puts outcomes into words: short, polite, plain. The only place where the dialogue speaks. */
final class Wording {
    static final Choice PERSON = Buttons.plain("找工作人员", "person");
    static final Choice REPORT = Buttons.plain("报问题", "report");
    private static final Choice STATUS_BUTTON = Buttons.plain("查进度", "status");
    static final Choice CANCEL = Buttons.plain("不报了", "cancel");

    private Wording() {}

    /** The reply to one outcome. */
    static Reply of(Outcome outcome, District district) {
        var cases = new CaseWording(district);
        return switch (outcome) {
            case Outcome.Welcomed() -> welcome(district);
            case Outcome.Arrived(var poster, var area) -> arrived(poster, area);
            case Outcome.PhoneKept(var number) ->
                    Reply.of(
                            STATUS,
                            "记下了您的手机号 "
                                    + Masking.mask(number)
                                    + "，只有经办您的事的工作人员能查看。不想留了，发“忘记我”就会删除。");
            case Outcome.EditSeen() -> Reply.of(HELP, "您改了前面的话，我看到了；但已经记下的内容不会跟着变。请把要改的地方再发一次。");
            case Outcome.PrivateWanted() ->
                    Reply.of(HELP, "这里大家都看得到。为了保护您的信息，请私聊我，把这件事再说一遍。").wishing(Reply.Wish.PRIVACY);
            case Outcome.Helped() -> help();
            case Outcome.Thanked() -> Reply.of(HELP, "不客气。还有问题，随时告诉我。");
            case Outcome.Found found -> AnswerWording.found(found);
            case Outcome.Marked(var useful) ->
                    Reply.of(HELP, useful ? "谢谢，有用就好。" : "已经记下了，谢谢。编辑会看这条回答。");
            case Outcome.WhyWanted(var answer) -> AnswerWording.why(answer);
            case Outcome.WhyKept() -> Reply.of(HELP, "谢谢，记下了，编辑会看。想多说一句，直接发来就行；也可以接着问别的。", PERSON);
            case Outcome.RemarkKept(var finding) -> AnswerWording.remarked(finding);
            case Outcome.QuietKept() -> Reply.of(STATUS, "好的，以后您问过的问题有了答案，不再发消息告诉您。");
            case Outcome.ButtonGone() -> Reply.of(HELP, "这个按钮已经过期了。请直接打字告诉我您要问什么、报什么。");
            case Outcome.WordsWanted(var sketch) -> wordsWanted(sketch);
            case Outcome.PlaceWanted(var sketch) -> cases.placeWanted(sketch);
            case Outcome.CategoryWanted(var nearest) -> categoryWanted(nearest);
            case Outcome.PhotoWanted() ->
                    Reply.of(QUESTION, "请把照片发过来。没有照片也可以直接提交。", submit(), CANCEL);
            case Outcome.ConfirmationWanted wanted -> cases.confirmationWanted(wanted);
            case Outcome.SimilarFound(var other) -> cases.similarFound(other);
            case Outcome.Filed(var filed) -> cases.filed(filed);
            case Outcome.OutsideTold(var outside) ->
                    Reply.of(
                            REFUSAL,
                            "这件事好像在"
                                    + outside.name()
                                    + "，由那边负责。"
                                    + outside.advice()
                                    + "。如果在"
                                    + district.whole().name()
                                    + "，请写上路名和门牌号再发一次。",
                            PERSON);
            case Outcome.Joined(var joined) -> cases.joined(joined);
            case Outcome.AlreadyFiled(var known) -> cases.alreadyFiled(known);
            case Outcome.Added(var known) -> cases.added(known);
            case Outcome.DraftDropped() ->
                    Reply.of(STATUS, "好的，这次没有提交，也没有留下记录。要报的时候随时告诉我。", REPORT);
            case Outcome.CancelWanted(var open) -> cases.cancelWanted(open);
            case Outcome.Cancelled(var cancelled) ->
                    Reply.of(STATUS, cancelled.number() + " 已撤销，不再处理。").about(cancelled.number());
            case Outcome.NotCancelled(var number) ->
                    Reply.of(STATUS, number + " 已经派人处理，不能撤销了。需要帮助请找工作人员。", PERSON).about(number);
            case Outcome.NothingToCancel() -> Reply.of(HELP, "现在没有可以取消的上报。", STATUS_BUTTON);
            case Outcome.NothingToSubmit() ->
                    Reply.of(HELP, "现在没有等待提交的上报。要报问题，请直接说发生了什么、在哪里。", REPORT);
            case Outcome.CaseShown(var shown) -> cases.shown(shown);
            case Outcome.CasesShown(var shown) -> cases.list(shown);
            case Outcome.CaseUnknown(var number) ->
                    Reply.of(
                            STATUS,
                            "在您的上报里没有找到 " + number + "。每个人只能查自己报的事，请核对编号。",
                            STATUS_BUTTON,
                            PERSON);
            case Outcome.AreaWanted(var said, var areas) -> areaWanted(said, areas);
            case Outcome.Subscribed(var area) -> subscribed(area == null ? null : area.name());
            case Outcome.Unsubscribed(var area, var was) ->
                    unsubscribed(area == null ? null : area.name(), was);
            case Outcome.ProfileSet(var merchant) ->
                    Reply.of(HELP, merchant ? "记下了：您是商户。以后会收到发给商户的通知。" : "记下了：您是居民。");
            case Outcome.PersonCalled(var receipt) ->
                    Reply.of(STATUS, receipt).wishing(Reply.Wish.PHONE);
            case Outcome.WordsOnly() ->
                    Reply.of(HELP, "工作人员正在和您交谈，照片和位置暂时转不过去，请用文字说明。要报问题，请先回复“结束”。");
            case Outcome.PersonLeft() -> Reply.of(HELP, "好的，人工服务已结束。您可以继续问我或报问题。", REPORT);
            case Outcome.PrivacyTold(var kept) -> privacy(kept);
            case Outcome.ForgetWanted() -> forgetWanted();
            case Outcome.Forgotten() -> forgotten();
            case Outcome.LanguageSet(var language) -> language(language);
            case Outcome.BindTried(var tried) -> BindWording.tried(tried);
            case Outcome.Unbound(var account) -> BindWording.unbound(account);
            case Outcome.Unreadable() ->
                    Reply.of(HELP, "没有看到文字。请写几个字，或者发照片、发位置。", REPORT, STATUS_BUTTON);
        };
    }

    private static Reply welcome(District district) {
        return Reply.of(
                HELP,
                "您好，我是"
                        + district.whole().name()
                        + "的西门小助。您可以：\n"
                        + "· 问政策：直接打字，例如“遛狗不牵绳罚多少”\n"
                        + "· 报问题：说发生了什么、在哪里，可以发照片和位置\n"
                        + "· 查进度：看您报的事办到哪一步\n"
                        + "遇到人身危险，请先打 110、119 或 120。",
                REPORT,
                STATUS_BUTTON,
                Buttons.plain("订阅通知", "subscribe"));
    }

    private static Reply arrived(Poster poster, Area area) {
        boolean shop = poster.kind() == Poster.Kind.SHOP;
        return Reply.of(
                HELP,
                "您好，我是西门小助。您扫的是“"
                        + poster.place()
                        + "”的码（"
                        + area.name()
                        + "）。\n"
                        + "· 这里有什么问题，直接告诉我，地点我已经知道了\n"
                        + (shop ? "· 开店、招牌、消防这些政策，直接打字问\n" : "· 办事、政策，直接打字问\n")
                        + "遇到人身危险，请先打 110、119 或 120。",
                REPORT,
                Buttons.with("订阅" + area.name() + "通知", "area", area.code()),
                shop ? Buttons.plain("我是这里的商户", "merchant") : Buttons.plain("查进度", "status"));
    }

    private static Reply help() {
        return Reply.of(
                HELP,
                "您可以直接打字，也可以用这些词：\n"
                        + "报事 – 报一个问题\n进度 – 查您报的事（也可以发编号）\n"
                        + "订阅 / 退订 – 收或不收街道通知，例如“订阅 小桃园居委会”\n"
                        + "人工 – 找工作人员\n取消 – 不报了\n隐私 – 我们怎么用您的信息\n忘记我 – 删除您的信息\n"
                        + "遇到人身危险，请先打 110、119 或 120。",
                REPORT,
                STATUS_BUTTON,
                PERSON);
    }

    private static Reply wordsWanted(Sketch sketch) {
        var seen =
                sketch.photos().isEmpty()
                        ? sketch.where().known() ? "收到位置（" + sketch.where().text() + "）。" : ""
                        : "收到照片。";
        var rest = sketch.where().known() ? "请说说这里有什么问题。" : "请说说发生了什么、在哪里（写路名和门牌号，或者发位置）。";
        return Reply.of(QUESTION, seen + rest, CANCEL);
    }

    private static Reply categoryWanted(List<Category> nearest) {
        var choices = new ArrayList<Choice>();
        nearest.forEach(c -> choices.add(Buttons.with(c.shown(), "category", c.code())));
        choices.add(Buttons.plain("说不清，请工作人员判断", "unknown-category"));
        choices.add(CANCEL);
        var text = nearest.isEmpty() ? "这属于哪一类问题？请用几个字说说，例如“路灯不亮”“垃圾没人收”。" : "这属于哪一类问题？";
        return Reply.of(QUESTION, text, choices);
    }

    static Choice submit() {
        return Buttons.plain("提交", "submit");
    }

    private static Reply areaWanted(@Nullable String said, List<Area> areas) {
        var choices = new ArrayList<Choice>();
        areas.forEach(area -> choices.add(Buttons.with(area.name(), "area", area.code())));
        choices.add(Buttons.plain("只要全街道的通知", "subscribe"));
        var lead = said == null ? "" : "只凭这个还分不清是哪个居委会。";
        return Reply.of(QUESTION, lead + "您要订哪个居委会的通知？", choices);
    }

    private static Reply subscribed(@Nullable String area) {
        var what = area == null ? "已订阅全街道的通知。" : "已订阅" + area + "和全街道的通知。";
        var choices = new ArrayList<Choice>();
        if (area == null) {
            choices.add(Buttons.plain("再订我居委会的", "subscribe-area"));
        }
        choices.add(Buttons.plain("我是商户", "merchant"));
        choices.add(Buttons.plain("退订", "unsubscribe"));
        return Reply.of(STATUS, what + "有新通知会发到这里。不想收了，发“退订”就行。", choices);
    }

    private static Reply unsubscribed(@Nullable String area, boolean was) {
        if (!was) {
            return Reply.of(STATUS, "您还没有订阅" + (area == null ? "通知。" : area + "的通知。"));
        }
        var what = area == null ? "已退订全部通知。" : "已退订" + area + "的通知。";
        return Reply.of(STATUS, what + "您报的事办到哪一步，还会告诉您。", Buttons.plain("重新订阅", "subscribe"));
    }

    private static Reply privacy(List<String> kept) {
        return Reply.of(
                HELP,
                "我们只留办事要用的：您发来的话、照片、位置，和您订阅了什么。\n"
                        + "· 照片去掉了拍摄地点等信息，只有您和经办人员能看\n"
                        + "· 匿名上报时，经办人员看不到是谁报的\n"
                        + "· 不会交给无关的人，也不用来做广告\n"
                        + "现在存着的：\n"
                        + kept.stream()
                                .map(line -> "· " + line + "\n")
                                .collect(Collectors.joining())
                        + "想删除，请发“忘记我”。",
                Buttons.plain("查我报的事", "status"));
    }

    private static Reply forgetWanted() {
        return Reply.of(
                QUESTION,
                "要删除您的全部信息吗？对话、订阅、照片会清除，您报过的事将不再和您关联，也查不到进度；还没办完的，文字留到办结为止。删除后不能恢复。\n确定请点“确认删除”；不想删除，不用回复。",
                Buttons.plain("确认删除", "forget"));
    }

    private static Reply forgotten() {
        return Reply.of(
                HELP, "已删除。您的对话、订阅和照片都清除了，您报过的事不再和您关联。" + "还没办完的事，您写的文字（号码已遮住，姓名没有遮）留到办结为止，办结时清除。");
    }

    private static Reply language(String language) {
        return "en".equals(language)
                ? Reply.of(
                        HELP,
                        "Noted: English. You can write to me in English; describe a problem with"
                                + " its place, or ask a question. The policies I quote are in"
                                + " Chinese. In danger call 110, 119 or 120 first.",
                        REPORT,
                        PERSON)
                : Reply.of(HELP, "好的，用中文。");
    }
}
