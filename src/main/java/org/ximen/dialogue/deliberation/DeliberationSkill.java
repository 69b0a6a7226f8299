package org.ximen.dialogue.deliberation;

import static java.util.Map.entry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ximen.chat.Reply;
import org.ximen.deliberation.BallotCode;
import org.ximen.deliberation.CodeCheck;
import org.ximen.deliberation.Deliberation;
import org.ximen.deliberation.Deliberations;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.dialogue.ask.AskSkill;
import org.ximen.residents.Residents;
import org.ximen.understanding.Act;
import org.ximen.workdays.WorkCalendar;

/** Lets residents take part in what is talked over (协商). */
public final class DeliberationSkill implements Skill {
    private static final String COMMENT = "comment";
    private static final String OPTION = "option";
    private static final String OPTION_BUTTON = "deliberation-option";
    private static final String NOTE_BUTTON = "deliberation-note";
    // Less sure than this, words are left to whatever else takes them.
    private static final double LIKELY = 0.5;
    private static final Map<String, String> COMMANDS =
            Map.ofEntries(entry("deliberations", "deliberations"), entry("协商", "deliberations"));
    private static final Set<Act> LETS_GO = EnumSet.of(Act.NO, Act.WITHDRAW);
    private static final Set<Act> OPINIONS = EnumSet.of(Act.SUGGEST, Act.GRIEVANCE);

    private final Deliberations deliberations;
    private final Residents residents;
    private final AskSkill ask;
    private final TypedCode typed;
    // Whether words are a comment is asked several times, and may need the files.
    private final Cache<Turn, Boolean> comments = Caffeine.newBuilder().weakKeys().build();
    private final DeliberationReplies replies = new DeliberationReplies();

    /**
     * Reads and writes by these features.
     *
     * @param ask knows what is a question that the files answer
     */
    public DeliberationSkill(Features features, AskSkill ask) {
        this.ask = ask;
        this.deliberations = features.deliberations();
        this.residents = features.residents();
        this.typed = new TypedCode(deliberations, COMMANDS.keySet());
    }

    @Override
    public String name() {
        return AskedLast.SKILL;
    }

    @Override
    public Map<String, String> commands() {
        return COMMANDS;
    }

    @Override
    public Set<String> buttons() {
        return Set.of(
                "deliberations",
                "deliberation",
                "deliberation-say",
                NOTE_BUTTON,
                "deliberation-undo",
                AskedLast.LETTING_GO,
                "deliberation-come",
                "deliberation-absent",
                "deliberation-vote",
                OPTION_BUTTON,
                "deliberation-follow",
                "deliberation-quiet");
    }

    /** A ballot, and a comment, of which nobody is to read whose it is. */
    @Override
    public boolean isSecret(Turn turn) {
        var pressed = turn.incoming().choice();
        return pressed != null
                ? pressed.startsWith(OPTION_BUTTON + ":") || pressed.startsWith(NOTE_BUTTON + ":")
                : isCode(turn)
                        || isChoice(turn)
                        || isComment(turn)
                        || perhapsMeant(turn).isPresent();
    }

    @Override
    public boolean isCode(Turn turn) {
        return typed.code(turn).isPresent();
    }

    /** A wrong code that was sent unasked counts as one. */
    @Override
    public void heard(Turn turn) {
        if (typed.isGuess(turn)) {
            deliberations.tried(turn.person(), turn.now());
        }
    }

    /** Whatever a code sounds like, it is one. */
    @Override
    public Optional<Work> claim(Turn turn) {
        return typed.code(turn).map(code -> standing -> coded(turn, code, standing));
    }

    @Override
    public boolean awaitsWords(Turn turn) {
        return isComment(turn) || isChoice(turn) || isCode(turn);
    }

    private boolean isComment(Turn turn) {
        return AskedLast.is(turn, COMMENT)
                && AskedLast.isSaid(turn)
                && comments.get(turn, this::isOpinion);
    }

    /** A question may be one on the matter, unless the files have the answer. */
    private boolean isOpinion(Turn turn) {
        return !AskedLast.isElse(turn) || turn.act() == Act.ASK && ask.ifAnswered(turn).isEmpty();
    }

    /** Whatever is said where an option is to be pressed may say which. */
    private static boolean isChoice(Turn turn) {
        return AskedLast.is(turn, OPTION) && AskedLast.isSaid(turn);
    }

    /** A comment that was asked for; an opinion on what is being talked over. */
    @Override
    public Optional<Work> answer(Turn turn) {
        if (isComment(turn)) {
            return Optional.of(
                    standing -> commented(turn, asked(standing), turn.words(), standing));
        }
        if (isLetGo(turn)) {
            return Optional.of(standing -> Step.of(replies.letGo(turn), released(standing)));
        }
        return isChoice(turn)
                ? Optional.of(standing -> stillOptions(turn, standing))
                : agreed(turn).or(() -> perhapsMeant(turn));
    }

