package org.ximen.dialogue.deliberation;

import static java.util.Map.entry;

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
import org.ximen.residents.Residents;
import org.ximen.understanding.Act;
import org.ximen.workdays.WorkCalendar;

/** Lets residents take part in what is talked over (协商). */
public final class DeliberationSkill implements Skill {
    private static final String NAME = "deliberation";
    private static final String COMMENT = "comment";
    private static final String CODE = "code";
    private static final String OPTION = "option";
    private static final String OPTION_BUTTON = "deliberation-option";
    private static final String NOTE_BUTTON = "deliberation-note";
    private static final Set<Act> OPINIONS = EnumSet.of(Act.SUGGEST, Act.GRIEVANCE);

    private final Deliberations deliberations;
    private final Residents residents;
    private final DeliberationReplies replies = new DeliberationReplies();

    /** Reads and writes by these features. */
    public DeliberationSkill(Features features) {
        this.deliberations = features.deliberations();
        this.residents = features.residents();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(entry("deliberations", "deliberations"), entry("协商", "deliberations"));
    }

    @Override
    public Set<String> buttons() {
        return Set.of(
                "deliberations",
                "deliberation",
                "deliberation-say",
                NOTE_BUTTON,
                "deliberation-undo",
                "deliberation-no",
                "deliberation-come",
                "deliberation-vote",
                OPTION_BUTTON,
                "deliberation-follow",
                "deliberation-quiet");
    }

    /** A ballot: neither the code nor what was chosen is kept with the person. */
    @Override
    public boolean isSecret(Turn turn) {
        var pressed = turn.incoming().choice();
        return pressed != null
                ? pressed.startsWith(OPTION_BUTTON + ":")
                : isCode(turn) || BallotCode.typed(lastWord(turn)).isPresent() && isCommand(turn);
    }

    private boolean isCommand(Turn turn) {
        return commands().keySet().stream()
                .anyMatch(word -> turn.plain().replaceFirst("^/", "").startsWith(word + " "));
    }

    private static String lastWord(Turn turn) {
        return turn.plain().replaceFirst("^.* ", "");
    }

    /** Whatever a code sounds like, it is one where one was asked for. */
    @Override
    public Optional<Work> claim(Turn turn) {
        return isAsked(turn, CODE) && BallotCode.isPlain(turn.words())
                ? Optional.of(standing -> coded(turn, turn.words(), standing))
                : Optional.empty();
    }

    @Override
    public boolean awaitsWords(Turn turn) {
        return isAsked(turn, COMMENT) || isCode(turn);
    }

    /** Asked last in this chat, as far as the chat shows it, and not in the midst of a report. */
    private static boolean isAsked(Turn turn, String what) {
        return turn.standing().draft() == null
                && turn.standing().wasAsked(NAME, what)
                && turn.around().last().stream()
                        .flatMap(reply -> reply.choices().stream())
                        .anyMatch(choice -> choice.value().equals("deliberation-no"));
    }

    private static boolean isCode(Turn turn) {
        return isAsked(turn, CODE) && BallotCode.isTried(turn.words());
    }

    /** A comment or a code that was asked for; an opinion on what is being talked over. */
    @Override
    public Optional<Work> answer(Turn turn) {
        if (isAsked(turn, COMMENT) && turn.hasWords()) {
            return Optional.of(
                    standing -> commented(turn, asked(standing), turn.words(), standing));
        }
        if (isCode(turn)) {
            return Optional.of(standing -> coded(turn, turn.words(), standing));
        }
        return agreed(turn).or(() -> perhapsMeant(turn));
    }

    /** Yes to the question whether words are an opinion on it. */
    private Optional<Work> agreed(Turn turn) {
        var shown =
                turn.around().last().stream()
                        .flatMap(reply -> reply.choices().stream())
                        .filter(choice -> choice.value().startsWith(NOTE_BUTTON + ":"))
                        .map(choice -> number(choice.value().substring(NOTE_BUTTON.length() + 1)))
                        .findFirst();
        return shown.filter(id -> turn.act() == Act.YES && turn.standing().proposed().isPresent())
                .map(id -> standing -> noted(turn, id, standing));
    }

    private Optional<Work> perhapsMeant(Turn turn) {
        boolean opinion = turn.standing().draft() == null && OPINIONS.contains(turn.act());
        return opinion
                ? SharedMatter.in(turn, deliberations.list(Set.of()))
                        .map(item -> standing -> meant(turn, item, standing))
                : Optional.empty();
    }

    private Step meant(Turn turn, Deliberation item, Conversation standing) {
        return Step.of(replies.isMeant(turn, item), standing.proposing(turn.words()));
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
        return BallotCode.isTried(rest) ? coded(turn, rest, standing) : list(turn, standing);
    }

    private Step pressed(Turn turn, String button, String value, Conversation standing) {
        long id = number(value);
        return switch (button) {
            case "deliberation" -> show(turn, id, standing);
            case "deliberation-say" -> ask(turn, COMMENT, id, standing);
            case "deliberation-vote" -> ask(turn, CODE, id, standing);
            case NOTE_BUTTON -> noted(turn, id, standing);
            case "deliberation-undo" ->
                    told(turn, deliberations.withdraw(id, turn.person()), "undone", standing);
            case "deliberation-come" ->
                    told(
                            turn,
                            deliberations.come(id, turn.person(), turn.now()),
                            "coming",
                            standing);
            case OPTION_BUTTON -> voted(turn, id, standing);
            case "deliberation-follow" -> follow(turn, id, true, standing);
            case "deliberation-quiet" -> follow(turn, id, false, standing);
            case "deliberation-no" -> Step.of(replies.letGo(turn), released(standing));
            default -> list(turn, standing);
        };
    }

    private static long number(String value) {
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    private static Conversation released(Conversation standing) {
        var asked = standing.asked();
        return asked != null && asked.skill().equals(NAME) ? standing.asking(null) : standing;
    }

    private Step list(Turn turn, Conversation standing) {
        var areas = new HashSet<>(residents.subscriptions(turn.person()));
        return Step.of(replies.list(turn, deliberations.list(areas)), standing);
    }

    private Step show(Turn turn, long id, Conversation standing) {
        boolean follows = deliberations.isFollowing(id, turn.person());
        return one(turn, id, standing, item -> replies.shown(turn, item, today(turn), follows));
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
        var asked = new OpenQuestion(NAME, what, String.valueOf(id));
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

    /** Words that were shown before. */
    private Step noted(Turn turn, long id, Conversation standing) {
        var words = standing.proposed();
        return words.isEmpty()
                ? Step.of(replies.gone(turn), standing)
                : commented(turn, id, words.get(), standing.asking(null));
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

    /** A code shows what can be chosen; the code is held until something is. */
    private Step coded(Turn turn, String typed, Conversation standing) {
        if (standing.draft() != null) {
            return Step.of(replies.draftFirst(turn), standing);
        }
        var code = BallotCode.typed(typed);
        if (code.isEmpty()) {
            return Step.of(replies.noCode(turn), standing);
        }
        var check = deliberations.check(code.get(), turn.person(), turn.now());
        var next =
                check instanceof CodeCheck.Good(var item, var good)
                        ? standing.asking(new OpenQuestion(NAME, OPTION, good.hash()))
                        : standing;
        return Step.of(replies.checked(turn, check), next);
    }

    private Step voted(Turn turn, long option, Conversation standing) {
        var open = standing.asked();
        if (open == null || !open.is(NAME, OPTION)) {
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
