package org.ximen.dialogue.merchants;

import static org.ximen.chat.Reply.Kind.ANSWER;
import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.QUESTION;
import static org.ximen.chat.Reply.Kind.STATUS;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Choice;
import org.ximen.chat.Citation;
import org.ximen.chat.Reply;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Turn;
import org.ximen.knowledge.Article;
import org.ximen.merchants.Merchants;
import org.ximen.merchants.Shop;
import org.ximen.merchants.ShopDetails;
import org.ximen.merchants.ShopSteward;
import org.ximen.text.Plain;

/** What is said to merchants of their shop. */
final class MerchantReplies {
    private static final String RUNNING = "run";
    private static final int LABEL = 20;
    private static final int MOST_BYTES = 60;
    private static final int LEAD = 300;
    private static final int MOST_SECTIONS = 12;

    private final Merchants merchants;
    private final SkillTexts texts = new SkillTexts(MerchantsSkill.class);

    MerchantReplies(Merchants merchants) {
        this.merchants = merchants;
    }

    /** What was understood, what there is for it, and whether it may be noted. */
    Reply proposal(Turn turn, ShopDetails details, boolean guided) {
        var choices = new ArrayList<Choice>();
        choices.add(texts.button(turn.language(), "shop-keep", version(details)));
        choices.add(button(turn, "shop-edit"));
        choices.add(button(turn, "shop-drop"));
        boolean helped = guided && !details.stage().equals(RUNNING);
        var guides = helped ? guides(turn, details) : List.<Article>of();
        choices.addAll(opening(guides));
        var help = helped ? said(turn, details.stage(), details.area(), guides) + "\n" : "";
        var text = help + say(turn, "proposal", described(turn, details), promise(turn));
        return new Reply(
                QUESTION, text, cited(guides), choices, null, Reply.Wish.NOTHING, null, null);
    }

    /** What comes of consent, and of none. */
    private String promise(Turn turn) {
        return merchants
                .of(turn.person())
                .map(shop -> say(turn, shop.told() ? "proposal.told" : "proposal.quiet"))
                .orElseGet(() -> say(turn, "proposal.new"));
    }

    /** Tells what is proposed from another that was proposed before. */
    static String version(ShopDetails details) {
        return Integer.toHexString(details.written().hashCode());
    }

    private List<Article> guides(Turn turn, ShopDetails details) {
        return merchants.guides(
                details.trade(), details.stage(), details.area(), turn.language(), turn.now());
    }

    /** What there is for a stage, where too little was told to note a shop. */
    Reply guides(Turn turn, @Nullable String trade, String stage, @Nullable String area) {
        var guides = merchants.guides(trade, stage, area, turn.language(), turn.now());
        var text = said(turn, stage, area, guides) + "\n" + say(turn, "tell");
        return new Reply(
                HELP, text, cited(guides), opening(guides), null, Reply.Wish.NOTHING, null, null);
    }

    private String said(Turn turn, String stage, @Nullable String area, List<Article> guides) {
        var name = merchants.catalog().stageName(turn.language(), stage);
        var titles =
                guides.stream()
                        .map(article -> say(turn, "guide.line", article.title()))
                        .collect(Collectors.joining("\n"));
        var found =
                guides.isEmpty()
                        ? say(turn, "guides.none", name)
                        : say(turn, "guides", name, titles);
        return found + "\n" + steward(turn, area);
    }

    private String steward(Turn turn, @Nullable String area) {
        return merchants
                .catalog()
                .steward(area)
                .map(each -> steward(turn, each))
                .orElseGet(() -> say(turn, "steward.none"));
    }

    private String steward(Turn turn, ShopSteward steward) {
        var where = steward.area() == null ? say(turn, "steward.all") : steward.area();
        var phone = steward.phone();
        var called =
                phone == null ? say(turn, "steward.unknown") : say(turn, "steward.phone", phone);
        var sample = steward.isSample() ? say(turn, "sample") : "";
        return say(turn, "steward", where, steward.name() + sample, called);
    }

    private static List<Citation> cited(List<Article> guides) {
        return guides.stream().map(MerchantReplies::citation).toList();
    }

    private static Citation citation(Article article) {
        return new Citation(
                article.id(),
                article.title(),
                null,
                article.issuer(),
                article.published(),
                article.effective(),
                article.last(),
                article.checkedOn(),
                article.source(),
                article.language().code());
    }

    private static List<Choice> opening(List<Article> guides) {
        return guides.stream()
                .filter(article -> fits(article.id()))
                .map(article ->
                        SkillTexts.labelled(label(article.title()), "shop-guide", article.id()))
                .toList();
    }

