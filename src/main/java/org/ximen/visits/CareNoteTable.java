package org.ximen.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.db.Times;

/** Table {@code care_note}. */
final class CareNoteTable {
    private final JdbcClient client;

    CareNoteTable(JdbcClient client) {
        this.client = client;
    }

    void add(long subject, CareNote note) {
        client.sql(
                        """
                        insert into care_note (subject_id, words, written_by, written_at, until_day)
                        values (:subject, :words, :by, :at, :until)
                        """)
                .param("subject", subject)
                .param("words", note.words())
                .param("by", note.by())
                .param("at", Times.utc(note.at()))
                .param("until", note.until())
                .update();
    }

    /** Those still kept on a day, the newest first. */
    List<CareNote> of(long subject, LocalDate today) {
        return client.sql(
                        """
                        select * from care_note where subject_id = ? and until_day >= ?
                        order by id desc
                        """)
                .params(subject, today)
                .query((row, n) ->
                        new CareNote(
                                row.getString("words"),
                                row.getString("written_by"),
                                Times.get(row, "written_at"),
                                row.getObject("until_day", LocalDate.class)))
                .list();
    }

    /** Returns how many there were. */
    int delete(long subject) {
        return client.sql("delete from care_note where subject_id = ?").param(subject).update();
    }

    int trim(Instant before) {
        return client.sql("delete from care_note where until_day < ?")
                .param(Visits.day(before))
                .update();
    }
}