    /** 不同意 is a comment, and may be an option; where a code was asked for, no is no. */
    private static boolean isLetGo(Turn turn) {
        boolean withdrawn = turn.act() == Act.WITHDRAW;
        return withdrawn && (AskedLast.is(turn, COMMENT) || isChoice(turn))
                || AskedLast.is(turn, TypedCode.ASKED) && LETS_GO.contains(turn.act());
    }

    /** Nothing is chosen by words: they are kept nowhere, and the options are shown again. */
    private Step stillOptions(Turn turn, Conversation standing) {
        var open = standing.asked();
        var item =
                open != null && open.is(AskedLast.SKILL, OPTION)
                        ? deliberations.voting(String.valueOf(open.value()), turn.now())
                        : Optional.<Deliberation>empty();
        return item.map(found -> Step.of(replies.optionsAgain(turn, found), standing))
                .orElseGet(() -> Step.of(replies.notCast(turn), released(standing)));
    }

    /** Yes to the question whether words are an opinion on it. */
    private Optional<Work> agreed(Turn turn) {
        boolean yes =
                turn.act() == Act.YES
                        && turn.standing().proposed().isPresent()
                        && turn.answersLast(AskedLast.FRESH);
        return yes
                ? AskedLast.offered(turn, NOTE_BUTTON)
                        .map(value -> standing -> noted(turn, value, standing))
                : Optional.empty();
    }

    /** Nobody is asked who talks with a person, reports, or was just asked about other words. */
    private Optional<Work> perhapsMeant(Turn turn) {
        boolean opinion =
                OPINIONS.contains(turn.act())
                        && turn.sureness() >= LIKELY
                        && turn.standing().draft() == null
                        && !turn.tellsOfDanger()
                        && !turn.showsSomething()
                        && !AskedLast.isInTalk(turn);
        var words = opinion ? AskedLast.meantWords(turn, NOTE_BUTTON) : Optional.<String>empty();
        return words.flatMap(said ->
                SharedMatter.in(turn, deliberations.commentable(turn.now()))
                        .map(item -> standing -> meant(turn, item, said, standing)));
    }

    private Step meant(Turn turn, Deliberation item, String words, Conversation standing) {
        var value = AskedLast.value(item.id(), words);
        return Step.of(replies.isMeant(turn, item, value), standing.proposing(words));
    }

    @Override
    public Work take(Turn turn, Call call) {
        return switch (call) {
            case Call.Commanded(var command, var rest) ->
                    standing -> commanded(turn, rest, standing);
            case Call.Pressed(var button, var value) ->
                    standing -> pressed(turn, button, value, standing);
            default -> standing -> list(turn, standing);
        };
    }

    private Step commanded(Turn turn, String rest, Conversation standing) {
        if (rest.matches("\\d{1,6}")) {
            return show(turn, number(rest), standing);
        }
        return typed.code(turn)
                .map(code -> coded(turn, code, standing))
                .orElseGet(() -> list(turn, standing));
    }

    private Step pressed(Turn turn, String button, String value, Conversation standing) {
        long id = number(value);
        return switch (button) {
            case "deliberation" -> show(turn, id, standing);
            case "deliberation-say" -> ask(turn, COMMENT, id, standing);
            case "deliberation-vote" -> ask(turn, TypedCode.ASKED, id, standing);
            case NOTE_BUTTON -> noted(turn, value, standing);
            case "deliberation-undo" ->
                    told(turn, deliberations.withdraw(id, turn.person()), "undone", standing);
            case "deliberation-come" -> come(turn, id, true, standing);
            case "deliberation-absent" -> come(turn, id, false, standing);
            case OPTION_BUTTON -> voted(turn, id, standing);
            case "deliberation-follow" -> follow(turn, id, true, standing);
            case "deliberation-quiet" -> follow(turn, id, false, standing);
            case AskedLast.LETTING_GO -> Step.of(replies.letGo(turn), released(standing));
            default -> list(turn, standing);
        };
    }

    private Step come(Turn turn, long id, boolean comes, Conversation standing) {
        var item = deliberations.come(id, turn.person(), comes, turn.now());
        var reply = item.map(each -> replies.coming(turn, each, comes));
        return Step.of(reply.orElseGet(() -> replies.gone(turn)), standing);
    }

