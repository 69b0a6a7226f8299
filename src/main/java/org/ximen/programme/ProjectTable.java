package org.ximen.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.db.Times;

/** Tables {@code project_change} and {@code project_article}. */
final class ProjectTable {
    private final JdbcClient client;

    ProjectTable(JdbcClient client) {
        this.client = client;
    }

    void add(String project, NewChange change, String by, Instant now) {
        client.sql(
                        """
                        insert into project_change (project, milestone, done_day, percent, note,
                            proposed_by, proposed_at)
                        values (:project, :milestone, :done, :percent, :note, :by, :now)
                        """)
                .param("project", project)
                .param("milestone", change.milestone())
                .param("done", change.done())
                .param("percent", change.percent())
                .param("note", change.note())
                .param("by", by)
                .param("now", Times.utc(now))
                .update();
    }

    /** Oldest first. */
    List<ProjectChange> of(String project) {
        return client.sql("select * from project_change where project = ? order by id")
                .param(project)
                .query(ProjectTable::read)
                .list();
    }

    /** What was approved of all projects; what was written later counts. */
    List<ProjectChange> approved() {
        return client.sql(
                        """
                        select * from project_change where approved_at is not null
                        order by id
                        """)
                .query(ProjectTable::read)
                .list();
    }

    Optional<ProjectChange> find(long id) {
        return client.sql("select * from project_change where id = ?")
                .param(id)
                .query(ProjectTable::read)
                .optional();
    }

    /** False if it was settled meanwhile. */
    boolean approve(long id, String by, Instant now) {
        return client.sql(
                                """
                                update project_change set approved_by = ?, approved_at = ?
                                where id = ? and approved_at is null and rejected_at is null
                                """)
                        .params(by, Times.utc(now), id)
                        .update()
                == 1;
    }

    void noticed(long id, long notice) {
        client.sql("update project_change set notice_id = ? where id = ?")
                .params(notice, id)
                .update();
    }

    /** False if it was settled meanwhile. */
    boolean reject(long id, String by, Instant now) {
        return client.sql(
                                """
                                update project_change set rejected_by = ?, rejected_at = ?
                                where id = ? and approved_at is null and rejected_at is null
                                """)
                        .params(by, Times.utc(now), id)
                        .update()
                == 1;
    }

    Optional<String> fingerprint(String project) {
        return client.sql("select fingerprint from project_article where project = ?")
                .param(project)
                .query(String.class)
                .optional();
    }

    void fingerprint(String project, String fingerprint) {
        client.sql("delete from project_article where project = ?").param(project).update();
        client.sql("insert into project_article (project, fingerprint) values (?, ?)")
                .params(project, fingerprint)
                .update();
    }

    void forget(String project) {
        client.sql("delete from project_article where project = ?").param(project).update();
    }

    List<String> written() {
        return client.sql("select project from project_article order by project")
                .query(String.class)
                .list();
    }

    private static ProjectChange read(ResultSet row, int n) throws SQLException {
        return new ProjectChange(
                row.getLong("id"),
                row.getString("project"),
                row.getString("milestone"),
                row.getObject("done_day", LocalDate.class),
                row.getObject("percent", Integer.class),
                row.getString("note"),
                row.getString("proposed_by"),
                Times.get(row, "proposed_at"),
                row.getString("approved_by"),
                Times.find(row, "approved_at"),
                row.getString("rejected_by"),
                Times.find(row, "rejected_at"),
                row.getObject("notice_id", Long.class));
    }
}
