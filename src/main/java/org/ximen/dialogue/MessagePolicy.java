package org.ximen.dialogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ximen.cases.CaseNumber;
import org.ximen.chat.Reply;
import org.ximen.district.Evidence;
import org.ximen.text.Language;
import org.ximen.understanding.Act;
import org.ximen.understanding.ActGuess;
import org.ximen.understanding.Clause;
import org.ximen.understanding.DangerReading;
import org.ximen.understanding.Hearing;

/**
 * Decides which skills answer a message. In this order: a button, a command; what staff send for
 * the work in hand; a danger, and whether it is over; an answer that fits what was asked; a number
 * of a case; else what the words want, in the situation in which they are said.
 */
final class MessagePolicy {
    // Two acts this near are asked about: of every five messages one, and then nine in ten of the
    // pairs hold what was meant.
    private static final double MARGIN = 0.25;
    // Below it what has consequences is asked about, and a bare topic is not yet a report.
    private static final double PLAIN = 0.6;
    // Surer than this, words are not taken apart.
    private static final double PLAINLY = 0.9;
    // Characters of a thing that is named alone; those of the examples have at most as many.
    private static final int TOPIC = 5;
    // So likely an act is served beside a likelier one with which it goes together.
    private static final double TOGETHER = 0.3;
    // So likely it is about one's own case, where nothing else is known to say.
    private static final double PERHAPS = 0.1;

    // Words that are read as one of these may ask for what a skill knows: 离我最近的小站.
    private static final Set<Act> PERHAPS_ASKED =
            EnumSet.of(Act.NOTICES, Act.PROFILE, Act.NOT_OURS, Act.PLACE_ONLY);
    // So likely one of the others is what is meant.
    private static final double CERTAIN = 0.9;
    private static final Set<Act> RARELY_ASKED =
            EnumSet.of(
                    Act.PERSON,
                    Act.SMALLTALK,
                    Act.ABOUT_BOT,
                    Act.STATUS,
                    Act.GRIEVANCE,
                    Act.REPAIR);
    // Who says who or where they are may tell what is wrong, too.
    private static final Set<Act> MAY_TELL = EnumSet.of(Act.PLACE_ONLY, Act.PROFILE);
    // A few words that are read as one of these may ask more of the last answer.
    private static final Set<Act> PERHAPS_MORE =
            EnumSet.of(
                    Act.SMALLTALK, Act.PERSON, Act.REPAIR, Act.NOT_OURS, Act.SIGNUP, Act.PROFILE);
    // The same of somebody who has no case that these could be about.
    private static final Set<Act> OR_OF_A_CASE = EnumSet.of(Act.SUPPLEMENT, Act.CORRECT);

    private static final Set<Act> ASKING = EnumSet.of(Act.ASK, Act.STATUS);
    // What is shown before it is registered offers these itself.
    private static final Set<Act> INSTEAD = EnumSet.of(Act.ASK, Act.REPORT);

    private final SkillRegistry skills;
    private final CommandReader commands;
    private final PartReader parts;
    private final Hearing hearing;
    private final EitherQuestion either = new EitherQuestion();
    private final Aside aside = new Aside();
    private final CaseMemory memory;

    MessagePolicy(SkillRegistry skills, PartReader parts, Hearing hearing, CaseMemory memory) {
        this.memory = memory;
        this.hearing = hearing;
        this.skills = skills;
        this.commands = new CommandReader(skills);
        this.parts = parts;
    }

    /** What to do, in order; everything slow is looked up on the way. */
    List<Work> decide(Turn turn) {
        var pressed = turn.incoming().choice();
        if (pressed != null) {
            return List.of(press(turn, pressed));
        }
        var command = commands.read(turn.words());
        if (turn.hasWords() && command.isPresent()) {
            return List.of(command(turn, command.get()));
        }
        var claimed = skills.claiming(turn);
        if (claimed.isPresent()) {
            return List.of(claimed.get());
        }
        if (!turn.hasWords()) {
            return List.of(wordless(turn));
        }
        if (dangerNow(turn)) {
            return danger(turn);
        }
        return dropsAndMore(turn)
                ? said(turn)
                : answering(turn).map(List::of).orElseGet(() -> said(turn));
    }

