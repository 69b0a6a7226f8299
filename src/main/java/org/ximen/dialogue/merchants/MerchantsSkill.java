package org.ximen.dialogue.merchants;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Conversation.LastAnswer;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.knowledge.Article;
import org.ximen.merchants.Merchants;
import org.ximen.merchants.Shop;
import org.ximen.merchants.ShopDetails;
import org.ximen.merchants.ShopReader.ToldShop;
import org.ximen.understanding.Act;
import org.ximen.understanding.DangerReading;

/** Notes a merchant's shop once they agree, and says what there is for it. */
public final class MerchantsSkill implements Skill {
    private static final String NAME = "merchants";
    // What was understood and waits for consent.
    private static final String CONSENT = "consent";
    // Something of it is to be told anew.
    private static final String CHANGE = "change";
    // So likely something is wrong there.
    private static final double TROUBLE = 0.3;
    private static final double ASKED = 0.5;
    private static final Set<DangerReading.Level> CALM =
            EnumSet.of(DangerReading.Level.NONE, DangerReading.Level.MENTIONED);
    // Acts as which words of one's own shop are read, too: 店不开了，想注销.
    private static final Set<Act> PERHAPS =
            EnumSet.of(Act.NOT_OURS, Act.WITHDRAW, Act.PRIVACY, Act.SIGNUP, Act.SMALLTALK);
    // These are about what is under way, where anything is.
    private static final Set<Act> OF_OTHERS = EnumSet.of(Act.WITHDRAW, Act.PRIVACY, Act.SIGNUP);
    // As these a correction of what was understood is read.
    private static final Set<Act> CORRECTIONS =
            EnumSet.of(
                    Act.PROFILE,
                    Act.PLACE_ONLY,
                    Act.CORRECT,
                    Act.SUPPLEMENT,
                    Act.SMALLTALK,
                    Act.YES);
    // These are never taken for one, however unsure they are.
    private static final Set<Act> NO_CORRECTION =
            EnumSet.of(Act.ASK, Act.REPORT, Act.GRIEVANCE, Act.STATUS, Act.URGE, Act.PRIVACY);
    // Below it what was read may as well be a correction.
    private static final double UNSURE = 0.5;

    private final Merchants merchants;
    private final MerchantReplies replies;

    /** Reads and writes by these features. */
    public MerchantsSkill(Features features) {
        this.merchants = features.merchants();
        this.replies = new MerchantReplies(features.merchants());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(entry("shop", "shop"), entry("我的店", "shop"));
    }

    @Override
    public Set<String> buttons() {
        return Set.of(
                "shop",
                "shop-keep",
                "shop-edit",
                "shop-drop",
                "shop-stage",
                "shop-delete",
                "shop-loud",
                "shop-quiet",
                "shop-guide",
                "policy-useful",
                "policy-useless");
    }

    /**
     * What somebody tells of themselves, where it is about their shop; empty where it is not.
     *
     * @param turn read as a profile
     */
    public Optional<Work> told(Turn turn) {
        return turn.standing().draft() == null && isCalm(turn)
                ? merchants.reader().stage(turn.words()).flatMap(stage -> about(turn, stage))
                : Optional.empty();
    }

    private Optional<Work> about(Turn turn, String stage) {
        var told = merchants.reader().read(turn.words(), turn.reading().places());
        return Optional.of(standing -> understood(turn, told, stage, standing));
    }

    @Override
    public Optional<Work> answer(Turn turn) {
        if (turn.standing().draft() != null || !turn.hasWords() || !isCalm(turn)) {
            return Optional.empty();
        }
        var waiting = waiting(turn.standing());
        var answered =
                waiting.isPresent() && turn.followsQuestion()
                        ? answered(turn, waiting.get())
                        : Optional.<Work>empty();
        return answered.or(() -> unasked(turn));
    }

    private static boolean isCalm(Turn turn) {
        var reading = turn.reading();
        return turn.incoming().photos().isEmpty()
                && CALM.contains(reading.danger().level())
                && reading.clauses().size() <= 1
                && reading.probability(Act.REPORT) + reading.probability(Act.HELP) < TROUBLE
                && (reading.probability(Act.ASK) < ASKED || isToChange(turn));
    }

