package org.ximen.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseNumber;
import org.ximen.cases.Intake;
import org.ximen.chat.Incoming.Manner;
import org.ximen.dialogue.Sketch.Missing;

/**
 * What a message wants. Pure: buttons and commands first, then the open flow, then phrases, then
 * whether the words sound like a report or like a question.
 */
final class Understanding {
    private static final int SHORT = 12;

    private final Intake intake;

    Understanding(Intake intake) {
        this.intake = intake;
    }

    List<Intent> of(Turn turn) {
        if (isTooLate(turn)) {
            return List.of(new Intent.Edit());
        }
        var choice = turn.incoming().choice();
        if (choice != null) {
            return List.of(Buttons.read(choice).orElse(new Intent.Pick(-1)));
        }
        if (!turn.hasWords()) {
            return List.of(wordless(turn));
        }
        // 上报 in answer to "没问题请点提交" is a yes, not the command.
        return answer(turn)
                .or(() -> Commands.read(turn.plain()))
                .map(List::of)
                .orElseGet(() -> parts(turn, inFlow(turn).orElseGet(() -> free(turn))));
    }

    /** A changed message corrects a question, but not what has been noted from it. */
    private static boolean isTooLate(Turn turn) {
        return turn.incoming().is(Manner.EDITED)
                && switch (turn.flow()) {
                    case Flow.Reporting reporting -> true;
                    case Flow.Watching watching -> watching.fresh(turn.now());
                    default -> false;
                };
    }

    private static Intent wordless(Turn turn) {
        var phone = turn.incoming().phone();
        if (phone != null) {
            return new Intent.LeavePhone(phone);
        }
        if (!turn.showsSomething()) {
            return new Intent.Nothing();
        }
        return turn.flow() instanceof Flow.Watching watching && watching.fresh(turn.now())
                ? new Intent.Supplement()
                : new Intent.Report("");
    }

    /** A plain answer to what was asked last. */
    private static Optional<Intent> answer(Turn turn) {
        return switch (turn.flow()) {
            case Flow.Reporting(var sketch, var asked, var offered) when asked == Missing.SAME ->
                    same(turn, String.valueOf(offered));
            case Flow.Reporting(var sketch, var asked, var offered)
                    when asked == Missing.CONFIRMATION && turn.plain().length() <= SHORT ->
                    confirmed(turn).or(() -> labelled(turn));
            case Flow.Reporting reporting -> labelled(turn);
            case Flow.Forgetting() when is(Lexicon.SURE, turn) ->
                    Optional.of(new Intent.Forget(true));
            case Flow.Watching(var number, var danger, var since)
                    when is(Lexicon.YES, turn) && !is(Lexicon.THANKS, turn) ->
                    Optional.of(new Intent.Status(number));
            default -> Optional.empty();
        };
    }

    private static Optional<Intent> same(Turn turn, String offered) {
        if (is(Lexicon.SAME_ONE, turn) || is(Lexicon.YES, turn)) {
            return Optional.of(new Intent.Join(offered));
        }
        return is(Lexicon.OTHER_ONE, turn) ? Optional.of(new Intent.New()) : Optional.empty();
    }

    private static Optional<Intent> confirmed(Turn turn) {
        if (is(Lexicon.YES, turn)) {
            return Optional.of(new Intent.Submit(false));
        }
        return is(Lexicon.ANONYMOUS, turn)
                ? Optional.of(new Intent.Submit(true))
                : Optional.empty();
    }

    /** A message that tells and asks at once is two. */
    private List<Intent> parts(Turn turn, Intent intent) {
        boolean plainly = intent instanceof Intent.Report || intent instanceof Intent.Ask;
        boolean free =
                switch (turn.flow()) {
                    case Flow.Idle idle -> true;
                    case Flow.Asking asking -> true;
                    case Flow.Arrived arrived -> true;
                    default -> false;
                };
        if (!plainly || !free || turn.isLong()) {
            return List.of(intent);
        }
        return Parts.of(turn.words(), intake).orElse(List.of(intent));
    }

    private Optional<Intent> inFlow(Turn turn) {
        return switch (turn.flow()) {
            case Flow.Reporting reporting -> Optional.of(inReport(turn));
            case Flow.Subscribing() -> area(turn);
            case Flow.Watching watching when watching.fresh(turn.now()) -> more(turn, watching);
            default -> Optional.empty();
        };
    }

    private Optional<Intent> area(Turn turn) {
        var lean = new Lean(turn.plain(), intake);
        boolean other =
                leaves(turn) || lean.isReport() || lean.isClearlyQuestion() || lean.isDangerous();
        return other ? Optional.empty() : Optional.of(new Intent.Subscribe(turn.words()));
    }

    /** In a danger, words that want nothing else belong to the case. */
    private Optional<Intent> more(Turn turn, Flow.Watching watching) {
        var lean = new Lean(turn.plain(), intake);
        boolean other =
                watching.danger() == null || leaves(turn) || wishes(turn) || lean.isNewReport();
        return other ? Optional.empty() : Optional.of(new Intent.Supplement());
    }