    /** Who drops a report and asks something else in one breath wants both. */
    private static boolean dropsAndMore(Turn turn) {
        var wants = turn.reading().clauses();
        return turn.standing().draft() != null
                && wants.size() > 1
                && wants.stream().anyMatch(clause -> clause.act() == Act.WITHDRAW);
    }

    private Optional<Work> answering(Turn turn) {
        return skills.answering(turn)
                .or(() -> EitherQuestion.continued(turn).map(all -> chosen(turn, all)));
    }

    private Work chosen(Turn turn, EitherQuestion.Chosen chosen) {
        return call(parts.of(turn, chosen.words()), chosen.act());
    }

    /** Whether what was asked last in the chat waits for words. */
    boolean awaitsWords(Turn turn) {
        return skills.awaitsWords(turn);
    }

    /** Whether what was sent is a code. */
    boolean isCode(Turn turn) {
        return skills.isCode(turn);
    }

    /** Lets every skill note what it must know of the message; inside its transaction. */
    void heard(Turn turn) {
        skills.heard(turn);
    }

    /** Whether what was sent is kept nowhere with the person. */
    boolean isSecret(Turn turn) {
        return skills.isSecret(turn);
    }

    /** Whether the message is a command: then it says no more than that. */
    boolean isCommand(Turn turn) {
        return commands.read(turn.words()).isPresent();
    }

    /** Whether the message is one of these commands. */
    boolean isCommand(Turn turn, Set<String> names) {
        return commands.read(turn.words()).filter(c -> names.contains(c.command())).isPresent();
    }

    /** Whether the message is a command that is none of these. */
    boolean isOtherCommand(Turn turn, Set<String> names) {
        return commands.read(turn.words()).filter(c -> !names.contains(c.command())).isPresent();
    }

    /** Whether the message is a command for the work of staff. */
    boolean isStaffCommand(Turn turn) {
        return commands.read(turn.words())
                .filter(c -> skills.ofCommand(c.command()).isForStaff())
                .isPresent();
    }

    private Work press(Turn turn, String pressed) {
        int colon = pressed.indexOf(':');
        var name = colon < 0 ? pressed : pressed.substring(0, colon);
        var value = colon < 0 ? "" : pressed.substring(colon + 1);
        var call = new Call.Pressed(name, value);
        var work =
                name.equals(EitherQuestion.AS)
                        ? EitherQuestion.chosen(turn, value).map(meant -> chosen(turn, meant))
                        : skills.ofButton(name).map(skill -> skill.take(turn, call));
        return work.orElseGet(() -> either.gone(turn));
    }

    private Work wordless(Turn turn) {
        var phone = turn.incoming().phone();
        if (phone != null) {
            return skills.of(Act.PROFILE).take(turn, new Call.PhoneShared(phone));
        }
        var asked = skills.asking(turn);
        if (asked.isPresent()) {
            return asked.get();
        }
        return turn.showsSomething()
                ? skills.of(Act.REPORT).take(turn, new Call.Shown())
                : skills.of(Act.SMALLTALK).take(turn, new Call.Nothing());
    }

    private Work command(Turn turn, Call.Commanded command) {
        return skills.ofCommand(command.command()).take(turn, command);
    }

    private static boolean dangerNow(Turn turn) {
        // In the midst of a danger, words that end it may sound as grave as it does.
        return turn.reading().danger().level() == DangerReading.Level.NOW
                && !DangerCourse.isOver(turn);
    }

