package org.ximen.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.isolation.IsolatedRun;
import org.ximen.knowledge.Library;
import org.ximen.notices.Notices;
import org.ximen.residents.Holding;
import org.ximen.settings.ConfigFile;
import org.ximen.staff.Audit;

/** The programme as it stands: the file, with what staff changed since. */
public final class Programme {
    private static final Logger LOG = LoggerFactory.getLogger(Programme.class);

    private final Db db;
    private final Parts parts;
    private final ProjectTable table;
    private final ProjectReach reach;
    private final ProgrammeDesk desk;
    private volatile Entries entries = new Entries(ProgrammeFile.EMPTY, List.of());

    /** What it works with. */
    public record Parts(
            ConfigFile<ProgrammeFile> file,
            District district,
            Library library,
            Notices notices,
            Audit audit) {}

    /** Of one reading of the file, so that a bad entry is told once. */
    private record Entries(ProgrammeFile file, List<Project> projects) {}

    /** Reads by these parts. */
    public Programme(Db db, Parts parts) {
        this.db = db;
        this.parts = parts;
        this.table = new ProjectTable(db.client());
        this.reach = new ProjectReach(parts.district());
        this.desk = new ProgrammeDesk(db, parts, this, table);
    }

    /** What staff do. */
    public ProgrammeDesk desk() {
        return desk;
    }

    /** What is written in the file but the projects. */
    public ProgrammeFile file() {
        return parts.file().get();
    }

    /** All projects as they stand, in the order of the file. */
    public List<Project> projects() {
        var changes = table.approved();
        return written().stream().map(project -> standing(project, changes)).toList();
    }

    private static Project standing(Project project, List<ProjectChange> changes) {
        var standing = project;
        for (var change : changes) {
            standing = change.project().equals(project.id()) ? standing.after(change) : standing;
        }
        return standing;
    }

    private List<Project> written() {
        var file = parts.file().get();
        var known = entries;
        if (known.file() != file) {
            var seen = new HashSet<String>();
            var read = parts.file().each("projects", file.projects(), Project.class);
            known = new Entries(file, read.stream().filter(each -> seen.add(each.id())).toList());
            entries = known;
        }
        return known.projects();
    }

    /** The project of this id. */
    public Optional<Project> find(String id) {
        return projects().stream().filter(project -> project.id().equals(id)).findFirst();
    }

    /** The projects that concern a place, in the words in which somebody named it. */
    public List<Project> at(String place) {
        return projects().stream().filter(project -> reach.concerns(project, place)).toList();
    }

    /** The projects that concern the whole of an area. */
    public List<Project> in(Area area) {
        return projects().stream().filter(project -> reach.concerns(project, area)).toList();
    }

    /** Writes the articles by which questions find the projects, where they read otherwise now. */
    public void sweep(Instant now) {
        var articles = new ProjectArticles(parts, table);
        var projects = projects();
        var wanted = new ArrayList<>(projects.stream().map(articles::of).toList());
        articles.overview(projects).ifPresent(wanted::add);
        IsolatedRun.each(
                wanted,
                article -> db.run(() -> articles.write(article, now)),
                (article, why) -> LOG.error("项目 {} 的文章没有写成，稍后再试", article.project(), why));
        db.run(() -> articles.retireOthers(wanted, now));
    }

    /** Nothing of it is about residents. */
    public Holding holding() {
        return Holding.nothing("重点项目的进展和改动", "project_change", "project_article");
    }
}
