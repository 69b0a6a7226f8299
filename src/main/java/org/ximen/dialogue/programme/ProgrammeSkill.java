package org.ximen.dialogue.programme;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ximen.chat.Choice;
import org.ximen.chat.Location;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Point;
import org.ximen.programme.Programme;
import org.ximen.programme.ProgrammeWords;
import org.ximen.programme.Project;
import org.ximen.residents.Residents;
import org.ximen.understanding.PlaceMention;

/** Tells how far the street's projects are, and which concern one's own place. */
public final class ProgrammeSkill implements Skill {
    private static final String NAME = "programme";
    private static final String PLACE = "place";
    private static final int MOST_BUTTONS = 10;

    private final Programme programme;
    private final District district;
    private final Residents residents;
    private final SkillTexts texts = new SkillTexts(ProgrammeSkill.class);
    private final ProgrammeWords words = new ProgrammeWords();

    /** Reads by these features. */
    public ProgrammeSkill(Features features) {
        this.programme = features.programme();
        this.district = features.district();
        this.residents = features.residents();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(
                entry("projects", "projects"), entry("项目", "projects"), entry("重点项目", "projects"));
    }

    @Override
    public Set<String> buttons() {
        return Set.of("projects", "project", "project-here");
    }

    /** A place, in words or as a point, in answer to the question where one lives. */
    @Override
    public Optional<Work> answer(Turn turn) {
        if (!turn.standing().wasAsked(NAME, PLACE) || turn.standing().draft() != null) {
            return Optional.empty();
        }
        var point = turn.incoming().location();
        return point == null
                ? named(turn)
                : Optional.of(standing -> pointed(turn, point, standing));
    }

    private Optional<Work> named(Turn turn) {
        return turn.followsQuestion()
                ? turn.reading().places().stream()
                        .findFirst()
                        .map(place -> standing -> at(turn, place, standing))
                : Optional.empty();
    }

    private Step at(Turn turn, PlaceMention place, Conversation standing) {
        var found = programme.at(place.place().text());
        return Step.of(here(turn, place.text(), found), standing.asking(null));
    }

    private Step pointed(Turn turn, Location location, Conversation standing) {
        var area = district.areaAt(new Point(location.latitude(), location.longitude()));
        var found = area.map(programme::in).orElse(List.of());
        var where = area.map(each -> each.shown(turn.language())).orElse(say(turn, "there"));
        return Step.of(here(turn, where, found), standing.asking(null));
    }

    @Override
    public Work take(Turn turn, Call call) {
        return call instanceof Call.Pressed(var button, var value) && !button.equals("projects")
                ? standing -> pressed(turn, button, value, standing)
                : standing -> Step.of(all(turn), standing);
    }

    private Step pressed(Turn turn, String button, String value, Conversation standing) {
        if (button.equals("project")) {
            return Step.of(one(turn, value), standing);
        }
        var own = own(turn);
        return own.isEmpty() ? ask(turn, standing) : Step.of(mine(turn, own), standing);
    }

    /** The areas to whose notices somebody subscribed are where they live, as far as we know. */
    private List<Area> own(Turn turn) {
        return residents.subscriptions(turn.person()).stream()
                .filter(code -> !code.equals(Residents.WHOLE_STREET))
                .flatMap(code -> district.area(code).stream())
                .toList();
    }

    private Reply mine(Turn turn, List<Area> areas) {
        var found = areas.stream().flatMap(area -> programme.in(area).stream()).distinct().toList();
        var names =
                areas.stream()
                        .map(area -> area.shown(turn.language()))
                        .collect(Collectors.joining(turn.language().of("、", ", ")));
        return here(turn, names, found);
    }

    private Step ask(Turn turn, Conversation standing) {
        if (standing.draft() != null) {
            return Step.of(Reply.of(Reply.Kind.HELP, say(turn, "draft-first")), standing);
        }
        var reply = Reply.of(Reply.Kind.QUESTION, say(turn, "where"));
        return Step.of(
                reply.wishing(Reply.Wish.LOCATION),
                standing.asking(new OpenQuestion(NAME, PLACE, null)));
    }

    private Reply here(Turn turn, String where, List<Project> found) {
        return found.isEmpty()
                ? Reply.of(Reply.Kind.HELP, say(turn, "here.none", where), button(turn, "projects"))
                : Reply.of(
                        Reply.Kind.HELP,
                        say(turn, "here", where, lines(turn, found)),
                        buttons(found));
    }

    private Choice button(Turn turn, String name) {
        return texts.button(turn.language(), name);
    }

    private Reply all(Turn turn) {
        var projects = programme.projects();
        var framework = programme.file().framework();
        var head = framework == null ? "" : words.framework(turn.language(), framework) + "\n\n";
        if (projects.isEmpty()) {
            return Reply.of(Reply.Kind.HELP, head + say(turn, "none"));
        }
        var choices = new ArrayList<>(List.of(button(turn, "project-here")));
        choices.addAll(buttons(projects));
        return Reply.of(Reply.Kind.HELP, head + say(turn, "all", lines(turn, projects)), choices);
    }

    private String lines(Turn turn, List<Project> projects) {
        return projects.stream()
                .map(project -> words.line(turn.language(), project))
                .collect(Collectors.joining("\n"));
    }

    private static List<Choice> buttons(List<Project> projects) {
        return projects.stream()
                .limit(MOST_BUTTONS)
                .map(project -> SkillTexts.labelled(project.name(), "project", project.id()))
                .toList();
    }

    private Reply one(Turn turn, String id) {
        return programme
                .find(id)
                .map(project -> project.name() + "\n" + words.whole(turn.language(), project))
                .map(text -> Reply.of(Reply.Kind.HELP, text, button(turn, "projects")))
                .orElseGet(() ->
                        Reply.of(Reply.Kind.HELP, say(turn, "gone"), button(turn, "projects")));
    }

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }
}