    /** Whether the person was just asked what to change, so that words may well say it. */
    private static boolean isToChange(Turn turn) {
        return turn.standing().wasAsked(NAME, CHANGE) && turn.followsQuestion();
    }

    private static Optional<ShopDetails> waiting(Conversation standing) {
        return Optional.ofNullable(standing.asked())
                .filter(asked -> asked.is(NAME, CONSENT) || asked.is(NAME, CHANGE))
                .map(OpenQuestion::value)
                .map(ShopDetails::of);
    }

    private Optional<Work> answered(Turn turn, ShopDetails waiting) {
        var told = merchants.reader().read(turn.words(), turn.reading().places());
        boolean consents = turn.act() == Act.YES && turn.standing().wasAsked(NAME, CONSENT);
        if (consents && !told.changes(waiting)) {
            return Optional.of(standing -> keep(turn, waiting, standing));
        }
        if (refuses(turn, told, waiting)) {
            return Optional.of(standing -> drop(turn, standing));
        }
        boolean named = told.name() != null && turn.act() == Act.ASK && isToChange(turn);
        return (corrects(turn) || named) && !told.isEmpty()
                ? told.over(waiting)
                        .map(details -> standing -> propose(turn, details, false, standing))
                : Optional.empty();
    }

    /** No, where it tells nothing else; what is taken back is this only where nothing is open. */
    private boolean refuses(Turn turn, ToldShop told, ShopDetails waiting) {
        return switch (turn.act()) {
            case NO -> !told.withoutStage().changes(waiting);
            case WITHDRAW -> turn.around().open().isEmpty() && unaskedStage(turn).isEmpty();
            default -> false;
        };
    }

    /** Whether what it tells anew counts over what was understood before. */
    private static boolean corrects(Turn turn) {
        return turn.act() == Act.NO
                || CORRECTIONS.contains(turn.act())
                || turn.sureness() < UNSURE && !NO_CORRECTION.contains(turn.act());
    }

    /** Words that were read as something else, but plainly are of one's own shop. */
    private Optional<Work> unasked(Turn turn) {
        return unaskedStage(turn).flatMap(stage -> about(turn, stage));
    }

    private Optional<String> unaskedStage(Turn turn) {
        boolean others =
                OF_OTHERS.contains(turn.act()) && !turn.around().open().isEmpty()
                        || turn.standing().asked() != null && waiting(turn.standing()).isEmpty();
        return PERHAPS.contains(turn.act()) && !others
                ? merchants.reader().plainStage(turn.words())
                : Optional.empty();
    }

    @Override
    public Work take(Turn turn, Call call) {
        return call instanceof Call.Pressed(var button, var value)
                ? standing -> pressed(turn, button, value, standing)
                : standing -> shown(turn, standing);
    }

    private Step pressed(Turn turn, String button, String value, Conversation standing) {
        return switch (button) {
            case "shop-keep" ->
                    withWaiting(turn, standing, each -> agreed(turn, value, each, standing));
            case "shop-drop" -> drop(turn, standing);
            case "shop-edit" -> edit(turn, standing);
            case "shop-stage" -> stage(turn, value, standing);
            case "shop-delete" -> delete(turn, standing);
            case "shop-loud" -> loud(turn, standing);
            case "shop-quiet" -> quiet(turn, standing);
            case "shop-guide" -> guide(turn, value, standing);
            case "policy-useful" -> useful(turn, value, true, standing);
            case "policy-useless" -> useful(turn, value, false, standing);
            default -> shown(turn, standing);
        };
    }

    private interface Doing {
        Step with(ShopDetails details);
    }

    private Step withWaiting(Turn turn, Conversation standing, Doing doing) {
        return waiting(standing)
                .map(doing::with)
                .orElseGet(() -> Step.of(replies.gone(turn), standing));
    }

    private Step understood(Turn turn, ToldShop told, String stage, Conversation standing) {
        var before = merchants.of(turn.person()).map(Shop::details).orElse(null);
        var details = told.over(before).map(each -> each.in(stage));
        return details.map(each -> propose(turn, each, true, standing))
                .orElseGet(() -> Step.of(replies.guides(turn, null, stage, told.area()), standing));
    }

