package org.ximen.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.programme.ProgrammeFile.Aim;
import org.ximen.programme.Project.Milestone;
import org.ximen.programme.Project.Stretch;
import org.ximen.text.BilingualTexts;
import org.ximen.text.Language;

/** How the programme and its projects read: what is not known is said to be unknown. */
public final class ProgrammeWords {
    private final BilingualTexts texts = new BilingualTexts(ProgrammeWords.class);

    /** One project in a line. */
    public String line(Language language, Project project) {
        return texts.say(language, "line", project.name(), far(language, project))
                + sample(language, project.isSample());
    }

    private String sample(Language language, boolean sample) {
        return sample ? texts.say(language, "sample") : "";
    }

    private String far(Language language, Project project) {
        return project.percent() == null
                ? texts.say(language, "percent.unknown")
                : texts.say(language, "percent", project.percent());
    }

    /** All that is known of one, a line each. */
    public String whole(Language language, Project project) {
        var lines = new ArrayList<String>();
        var owner = project.owner() == null ? "" : texts.say(language, "owner", project.owner());
        lines.add(texts.say(language, "head", project.kind(), owner, far(language, project)));
        project.milestones().forEach(each -> lines.add(milestone(language, each)));
        if (project.next() != null) {
            lines.add(texts.say(language, "next", day(language, project.next())));
        }
        if (!project.affected().isEmpty()) {
            lines.add(texts.say(language, "affected", affected(project.affected())));
        }
        var sample = sample(language, project.isSample());
        lines.add(texts.say(language, "source", project.source(), sample));
        return String.join("\n", lines);
    }

    static String affected(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::shown).collect(Collectors.joining("、"));
    }

    private String milestone(Language language, Milestone milestone) {
        var done = milestone.done();
        var due = milestone.due();
        var when =
                done != null
                        ? texts.say(language, "reached", day(language, done))
                        : due == null
                                ? texts.say(language, "due.unknown")
                                : texts.say(language, "due", day(language, due));
        return texts.say(language, "milestone", milestone.name(), when);
    }

    private static String day(Language language, @Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        return language == Language.ZH
                ? day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
                : day.toString();
    }

    /** The framework, the actions and the tasks of the year, as far as they are on file. */
    public String programme(Language language, ProgrammeFile file) {
        var framework = file.framework();
        var first = framework == null ? "" : framework(language, framework) + "\n\n";
        return first
                + aims(language, "actions", file.actions())
                + aims(language, "tasks", file.tasks());
    }

    private String aims(Language language, String key, List<Aim> aims) {
        var lines = aims.stream().map(ProgrammeWords::aim).collect(Collectors.joining("\n"));
        return aims.isEmpty() ? "" : texts.say(language, key, lines) + "\n\n";
    }

    private static String aim(Aim aim) {
        return "· " + aim.name() + (aim.text() == null ? "" : "：" + aim.text());
    }

    /** What the programme is, with what was not published of it. */
    public String framework(Language language, ProgrammeFile.Framework framework) {
        var missing = framework.missing() == null ? "" : "\n" + framework.missing();
        var sample = sample(language, framework.isSample());
        var source = texts.say(language, "source", framework.source(), sample);
        return framework.title() + "\n" + framework.text() + missing + "\n" + source;
    }

    String say(String key, Object... values) {
        return texts.say(Language.ZH, key, values);
    }
}