    /** A question beside a danger is answered after it, if it can be; nothing is asked back. */
    private List<Work> danger(Turn turn) {
        var works = new ArrayList<>(List.of(call(turn, Act.HELP)));
        if (turn.reading().probability(Act.ASK) > TOGETHER) {
            var asked = call(turn, Act.ASK);
            works.add(standing -> answered(asked.run(standing), standing));
        }
        return works;
    }

    private static Step answered(Step asked, Conversation standing) {
        boolean known = asked.replies().stream().allMatch(r -> r.kind() == Reply.Kind.ANSWER);
        return known ? asked : new Step(List.of(), standing, false);
    }

    /** What is neither a command, a danger nor an answer is heard again where it is unsure. */
    private List<Work> said(Turn unsure) {
        var situation = SituationReader.read(unsure.standing(), unsure.around());
        var turn = unsure.readAs(hearing.heard(unsure.words(), situation, unsure.reading()));
        var wants = clauses(turn);
        if (wants.size() > 1 && !isPlainlyOne(turn, wants) && !isPerhapsSuggested(wants)) {
            return wants.stream().map(part -> part(turn, part)).toList();
        }
        return byAct(turn);
    }

    /**
     * What is plainly about one's own case and asks nothing as plainly is told in one piece, and so
     * is a plain report that ends with a wish: 可不可以派人修一修.
     */
    private static boolean isPlainlyOne(Turn turn, List<Clause> wants) {
        boolean own = turn.act() == Act.CORRECT || turn.act() == Act.SUPPLEMENT;
        boolean asks =
                wants.stream().anyMatch(c -> ASKING.contains(c.act()) && c.probability() > PLAINLY);
        boolean wish =
                turn.act() == Act.REPORT
                        && wants.stream().anyMatch(clause -> clause.act() == Act.SUGGEST);
        return turn.sureness() > PLAINLY && (own && !asks || wish);
    }

    /** A wish beside a question may be its reason: it is shown whole before it is registered. */
    private static boolean isPerhapsSuggested(List<Clause> wants) {
        boolean perhaps =
                wants.stream().anyMatch(c -> c.act() == Act.SUGGEST && c.probability() < PLAINLY);
        return perhaps && wants.stream().map(Clause::act).anyMatch(INSTEAD::contains);
    }

    /** Several troubles at once are one call: who takes reports takes them one after another. */
    private static List<Clause> clauses(Turn turn) {
        var reports = new ArrayList<Clause>();
        var others = new ArrayList<Clause>();
        for (var clause : turn.reading().clauses()) {
            (clause.act() == Act.REPORT ? reports : others).add(clause);
        }
        if (reports.size() > 1 && others.isEmpty()) {
            return List.of(new Clause(turn.words(), Act.REPORT, 1));
        }
        return turn.reading().clauses();
    }

    /** A part may answer what the draft asks, as a whole message may. */
    private Work part(Turn turn, Clause clause) {
        var part = parts.of(turn, clause.text());
        var answer =
                turn.standing().draft() == null ? Optional.<Work>empty() : skills.answering(part);
        return answer.orElseGet(() -> call(part, clause.act()));
    }

    /** The first of these that has something to say; else the likeliest act. */
    private List<Work> byAct(Turn turn) {
        var ranked = ActRanking.of(turn);
        var best = ranked.getFirst();
        var work =
                Stream.<Supplier<Optional<Work>>>of(
                                () -> known(turn, best),
                                () -> goingOn(turn, best),
                                () -> addedToTheCase(turn, best),
                                () -> together(turn, ranked),
                                () -> moreOfTheCase(turn, best),
                                () -> alsoTold(turn, best),
                                () -> numbered(turn, best),
                                () -> unsure(turn, ranked).map(asked -> knownOr(turn, asked)))
                        .map(Supplier::get)
                        .flatMap(Optional::stream)
                        .findFirst();
        return withCase(turn, best.act(), work.orElseGet(() -> call(turn, best.act())));
    }