    private Step propose(Turn turn, ShopDetails details, boolean guided, Conversation standing) {
        if (standing.draft() != null) {
            return Step.of(replies.draftFirst(turn), standing);
        }
        var reply = replies.proposal(turn, details, guided);
        return Step.of(reply, standing.asking(waitingFor(CONSENT, details)));
    }

    private static OpenQuestion waitingFor(String about, ShopDetails details) {
        return new OpenQuestion(NAME, about, details.written());
    }

    /** Only what stood above the button is agreed to. */
    private Step agreed(Turn turn, String version, ShopDetails details, Conversation standing) {
        return version.equals(MerchantReplies.version(details))
                ? keep(turn, details, standing)
                : propose(turn, details, false, standing);
    }

    private Step keep(Turn turn, ShopDetails details, Conversation standing) {
        var shop = merchants.keep(turn.person(), details, turn.now());
        return Step.of(replies.kept(turn, shop), standing.asking(null));
    }

    private Step drop(Turn turn, Conversation standing) {
        boolean ours = waiting(standing).isPresent();
        var reply =
                merchants
                        .of(turn.person())
                        .map(shop -> replies.asBefore(turn, shop))
                        .orElseGet(() -> replies.dropped(turn));
        return Step.of(reply, ours ? standing.asking(null) : standing);
    }

    private Step edit(Turn turn, Conversation standing) {
        var details = waiting(standing).or(() -> merchants.of(turn.person()).map(Shop::details));
        if (details.isEmpty()) {
            return Step.of(replies.gone(turn), standing);
        }
        return standing.draft() != null
                ? Step.of(replies.draftFirst(turn), standing)
                : Step.of(
                        replies.edit(turn, details.get()),
                        standing.asking(waitingFor(CHANGE, details.get())));
    }

    private Step stage(Turn turn, String stage, Conversation standing) {
        boolean known = merchants.catalog().stage(stage).isPresent();
        return known
                ? withWaiting(turn, standing, each -> propose(turn, each.in(stage), true, standing))
                : Step.of(replies.gone(turn), standing);
    }

    private Step delete(Turn turn, Conversation standing) {
        boolean was = merchants.delete(turn.person());
        return Step.of(was ? replies.deleted(turn) : replies.none(turn), standing);
    }

    private Step loud(Turn turn, Conversation standing) {
        merchants.loud(turn.person(), turn.now());
        return shown(turn, standing);
    }

    private Step quiet(Turn turn, Conversation standing) {
        merchants.quiet(turn.person());
        boolean noted = merchants.of(turn.person()).isPresent();
        return Step.of(noted ? replies.quiet(turn) : replies.none(turn), standing);
    }

    private Step shown(Turn turn, Conversation standing) {
        var shop = merchants.of(turn.person());
        return Step.of(
                shop.map(each -> replies.shop(turn, each)).orElseGet(() -> replies.none(turn)),
                standing);
    }

    private Step guide(Turn turn, String id, Conversation standing) {
        return merchants
                .guide(id, turn.now())
                .map(article -> Step.of(replies.guide(turn, article), read(article, standing)))
                .orElseGet(() -> Step.of(replies.gone(turn), standing));
    }

    /** What is asked next may be about it. */
    private static Conversation read(Article article, Conversation standing) {
        return standing.answered(
                new LastAnswer(
                        article.title(), List.of(), List.of(article.id()), article.title(), true));
    }

    private Step useful(Turn turn, String value, boolean useful, Conversation standing) {
        var told = id(value);
        var answered =
                told == null
                        ? Optional.<Merchants.Answered>empty()
                        : merchants.answer(turn.person(), told, useful, turn.now());
        return Step.of(
                answered.map(each -> replies.answered(turn, each))
                        .orElseGet(() -> replies.gone(turn)),
                standing);
    }

    private static @Nullable Long id(String value) {
        return value.matches("\\d{1,18}") ? Long.valueOf(value) : null;
    }
}
