package org.ximen.dialogue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ximen.understanding.Act;

/** All skills, by what they answer. */
final class SkillRegistry {
    private final List<Skill> skills;
    private final Map<Act, Skill> byAct = new EnumMap<>(Act.class);
    private final Map<String, Skill> byButton = new HashMap<>();
    private final Map<String, Skill> byCommand = new HashMap<>();
    private final Map<String, String> commands = new HashMap<>();

    /**
     * @throws IllegalStateException if two skills claim the same, or nobody an act
     */
    SkillRegistry(List<Skill> skills) {
        this.skills = List.copyOf(skills);
        for (var skill : skills) {
            skill.acts().forEach(act -> claim(byAct, act, skill));
            skill.buttons().forEach(button -> claim(byButton, button, skill));
            skill.commands().values().stream()
                    .distinct()
                    .forEach(command -> claim(byCommand, command, skill));
            commands.putAll(skill.commands());
        }
        for (var act : Act.values()) {
            if (!byAct.containsKey(act)) {
                throw new IllegalStateException("no skill answers " + act);
            }
        }
    }

    private static <K> void claim(Map<K, Skill> owners, K what, Skill skill) {
        var other = owners.put(what, skill);
        if (other != null) {
            throw new IllegalStateException(other.name() + " and " + skill.name() + ": " + what);
        }
    }

    Skill of(Act act) {
        return Objects.requireNonNull(byAct.get(act));
    }

    Optional<Skill> ofButton(String name) {
        return Optional.ofNullable(byButton.get(name));
    }

    Skill ofCommand(String command) {
        return Objects.requireNonNull(byCommand.get(command), command);
    }

    /** The command that a word stands for. */
    Optional<String> command(String word) {
        return Optional.ofNullable(commands.get(word));
    }

    /** Work on what a skill takes before all others. */
    Optional<Work> claiming(Turn turn) {
        return skills.stream().flatMap(skill -> skill.claim(turn).stream()).findFirst();
    }

    /** Whether a skill asked last and waits for words. */
    boolean awaitsWords(Turn turn) {
        return skills.stream().anyMatch(skill -> skill.awaitsWords(turn));
    }

    /** Whether what was sent is a code. */
    boolean isCode(Turn turn) {
        return skills.stream().anyMatch(skill -> skill.isCode(turn));
    }

    /** Lets every skill note what it must know of whatever is said. */
    void heard(Turn turn) {
        skills.forEach(skill -> skill.heard(turn));
    }

    /** Whether what was sent is kept nowhere with the person. */
    boolean isSecret(Turn turn) {
        return skills.stream().anyMatch(skill -> skill.isSecret(turn));
    }

    /** Work on words that a skill knows by themselves. */
    Optional<Work> known(Turn turn) {
        return skills.stream().flatMap(skill -> skill.ifKnown(turn).stream()).findFirst();
    }

    /** Work on a place without words as an answer to what was asked, outside a report. */
    Optional<Work> asking(Turn turn) {
        var asked = turn.standing().asked();
        return asked == null
                        || turn.standing().draft() != null
                        || turn.incoming().location() == null
                ? Optional.empty()
                : skills.stream()
                        .filter(skill -> skill.name().equals(asked.skill()))
                        .flatMap(skill -> skill.answer(turn).stream())
                        .findFirst();
    }

    /** Work on the message as an answer to what was asked; whoever asked last comes first. */
    Optional<Work> answering(Turn turn) {
        var asked = turn.standing().asked();
        var first =
                skills.stream()
                        .filter(skill -> asked != null && skill.name().equals(asked.skill()))
                        .flatMap(skill -> skill.answer(turn).stream())
                        .findFirst();
        return first.or(
                () -> skills.stream().flatMap(skill -> skill.answer(turn).stream()).findFirst());
    }
}