    /** Thanks and praise may tell that a case is done, which is asked then. */
    private List<Work> withCase(Turn turn, Act act, Work work) {
        var done =
                act == Act.THANK || act == Act.PRAISE
                        ? skills.of(Act.RATE).ifKnown(turn)
                        : Optional.<Work>empty();
        return done.map(asked -> act == Act.THANK ? List.of(asked) : List.of(work, asked))
                .orElseGet(() -> List.of(work));
    }

    private Optional<Work> known(Turn turn, ActGuess best) {
        return mayAsk(turn, best) ? skills.known(turn) : Optional.empty();
    }

    /** What a skill knows is not asked about. */
    private Work knownOr(Turn turn, Work asked) {
        return skills.known(turn).orElse(asked);
    }

    private Optional<Work> moreOfTheCase(Turn turn, ActGuess best) {
        return best.act() == Act.REPORT
                ? CaseContinuation.of(turn).map(act -> either.moreOrAnother(turn, call(turn, act)))
                : Optional.empty();
    }

    private Optional<Work> alsoTold(Turn turn, ActGuess best) {
        return MAY_TELL.contains(best.act()) && isAlsoTold(turn)
                ? Optional.of(call(turn, Act.REPORT))
                : Optional.empty();
    }

    private Optional<Work> numbered(Turn turn, ActGuess best) {
        return CaseNumber.in(turn.plain()).isPresent() && !ActRanking.isAboutOwnCase(best.act())
                ? Optional.of(call(turn, Act.STATUS))
                : Optional.empty();
    }

    /** Words that were read as something else may ask for what a skill knows all the same. */
    private static boolean mayAsk(Turn turn, ActGuess best) {
        boolean perhaps =
                PERHAPS_ASKED.contains(best.act())
                        || RARELY_ASKED.contains(best.act()) && best.probability() < CERTAIN
                        || best.act() == Act.REPORT && best.probability() < PLAIN
                        || isLessWellRead(turn, best);
        return turn.standing().draft() == null && perhaps;
    }

    /** What people want by English words is read less well: what the files answer was asked. */
    private static boolean isLessWellRead(Turn turn, ActGuess best) {
        return turn.language() == Language.EN
                && best.probability() < CERTAIN
                && best.act() != Act.REPORT
                && !ActRanking.isAboutOwnCase(best.act());
    }

    /** What may be talk, behind a case that was just spoken of, may tell more of it. */
    private Optional<Work> addedToTheCase(Turn turn, ActGuess best) {
        return best.act() == Act.SMALLTALK
                        && best.probability() < PLAIN
                        && turn.standing().draft() == null
                        && turn.around().spokenOf().isPresent()
                        && ActRanking.aboutOwnCase(turn) > PERHAPS
                ? Optional.of(call(turn, Act.SUPPLEMENT))
                : Optional.empty();
    }

    /** A few words behind an answer often ask more of it, whatever else they might be. */
    private Optional<Work> goingOn(Turn turn, ActGuess best) {
        boolean ofNoCase = OR_OF_A_CASE.contains(best.act()) && turn.around().open().isEmpty();
        boolean perhaps = PERHAPS_MORE.contains(best.act()) || ofNoCase;
        return perhaps
                        && (best.probability() < CERTAIN || tellsNothingToKeep(turn, best))
                        && turn.standing().answer() != null
                        && turn.standing().draft() == null
                ? skills.of(Act.ASK).goingOn(turn)
                : Optional.empty();
    }

    /** Who says something of themselves that nobody notes, 我78了, tells it for the answer's sake. */
    private static boolean tellsNothingToKeep(Turn turn, ActGuess best) {
        return best.act() == Act.PROFILE
                && turn.reading().phone().isEmpty()
                && turn.reading().places().isEmpty();
    }

    /** Who says who or where they are, and what is wrong, reports. */
    private static boolean isAlsoTold(Turn turn) {
        var reading = turn.reading();
        return reading.probability(Act.REPORT) + reading.probability(Act.HELP) > TOGETHER;
    }

