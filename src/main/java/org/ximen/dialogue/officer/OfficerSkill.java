package org.ximen.dialogue.officer;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ximen.cases.CaseNumber;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.staff.Bindings;

/**
 * Binds a chat to the account of a member of staff, who then does in it what waits for them. Others
 * who try are told so, and nothing is done.
 */
public final class OfficerSkill implements Skill {
    private final Bindings bindings;
    private final ChatBinding binding;
    private final FieldWords words;
    private final TaskList tasks;
    private final TaskButtons buttons;
    private final PatrolFlow patrol;
    private final FieldMessages messages;
    private final AsResident resident;

    /**
     * @param reports takes what a member of staff tells as a resident
     */
    public OfficerSkill(Features features, Skill reports) {
        this.bindings = features.bindings();
        this.words = new FieldWords(features.district());
        this.binding = new ChatBinding(bindings, words);
        var cases = new FieldCases(features.field(), bindings, words);
        var handling = new Handling(cases);
        this.tasks = new TaskList(cases);
        this.buttons = new TaskButtons(cases, handling);
        this.patrol = new PatrolFlow(cases, tasks, features);
        this.messages = new FieldMessages(cases, handling, patrol);
        this.resident = new AsResident(features.reader(), reports);
    }

    @Override
    public String name() {
        return FieldQuestion.SKILL;
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(
                entry("bind", "bind"),
                entry("绑定", "bind"),
                entry("unbind", "unbind"),
                entry("解绑", "unbind"),
                entry("tasks", "tasks"),
                entry("我的任务", "tasks"),
                entry("接单", "accept"),
                entry("巡查上报", "patrol"));
    }

    @Override
    public boolean isForStaff() {
        return true;
    }

    @Override
    public Set<String> buttons() {
        return FieldButton.all();
    }

    @Override
    public Optional<Work> claim(Turn turn) {
        boolean perhaps =
                !turn.incoming().photos().isEmpty()
                        || FieldQuestion.of(turn.standing()).isPresent();
        return !perhaps || turn.standing().draft() != null
                ? Optional.empty()
                : bindings.of(turn.incoming().sender())
                        .map(me -> new Acting(turn, me, turn.standing()))
                        .filter(messages::isForWork)
                        .map(acting -> claimed(turn));
    }

    /** Slow: the words are read before the work. */
    private Work claimed(Turn turn) {
        patrol.readAhead(turn, "");
        return standing -> staff(turn, standing, messages::take);
    }

    @Override
    public boolean awaitsWords(Turn turn) {
        return turn.standing().draft() == null
                && turn.followsQuestion()
                && FieldQuestion.of(turn.standing()).filter(FieldQuestion::takesWords).isPresent()
                && bindings.of(turn.incoming().sender()).isPresent();
    }

    @Override
    public Work take(Turn turn, Call call) {
        return switch (call) {
            case Call.Commanded(var command, var rest) -> commanded(turn, command, rest);
            case Call.Pressed(var button, var value) ->
                    FieldButton.of(button)
                            .<Work>map(known -> pressed(turn, known, value))
                            .orElseGet(() -> standing -> tasks(turn, standing));
            default -> standing -> tasks(turn, standing);
        };
    }

    private Work commanded(Turn turn, String command, String rest) {
        return switch (command) {
            case "bind" -> standing -> binding.bind(turn, rest.replaceAll("[ -]", ""), standing);
            case "unbind" -> standing -> binding.unbind(turn, standing);
            case "patrol" -> begun(turn);
            case "accept" -> accept(turn, rest);
            default -> standing -> tasks(turn, standing);
        };
    }

    /** Slow: the words are read before the work. */
    private Work begun(Turn turn) {
        readAhead(turn, "");
        return standing -> staff(turn, standing, patrol::begin);
    }

    /** 接单 alone shows what could be meant. */
    private Work accept(Turn turn, String rest) {
        return CaseNumber.in(rest)
                .<Work>map(number -> pressed(turn, FieldButton.ACCEPT, number))
                .orElseGet(() -> standing -> tasks(turn, standing));
    }

    private Step tasks(Turn turn, Conversation standing) {
        return staff(turn, standing, acting -> tasks.show(acting, 0));
    }

    /** Slow: what was found is read before the work. */
    private Work pressed(Turn turn, FieldButton button, String value) {
        readAhead(turn, value);
        return button == FieldButton.RESIDENT
                ? asResident(turn)
                : standing -> staff(turn, standing, acting -> pressed(acting, button, value));
    }

    /** Nothing is read for those who are no staff. */
    private void readAhead(Turn turn, String chosen) {
        if (bindings.of(turn.incoming().sender()).isPresent()) {
            patrol.readAhead(turn, chosen);
        }
    }

    private Work asResident(Turn turn) {
        var find = PatrolFlow.found(turn);
        var report = resident.report(turn, find);
        return standing ->
                staff(
                        turn,
                        standing,
                        acting ->
                                find.photos().isEmpty() || !PatrolFlow.isOpen(acting)
                                        ? acting.say(words.told("patrol.gone"))
                                        : report.run(standing.asking(null)));
    }

    private Step pressed(Acting acting, FieldButton button, String value) {
        return switch (button) {
            case TASKS -> tasks.show(acting, page(value));
            case PATROL -> patrol.begin(acting);
            case FILE -> patrol.file(acting);
            case SETTLE -> patrol.settle(acting);
            case KIND -> patrol.kind(acting);
            case CHOSEN -> patrol.chosen(acting, value);
            case OTHER -> messages.another(acting, value);
            case SHOWS -> messages.shows(acting, value);
            case DROP -> acting.say(words.told("dropped"));
            default -> buttons.pressed(acting, button, value);
        };
    }

    private static int page(String value) {
        return value.matches("\\d{1,4}") ? Integer.parseInt(value) : 0;
    }

    /** Only for those whose chat it is; others are told where their own things are. */
    private Step staff(Turn turn, Conversation standing, Function<Acting, Step> what) {
        return bindings.of(turn.incoming().sender())
                .map(me -> what.apply(new Acting(turn, me, standing)))
                .orElseGet(() -> Step.of(words.stranger(), standing));
    }
}
