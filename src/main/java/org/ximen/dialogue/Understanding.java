package org.ximen.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Intake;

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
        var choice = turn.incoming().choice();
        if (choice != null) {
            return List.of(Buttons.read(choice).orElse(new Intent.Pick(-1)));
        }
        if (!turn.hasWords()) {
            return List.of(turn.showsSomething() ? new Intent.Report("") : new Intent.Nothing());
        }
        return Commands.read(turn.plain())
                .map(List::of)
                .orElseGet(() -> List.of(inFlow(turn).orElseGet(() -> free(turn))))
                .stream()
                .flatMap(intent -> parts(turn, intent).stream())
                .toList();
    }

    /** A message that tells and asks at once is two. */
    private List<Intent> parts(Turn turn, Intent intent) {
        boolean plainly = intent instanceof Intent.Report || intent instanceof Intent.Ask;
        if (!plainly || !(turn.flow() instanceof Flow.Idle || turn.flow() instanceof Flow.Asking)) {
            return List.of(intent);
        }
        return Parts.of(turn.words(), intake).orElse(List.of(intent));
    }

    private Optional<Intent> inFlow(Turn turn) {
        return switch (turn.flow()) {
            case Flow.Reporting(var sketch, var asked) -> Optional.of(inReport(turn, asked));
            case Flow.Subscribing() ->
                    leaves(turn)
                            ? Optional.empty()
                            : Optional.of(new Intent.Subscribe(turn.words()));
            case Flow.Forgetting() ->
                    is(Lexicon.YES, turn) || turn.plain().contains("确认")
                            ? Optional.of(new Intent.Forget(true))
                            : Optional.empty();
            case Flow.Watching(var number, var danger) ->
                    leaves(turn) || new Lean(turn.plain(), intake).isNewReport()
                            ? Optional.empty()
                            : Optional.of(new Intent.Report(turn.words()));
            case Flow.Asking asking -> Optional.empty();
            case Flow.Idle() -> Optional.empty();
        };
    }

    private Intent inReport(Turn turn, Sketch.Missing asked) {
        if (is(Lexicon.NO_REPORT, turn)) {
            return new Intent.Cancel(null);
        }
        if (asked == Sketch.Missing.CONFIRMATION && turn.plain().length() <= SHORT) {
            if (is(Lexicon.YES, turn)) {
                return new Intent.Submit(is(Lexicon.ANONYMOUS, turn));
            }
            if (is(Lexicon.ANONYMOUS, turn)) {
                return new Intent.Submit(true);
            }
            var label = labelled(turn.plain());
            if (label != null) {
                return label;
            }
        }
        return aside(turn).orElseGet(() -> new Intent.Report(turn.words()));
    }

    /** Buttons said instead of pressed. */
    private static @Nullable Intent labelled(String plain) {
        return switch (plain) {
            case "改地点" -> new Intent.Change(Sketch.Missing.PLACE);
            case "改类别" -> new Intent.Change(Sketch.Missing.CATEGORY);
            case "补照片", "补充照片" -> new Intent.Change(Sketch.Missing.PHOTO);
            default -> null;
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
        return Lexicon.CASE_NUMBER.matcher(turn.plain()).find()
                || is(Lexicon.PERSON, turn)
                || is(Lexicon.STATUS, turn)
                || is(Lexicon.UNSUBSCRIBE, turn)
                || is(Lexicon.FORGET, turn)
                || is(Lexicon.NO_REPORT, turn)
                || is(Lexicon.THANKS, turn)
                || is(Lexicon.GREETING, turn);
    }

    private Intent free(Turn turn) {
        var number = Lexicon.CASE_NUMBER.matcher(turn.plain());
        var named = number.find() ? "XM-" + number.group(1) + "-" + number.group(2) : null;
        boolean stops = is(Lexicon.WITHDRAW, turn) || is(Lexicon.NO_REPORT, turn);
        if (stops && !is(Lexicon.PERSON, turn) && !is(Lexicon.UNSUBSCRIBE, turn)) {
            return new Intent.Cancel(named);
        }
        return named == null ? byPhrase(turn) : new Intent.Status(named);
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
