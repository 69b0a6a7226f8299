package org.ximen.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.PlaceSpan;
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
    private volatile @Nullable Entries entries;

    /** What it works with. */
    public record Parts(
            ConfigFile<ProgrammeFile> file,
            District district,
            Library library,
            Notices notices,
            Audit audit) {}

    /** Of one reading of the file and of the street, so that a bad entry is told once. */
    private record Entries(ProgrammeFile file, Area street, List<Project> projects) {
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(ProgrammeFile other, Area otherStreet) {
            return file == other && street == otherStreet;
        }
    }

    /** Reads by these parts. */
    public Programme(Db db, Parts parts) {
        this.db = db;
        this.parts = parts;
        this.table = new ProjectTable(db.client());
        this.reach = new ProjectReach(parts.district());
        this.desk = new ProgrammeDesk(db, parts, this, new ProgrammeDesk.Records(table, reach));
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

    /** Whether there are none. */
    public boolean isEmpty() {
        return written().isEmpty();
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
        var street = parts.district().whole();
        var known = entries;
        if (known == null || !known.isOf(file, street)) {
            known = new Entries(file, street, read(file));
            entries = known;
        }
        return known.projects();
    }

    private List<Project> read(ProgrammeFile file) {
        var seen = new HashSet<String>();
        return parts.file().each("projects", file.projects(), Project.class).stream()
                .filter(project -> isUsable(project, seen))
                .toList();
    }

    private boolean isUsable(Project project, Set<String> seen) {
        var unknown = reach.unknown(project);
        if (unknown.isPresent()) {
            LOG.error(
                    "programme.yaml 的项目 {} 里写的“{}”，district.yaml 里没有这条路或者这个区域，请改成那里的名称；这个项目先不用，其余照常",
                    project.id(),
                    unknown.get());
            return false;
        }
        boolean first = seen.add(project.id());
        if (!first) {
            LOG.error("programme.yaml 里有两个项目的 id 都是 {}，请改一个；只用前面的，其余照常", project.id());
        }
        return first;
    }

    /** The project of this id. */
    public Optional<Project> find(String id) {
        return projects().stream().filter(project -> project.id().equals(id)).findFirst();
    }

    /** The projects that concern a place, in the words in which somebody named it. */
    public NearbyProjects at(String place) {
        return parts.district().placesIn(place).stream()
                .findFirst()
                .map(this::at)
                .orElse(new NearbyProjects(List.of(), false));
    }

    private NearbyProjects at(PlaceSpan span) {
        var found = projects().stream().filter(project -> reach.concerns(project, span)).toList();
        return new NearbyProjects(found, reach.isNumbered(span));
    }

    /** The projects that concern an area or something in it. */
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
        IsolatedRun.each(
                articles.others(wanted),
                project -> db.run(() -> articles.retire(project, now)),
                (project, why) -> LOG.error("项目 {} 的文章没有撤下，稍后再试", project, why));
    }

    /** Nothing of it is about residents. */
    public Holding holding() {
        return Holding.nothing("重点项目的进展和改动", "project_change", "project_article");
    }
}