    /** What asks and tells at once is answered, and can be reported with one touch. */
    private Optional<Work> together(Turn turn, List<ActGuess> ranked) {
        var best = ranked.getFirst().act();
        if (best != Act.ASK && best != Act.REPORT) {
            return Optional.empty();
        }
        var other = best == Act.ASK ? Act.REPORT : Act.ASK;
        boolean likely =
                ranked.stream().anyMatch(g -> g.act() == other && g.probability() > TOGETHER);
        return likely && turn.standing().draft() == null && !isBareTopic(turn, ranked)
                ? Optional.of(either.askOrReport(turn, call(turn, Act.ASK)))
                : Optional.empty();
    }

    private Optional<Work> unsure(Turn turn, List<ActGuess> ranked) {
        if (ranked.size() < 2 || turn.standing().draft() != null) {
            return Optional.empty();
        }
        var best = ranked.getFirst();
        if (isBareTopic(turn, ranked)) {
            return Optional.of(either.which(turn, Act.ASK, Act.REPORT));
        }
        if (best.act() == Act.SUGGEST && INSTEAD.contains(ranked.get(1).act())) {
            return Optional.empty();
        }
        var offered = ranked.stream().map(ActGuess::act).filter(either::offers).limit(2).toList();
        if (!isDoubtful(best, ranked.get(1)) || !offered.contains(best.act())) {
            return Optional.empty();
        }
        return ofTheDanger(turn, offered)
                .or(() -> Optional.of(either.which(turn, offered.getFirst(), offered.getLast())));
    }

    /** In the midst of a danger nobody is asked what they want: 警察什么时候来 is about it. */
    private Optional<Work> ofTheDanger(Turn turn, List<Act> offered) {
        return DangerCourse.isTold(turn)
                ? offered.stream()
                        .filter(ActRanking::isAboutOwnCase)
                        .findFirst()
                        .map(act -> call(turn, act))
                : Optional.empty();
    }

    private boolean isDoubtful(ActGuess best, ActGuess next) {
        boolean near =
                best.probability() - next.probability() < MARGIN && either.offers(next.act());
        return near || either.hasConsequences(best.act()) && best.probability() < PLAIN;
    }

    /** A thing that is named, and nothing said of it: 加装电梯. */
    private static boolean isBareTopic(Turn turn, List<ActGuess> ranked) {
        var best = ranked.getFirst();
        boolean named =
                turn.words().length() <= TOPIC
                        && best.act() == Act.ASK
                        && ranked.size() > 1
                        && ranked.get(1).act() == Act.REPORT
                        && ranked.get(1).probability() > TOGETHER;
        boolean perhapsTold = best.act() == Act.REPORT && best.probability() < PLAIN;
        return (named || perhapsTold)
                && turn.reading().places().stream()
                        .allMatch(place -> place.evidence() == Evidence.RELATIVE)
                && !turn.showsSomething();
    }

    private Work call(Turn turn, Act act) {
        var work = plain(turn, act);
        return act == Act.ASK && isPerhapsOfTheCase(turn)
                ? orElse(work, plain(turn, Act.STATUS))
                : work;
    }

    /** 警察什么时候来: what may be about one's own case is, where nothing else is known to say. */
    private static boolean isPerhapsOfTheCase(Turn turn) {
        return turn.standing().draft() == null
                && !turn.around().open().isEmpty()
                && ActRanking.aboutOwnCase(turn) > PERHAPS;
    }

    private static Work orElse(Work asked, Work otherwise) {
        return standing -> {
            var step = asked.run(standing);
            boolean refused = step.replies().stream().allMatch(r -> r.kind() == Reply.Kind.REFUSAL);
            return refused ? otherwise.run(standing) : step;
        };
    }

    private Work plain(Turn turn, Act act) {
        var work = skills.of(act).take(turn, new Call.Said(act));
        return act == Act.REPORT || act == Act.HELP
                ? work
                : memory.of(turn, act, aside.of(turn, work));
    }
}