    private static long number(String value) {
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    private static Conversation released(Conversation standing) {
        var asked = standing.asked();
        return asked != null && asked.skill().equals(AskedLast.SKILL)
                ? standing.asking(null)
                : standing;
    }

    private Step list(Turn turn, Conversation standing) {
        var areas = new HashSet<>(residents.subscriptions(turn.person()));
        return Step.of(replies.list(turn, deliberations.list(areas, turn.now())), standing);
    }

    private Step show(Turn turn, long id, Conversation standing) {
        var part =
                new DeliberationReplies.OwnPart(
                        deliberations.isFollowing(id, turn.person()),
                        deliberations.isComing(id, turn.person()));
        return one(turn, id, standing, item -> replies.shown(turn, item, today(turn), part));
    }

    private Step one(
            Turn turn, long id, Conversation standing, Function<Deliberation, Reply> reply) {
        return Step.of(
                deliberations.find(id).map(reply).orElseGet(() -> replies.gone(turn)), standing);
    }

    private static LocalDate today(Turn turn) {
        return LocalDate.ofInstant(turn.now(), WorkCalendar.ZONE);
    }

    /** Asks for the comment or the code; a report under way is finished first. */
    private Step ask(Turn turn, String what, long id, Conversation standing) {
        var found = deliberations.find(id).filter(item -> isOpen(item, what, turn));
        if (found.isEmpty()) {
            return show(turn, id, standing);
        }
        if (standing.draft() != null) {
            return Step.of(replies.draftFirst(turn), standing);
        }
        var asked = new OpenQuestion(AskedLast.SKILL, what, String.valueOf(id));
        return Step.of(replies.ask(turn, what, found.get()), standing.asking(asked));
    }

    private static boolean isOpen(Deliberation item, String what, Turn turn) {
        return what.equals(COMMENT)
                ? item.takesComments(today(turn))
                : item.takesVotes(today(turn));
    }

    private static long asked(Conversation standing) {
        var open = standing.asked();
        return open == null ? 0 : number(String.valueOf(open.value()));
    }

    /** Words that the button was about; none where others were said since. */
    private Step noted(Turn turn, String value, Conversation standing) {
        var words = standing.proposed().filter(said -> AskedLast.isValue(value, said));
        return words.isEmpty()
                ? Step.of(replies.gone(turn), standing)
                : commented(
                        turn,
                        number(value.replaceFirst("-.*", "")),
                        words.get(),
                        standing.asking(null));
    }

    private Step commented(Turn turn, long id, String words, Conversation standing) {
        var next = released(standing);
        var reply =
                switch (deliberations.comment(id, turn.person(), words, turn.now())) {
                    case Deliberations.Taken.Kept(var comment) ->
                            replies.kept(turn, id, comment, isFollowing(turn, id));
                    case Deliberations.Taken.NotNow() -> replies.notNow(turn);
                    case Deliberations.Taken.Enough() -> replies.enough(turn);
                };
        return Step.of(reply, next);
    }

    private boolean isFollowing(Turn turn, long id) {
        return deliberations.isFollowing(id, turn.person());
    }

    /**
     * A code shows what can be chosen; the code is held until something is. While a member of staff
     * listens nothing is: a number that stands for an option would be words to them.
     */
    private Step coded(Turn turn, String text, Conversation standing) {
        if (AskedLast.isTalkedWith(turn)) {
            return Step.of(replies.talkFirst(turn), standing);
        }
        if (standing.draft() != null) {
            return Step.of(replies.draftFirst(turn), standing);
        }
        var code = BallotCode.typed(text);
        if (code.isEmpty()) {
            return Step.of(replies.noCode(turn), standing);
        }
        var check = deliberations.check(code.get(), turn.person(), turn.now());
        var next =
                check instanceof CodeCheck.Good(var item, var good)
                        ? standing.asking(new OpenQuestion(AskedLast.SKILL, OPTION, good.hash()))
                        : standing;
        return Step.of(replies.checked(turn, check), next);
    }

    private Step voted(Turn turn, long option, Conversation standing) {
        var open = standing.asked();
        if (open == null || !open.is(AskedLast.SKILL, OPTION)) {
            return Step.of(replies.codeFirst(turn), standing);
        }
        var cast = deliberations.vote(String.valueOf(open.value()), option, turn.now());
        var reply =
                cast.map(item -> replies.cast(turn, item, isFollowing(turn, item.id())))
                        .orElseGet(() -> replies.notCast(turn));
        return Step.of(reply, standing.asking(null));
    }

    private Step follow(Turn turn, long id, boolean wanted, Conversation standing) {
        var item = deliberations.follow(id, turn.person(), wanted);
        return told(turn, item, wanted ? "followed" : "quiet", standing);
    }

    private Step told(Turn turn, Optional<Deliberation> item, String key, Conversation standing) {
        var reply = item.map(each -> replies.told(turn, each, key));
        return Step.of(reply.orElseGet(() -> replies.gone(turn)), standing);
    }
}