    private static boolean wishes(Turn turn) {
        return is(Lexicon.SUBSCRIBE, turn)
                || is(Lexicon.HELP, turn)
                || is(Lexicon.PRIVACY, turn)
                || is(Lexicon.REPORT_WORD, turn);
    }

    private Intent inReport(Turn turn) {
        return stops(turn)
                ? new Intent.Cancel(null)
                : aside(turn).orElseGet(() -> new Intent.Report(turn.words()));
    }

    // 取消居住证怎么办理 asks a question.
    private static boolean stops(Turn turn) {
        return is(Lexicon.NO_REPORT, turn) && !Lexicon.ASKS_RULE.matcher(turn.plain()).find();
    }

    /** The buttons of the sketch, said while something else is asked for. */
    private static Optional<Intent> labelled(Turn turn) {
        var words = Lexicon.SUBMIT.matcher(turn.plain());
        if (words.matches()) {
            return Optional.of(new Intent.Submit(words.group("unnamed") != null));
        }
        return switch (turn.plain().replaceAll("[。! ]", "")) {
            case "改地点" -> Optional.of(new Intent.Change(Intent.Part.PLACE));
            case "改类别" -> Optional.of(new Intent.Change(Intent.Part.CATEGORY));
            case "补照片", "补充照片" -> Optional.of(new Intent.Change(Intent.Part.PHOTO));
            default -> Optional.empty();
        };
    }

    /** Something else said in the middle of a report. */
    private Optional<Intent> aside(Turn turn) {
        if (leaves(turn)) {
            return Optional.of(free(turn));
        }
        return new Lean(turn.plain(), intake).isClearlyQuestion()
                ? Optional.of(new Intent.Ask(turn.words()))
                : Optional.empty();
    }

    /** Whether the words want something that no open flow asks for. */
    private static boolean leaves(Turn turn) {
        return CaseNumber.in(turn.plain()).isPresent()
                || is(Lexicon.PERSON, turn)
                || is(Lexicon.STATUS, turn)
                || is(Lexicon.UNSUBSCRIBE, turn)
                || is(Lexicon.FORGET, turn)
                || stops(turn)
                || is(Lexicon.THANKS, turn)
                || is(Lexicon.GREETING, turn);
    }

    private Intent free(Turn turn) {
        var number = CaseNumber.in(turn.plain());
        boolean withdraws = is(Lexicon.WITHDRAW, turn) || stops(turn);
        if (withdraws && !is(Lexicon.PERSON, turn) && !is(Lexicon.UNSUBSCRIBE, turn)) {
            return new Intent.Cancel(number.orElse(null));
        }
        return number.<Intent>map(Intent.Status::new).orElseGet(() -> byPhrase(turn));
    }

    private Intent byPhrase(Turn turn) {
        if (is(Lexicon.GREETING, turn)) {
            return new Intent.Greet();
        }
        if (is(Lexicon.THANKS, turn)) {
            return new Intent.Thank();
        }
        if (is(Lexicon.HELP, turn)) {
            return new Intent.Help();
        }
        if (is(Lexicon.PRIVACY, turn)) {
            return new Intent.Privacy();
        }
        if (is(Lexicon.FORGET, turn)) {
            return new Intent.Forget(false);
        }
        return byService(turn);
    }

    private Intent byService(Turn turn) {
        var lean = new Lean(turn.plain(), intake);
        if (is(Lexicon.REPORT_WORD, turn)) {
            return new Intent.Report("");
        }
        boolean about = lean.asksAboutService();
        if (is(Lexicon.UNSUBSCRIBE, turn) && !about) {
            return new Intent.Unsubscribe(areaWords(turn));
        }
        if (is(Lexicon.SUBSCRIBE, turn) && !about) {
            return new Intent.Subscribe(areaWords(turn));
        }
        if (is(Lexicon.PERSON, turn) && !about) {
            return new Intent.WantPerson(turn.words());
        }
        if (is(Lexicon.STATUS, turn) && !lean.isNewReport() && !about) {
            return new Intent.Status(null);
        }
        return lean.isReport() ? new Intent.Report(turn.words()) : new Intent.Ask(turn.words());
    }

    private static final Pattern BARE =
            Pattern.compile("(?:我要|我想|帮我|请|给我)?(?:取消订阅|订阅|退订)(?:通知|消息|全部|所有)?[吧啊呀了,。! ]*");

    /** What may name an area; null where only the wish itself was said. */
    private static @Nullable String areaWords(Turn turn) {
        var plain = turn.plain();
        boolean english = plain.toLowerCase(Locale.ROOT).matches("(un)?subscribe");
        return english || BARE.matcher(plain).matches() ? null : turn.words();
    }

    private static boolean is(Pattern pattern, Turn turn) {
        return pattern.matcher(turn.plain()).matches();
    }
}
