package org.ximen.programme;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.NewArticle;
import org.ximen.knowledge.NewArticle.TextSection;
import org.ximen.text.Language;

/** Projects as articles. */
final class ProjectArticles {
    // No project can be called so.
    private static final String OVERVIEW = "_all";

    private final Programme.Parts parts;
    private final ProjectTable table;
    private final ProgrammeWords words = new ProgrammeWords();

    ProjectArticles(Programme.Parts parts, ProjectTable table) {
        this.parts = parts;
        this.table = table;
    }

    /** An article with the id of what it is about. */
    record Written(String project, NewArticle article) {
        private String id() {
            return "projects/" + project;
        }

        private String fingerprint() {
            var bytes = article.toString().getBytes(StandardCharsets.UTF_8);
            return UUID.nameUUIDFromBytes(bytes).toString();
        }
    }

    Written of(Project project) {
        var title = words.say("article.title", project.name());
        var text = project.name() + "：\n" + words.whole(Language.ZH, project);
        return new Written(project.id(), article(title, text, project.source()));
    }

    /** The programme and all projects with how far they are; none where none are on file. */
    Optional<Written> overview(List<Project> projects) {
        if (projects.isEmpty()) {
            return Optional.empty();
        }
        var lines =
                projects.stream()
                        .map(project -> words.line(Language.ZH, project))
                        .collect(Collectors.joining("\n"));
        var text = words.programme(Language.ZH, parts.file().get()) + lines;
        return Optional.of(new Written(OVERVIEW, article(words.say("article.all"), text, null)));
    }

    private NewArticle article(String title, String text, @Nullable String source) {
        return new NewArticle(
                Article.Kind.FAQ,
                title,
                parts.district().whole().name(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                source,
                List.of(new TextSection(null, text)));
    }

    void write(Written written, Instant now) {
        var fingerprint = written.fingerprint();
        if (table.fingerprint(written.project()).filter(fingerprint::equals).isEmpty()) {
            parts.library().publish(written.id(), written.article(), now);
            table.fingerprint(written.project(), fingerprint);
        }
    }

    /** Those that were written and are no longer in the file. */
    List<String> others(List<Written> wanted) {
        var kept = wanted.stream().map(Written::project).toList();
        return table.written().stream().filter(project -> !kept.contains(project)).toList();
    }

    /** It answers no longer. */
    void retire(String project, Instant now) {
        parts.library().retire("projects/" + project, now);
        table.forget(project);
    }
}