    private static boolean fits(String id) {
        return ("shop-guide:" + id).getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    private static String label(String title) {
        return title.length() <= LABEL ? title : title.substring(0, LABEL) + "…";
    }

    /** One guide: how it begins, and what else it has. */
    Reply guide(Turn turn, Article article) {
        var lead = Plain.start(article.text(), LEAD);
        var sections =
                article.sections().stream()
                        .filter(section -> !section.path().isEmpty())
                        .map(section -> section.path().getLast())
                        .distinct()
                        .limit(MOST_SECTIONS)
                        .map(heading -> say(turn, "guide.section", heading))
                        .collect(Collectors.joining("\n"));
        var rest = sections.isEmpty() ? "" : "\n" + say(turn, "guide.more", sections);
        var text = say(turn, "guide", article.title(), lead) + rest;
        return Reply.cited(ANSWER, text, List.of(citation(article)));
    }

    private String described(Turn turn, ShopDetails details) {
        var name = details.name() == null ? "" : say(turn, "named", details.name());
        var place = details.place() == null ? say(turn, "placeless") : details.place();
        return say(
                turn,
                "described",
                name,
                place,
                merchants.catalog().tradeName(turn.language(), details.trade()),
                merchants.catalog().stageName(turn.language(), details.stage()));
    }

    Reply kept(Turn turn, Shop shop) {
        var details = shop.details();
        var text =
                say(turn, "kept", described(turn, details))
                        + "\n"
                        + steward(turn, details.area())
                        + "\n"
                        + say(turn, shop.told() ? "kept.told" : "kept.quiet");
        return Reply.of(STATUS, text, button(turn, "shop"));
    }

    Reply shop(Turn turn, Shop shop) {
        var details = shop.details();
        var stopped = merchants.stopped(shop);
        var choices = new ArrayList<>(List.of(button(turn, "shop-edit")));
        choices.add(button(turn, "shop-delete"));
        boolean loud = shop.told() && stopped.isEmpty();
        if (!loud) {
            choices.add(button(turn, "shop-loud"));
        }
        if (shop.told()) {
            choices.add(button(turn, "shop-quiet"));
        }
        var pushes =
                shop.told()
                        ? stopped.isEmpty()
                                ? say(turn, "shop.told")
                                : say(turn, "shop.stopped", tags(turn, stopped))
                        : say(turn, "shop.quiet");
        var guides = guides(turn, details);
        choices.addAll(opening(guides));
        var text =
                say(turn, "shop", described(turn, details))
                        + "\n"
                        + pushes
                        + "\n"
                        + said(turn, details.stage(), details.area(), guides);
        return Reply.of(HELP, text, choices);
    }

    private String tags(Turn turn, Set<String> tags) {
        return tags.stream()
                .sorted()
                .map(tag -> merchants.catalog().tagName(turn.language(), tag))
                .collect(Collectors.joining(turn.language().of("、", ", ")));
    }

    Reply edit(Turn turn, ShopDetails details) {
        var choices =
                merchants.catalog().stages().stream()
                        .map(stage ->
                                SkillTexts.labelled(
                                        merchants.catalog().stageName(turn.language(), stage.id()),
                                        "shop-stage",
                                        stage.id()))
                        .toList();
        return Reply.of(QUESTION, say(turn, "edit", described(turn, details)), choices);
    }

    Reply answered(Turn turn, Merchants.Answered answered) {
        var tag = answered.stoppedTag();
        var key = answered.useful() ? "useful" : "useless";
        return tag == null
                ? Reply.of(STATUS, say(turn, key))
                : Reply.of(
                        STATUS,
                        say(turn, "stopped", tags(turn, Set.of(tag))),
                        button(turn, "shop"));
    }

    Reply dropped(Turn turn) {
        return Reply.of(STATUS, say(turn, "dropped"));
    }

    /** What was proposed was refused; what was noted before stays. */
    Reply asBefore(Turn turn, Shop shop) {
        var text = say(turn, "as-before", described(turn, shop.details()));
        return Reply.of(STATUS, text, button(turn, "shop-delete"));
    }

    Reply quiet(Turn turn) {
        return Reply.of(STATUS, say(turn, "quiet"), button(turn, "shop"));
    }

    Reply deleted(Turn turn) {
        return Reply.of(STATUS, say(turn, "deleted"));
    }

    Reply none(Turn turn) {
        return Reply.of(HELP, say(turn, "none"));
    }

    Reply gone(Turn turn) {
        return Reply.of(HELP, say(turn, "gone"));
    }

    Reply draftFirst(Turn turn) {
        return Reply.of(HELP, say(turn, "draft-first"));
    }

    private Choice button(Turn turn, String name) {
        return texts.button(turn.language(), name);
    }

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }
}
