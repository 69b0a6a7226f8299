package org.ximen.dialogue.programme;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.EnumSet;
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
import org.ximen.district.Evidence;
import org.ximen.district.Point;
import org.ximen.programme.Programme;
import org.ximen.programme.ProgrammeWords;
import org.ximen.programme.Project;
import org.ximen.residents.Residents;
import org.ximen.text.Plain;
import org.ximen.understanding.Act;
import org.ximen.understanding.DangerReading;
import org.ximen.understanding.PlaceMention;

/** Tells how far the street's projects are, and which concern one's own place. */
public final class ProgrammeSkill implements Skill {
    private static final String NAME = "programme";
    private static final String PLACE = "place";
    private static final OpenQuestion WHERE = new OpenQuestion(NAME, PLACE, null);
    private static final int MOST_BUTTONS = 10;
    // Acts by which somebody may tell where they live.
    private static final Set<Act> HOME = EnumSet.of(Act.PLACE_ONLY, Act.PROFILE);
    // So likely something is wrong there.
    private static final double TROUBLE = 0.3;
    private static final Set<DangerReading.Level> CALM =
            EnumSet.of(DangerReading.Level.NONE, DangerReading.Level.MENTIONED);

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
        if (!turn.standing().wasAsked(NAME, PLACE)
                || turn.standing().draft() != null
                || !turn.followsQuestion()) {
            return Optional.empty();
        }
        var point = turn.incoming().location();
        return point == null
                ? named(turn)
                : Optional.of(standing -> pointed(turn, point, standing));
    }

    /** Words that tell of more than where somebody lives are heard as ever. */
    private Optional<Work> named(Turn turn) {
        var place =
                turn.reading().places().stream()
                        .filter(mention -> mention.evidence() != Evidence.RELATIVE)
                        .findFirst();
        return place.filter(mention -> isHome(turn, mention))
                .map(mention -> standing -> at(turn, mention, standing));
    }

    private static boolean isHome(Turn turn, PlaceMention place) {
        return turn.incoming().photos().isEmpty()
                && CALM.contains(turn.reading().danger().level())
                && (isTold(turn) || isAll(turn, place));
    }

    private static boolean isTold(Turn turn) {
        var reading = turn.reading();
        return reading.clauses().size() == 1
                && HOME.contains(turn.act())
                && reading.probability(Act.REPORT) + reading.probability(Act.HELP) < TROUBLE;
    }

    private static boolean isAll(Turn turn, PlaceMention place) {
        var rest = turn.words().replace(place.text(), "");
        return Plain.comparable(rest).replaceAll("[\\p{P}\\s]", "").isEmpty();
    }

    private Step at(Turn turn, PlaceMention place, Conversation standing) {
        var found = programme.at(place.place().text());
        return found.exact()
                ? Step.of(here(turn, place.text(), found.projects()), standing.asking(null))
                : roughly(turn, place.text(), found.projects(), standing);
    }

    private Step pointed(Turn turn, Location location, Conversation standing) {
        return district.areaAt(new Point(location.latitude(), location.longitude()))
                .map(area -> among(turn, List.of(area), standing))
                .orElseGet(() -> {
                    var reply =
                            Reply.of(
                                    Reply.Kind.QUESTION,
                                    say(turn, "outside"),
                                    button(turn, "projects"));
                    return Step.of(reply, standing.asking(WHERE));
                });
    }

    /** What was found by less than a number is said to be so, and a number can still be told. */
    private Step roughly(Turn turn, String where, List<Project> found, Conversation standing) {
        var reply = here(turn, where, found);
        if (standing.draft() != null) {
            return Step.of(reply, standing);
        }
        var text = reply.text() + "\n" + say(turn, "roughly", where);
        var asking = Reply.of(Reply.Kind.QUESTION, text, reply.choices());
        return Step.of(asking, standing.asking(WHERE));
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
        return own.isEmpty() ? ask(turn, standing) : among(turn, own, standing);
    }

    /** The areas to whose notices somebody subscribed are where they live, as far as we know. */
    private List<Area> own(Turn turn) {
        return residents.subscriptions(turn.person()).stream()
                .filter(code -> !code.equals(Residents.WHOLE_STREET))
                .flatMap(code -> district.area(code).stream())
                .toList();
    }

    private Step among(Turn turn, List<Area> areas, Conversation standing) {
        var found = areas.stream().flatMap(area -> programme.in(area).stream()).distinct().toList();
        var names =
                areas.stream()
                        .map(area -> area.shown(turn.language()))
                        .collect(Collectors.joining(turn.language().of("、", ", ")));
        return roughly(turn, names, found, standing);
    }

    private Step ask(Turn turn, Conversation standing) {
        if (standing.draft() != null) {
            return Step.of(Reply.of(Reply.Kind.HELP, say(turn, "draft-first")), standing);
        }
        var reply = Reply.of(Reply.Kind.QUESTION, say(turn, "where"));
        return Step.of(reply.wishing(Reply.Wish.LOCATION), standing.asking(WHERE));
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
        var head = words.programme(turn.language(), programme.file());
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
