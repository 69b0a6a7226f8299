package org.ximen.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.db.Times;
import org.ximen.residents.Person;

/** Table {@code ticket}. */
final class TicketTable {
    private final Db db;
    private final TicketLineTable lines;

    TicketTable(Db db) {
        this.db = db;
        this.lines = new TicketLineTable(db);
    }

    /** What was said in them. */
    TicketLineTable lines() {
        return lines;
    }

    long add(Person person, NewTicket wish, Instant now) {
        var key = new GeneratedKeyHolder();
        db.client()
                .sql(
                        """
                        insert into ticket
                            (person, channel, address, about, kind, urgent, urgent_reason,
                             against, state, asked_at, changed_at)
                        values (:person, :channel, :address, :about, :kind, :urgent, :reason,
                            :against, 'WAITING', :now, :now)
                        """)
                .param("person", person.id())
                .param("channel", person.sender().channel())
                .param("address", person.sender().address())
                .param("about", wish.about())
                .param("kind", wish.kind())
                .param("urgent", wish.urgent() != null)
                .param("reason", wish.urgent())
                .param("against", wish.against())
                .param("now", Times.utc(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    /** What is known better of one that waits; nothing that was known is lost. */
    void sharpen(long id, NewTicket wish) {
        db.client()
                .sql(
                        """
                        update ticket set kind = coalesce(kind, cast(:kind as varchar(60))),
                            urgent = (urgent or :urgent),
                            urgent_reason =
                                coalesce(urgent_reason, cast(:reason as varchar(200))),
                            against = coalesce(against, cast(:against as varchar(60)))
                        where id = :id and state = 'WAITING'
                        """)
                .param("kind", wish.kind())
                .param("urgent", wish.urgent() != null)
                .param("reason", wish.urgent())
                .param("against", wish.against())
                .param("id", id)
                .update();
    }

    Optional<Ticket> find(long id) {
        return db.client()
                .sql("select * from ticket where id = ?")
                .params(id)
                .query(this::ticket)
                .optional();
    }

    /** The ticket of a chat that is not over, if there is one. */
    Optional<Ticket> findOpen(Sender sender) {
        return db.client()
                .sql(
                        """
                        select * from ticket where channel = ? and address = ?
                            and state in ('WAITING', 'CLAIMED') order by id fetch first 1 rows only
                        """)
                .params(sender.channel(), sender.address())
                .query(this::ticket)
                .optional();
    }

    boolean isClaimed(Sender sender) {
        return db.client()
                        .sql(
                                """
                                select count(*) from ticket
                                where channel = ? and address = ? and state = 'CLAIMED'
                                """)
                        .params(sender.channel(), sender.address())
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Ticket> listOpen(int most) {
        return db.client()
                .sql(
                        """
                        select * from ticket where state in ('WAITING', 'CLAIMED')
                        order by urgent desc, id fetch first ? rows only
                        """)
                .params(most)
                .query(this::ticket)
                .list();
    }

    /** Those that wait, and of whom nobody was told that they wait too long; oldest first. */
    List<Ticket> listWaiting(int most) {
        return db.client()
                .sql(
                        """
                        select * from ticket where state = 'WAITING' and late_told_at is null
                        order by id fetch first ? rows only
                        """)
                .params(most)
                .query(this::ticket)
                .list();
    }

    /** Those with whom somebody talks, the oldest first. */
    List<Ticket> listClaimed(int most) {
        return db.client()
                .sql(
                        """
                        select * from ticket where state = 'CLAIMED'
                        order by id fetch first ? rows only
                        """)
                .params(most)
                .query(this::ticket)
                .list();
    }

    /** Notes that the desk was told of words without an answer; false if it was since they came. */
    boolean toldSilent(long id, Instant since, Instant now) {
        return db.client()
                        .sql(
                                """
                                update ticket set late_told_at = ? where id = ?
                                    and state = 'CLAIMED'
                                    and (late_told_at is null or late_told_at < ?)
                                """)
                        .params(Times.utc(now), id, Times.utc(since))
                        .update()
                == 1;
    }

    /** Notes that it was told of; false if it was already, or somebody took it. */
    boolean toldLate(long id, Instant now) {
        return db.client()
                        .sql(
                                """
                                update ticket set late_told_at = ?
                                where id = ? and state = 'WAITING' and late_told_at is null
                                """)
                        .params(Times.utc(now), id)
                        .update()
                == 1;
    }

    List<Ticket> listOf(long person) {
        return db.client()
                .sql("select * from ticket where person = ? order by id")
                .params(person)
                .query(this::ticket)
                .list();
    }

    /** How many wait before it: urgent ones, and those who came earlier. */
    long waitingBefore(Ticket ticket) {
        return db.client()
                .sql(
                        """
                        select count(*) from ticket
                        where state = 'WAITING' and id <> :id
                            and ((urgent = true and :urgent = false)
                                or (urgent = :urgent and id < :id))
                        """)
                .param("id", ticket.id())
                .param("urgent", ticket.urgent() != null)
                .query(Long.class)
                .single();
    }

    /**
     * Moves it on; what a member had in hand of it is put down, and whoever waits does so anew.
     *
     * @return false if the ticket is no longer as it was seen
     */
    boolean move(Ticket seen, Ticket.State to, @Nullable String by, Instant now) {
        boolean moved =
                db.client()
                                .sql(
                                        """
                                        update ticket set state = ?, claimed_by = ?,
                                            by_chat = false, changed_at = ?,
                                            late_told_at = null
                                        where id = ? and state = ?
                                            and coalesce(claimed_by, '') = ?
                                        """)
                                .params(
                                        Arrays.asList(
                                                to.name(),
                                                by,
                                                Times.utc(now),
                                                seen.id(),
                                                seen.state().name(),
                                                Objects.requireNonNullElse(seen.claimedBy(), "")))
                                .update()
                        == 1;
        if (moved) {
            new InHandTable(db).drop(seen.id());
        }
        return moved;
    }

    /** Whoever has it hears the resident in their chat. */
    void hearByChat(long id) {
        db.client().sql("update ticket set by_chat = true where id = ?").params(id).update();
    }

    void told(long id, Instant now) {
        db.client()
                .sql("update ticket set told_at = ? where id = ?")
                .params(Times.utc(now), id)
                .update();
    }

    /** Those that wait and of which the desk was not told, in their order. */
    List<Ticket> listUntold(int most) {
        return db.client()
                .sql(
                        """
                        select * from ticket where state = 'WAITING' and told_at is null
                        order by urgent desc, id fetch first ? rows only
                        """)
                .params(most)
                .query(this::ticket)
                .list();
    }

    /** Those that were over last, the newest first. */
    List<Ticket> listClosed(int most) {
        return db.client()
                .sql(
                        """
                        select * from ticket where state = 'CLOSED'
                        order by changed_at desc, id desc fetch first ? rows only
                        """)
                .params(most)
                .query(this::ticket)
                .list();
    }

    /** Those that a member has, the oldest first. */
    List<Ticket> listHeld(String member) {
        return db.client()
                .sql(
                        """
                        select * from ticket where state = 'CLAIMED' and claimed_by = ?
                        order by id
                        """)
                .params(member)
                .query(this::ticket)
                .list();
    }

    void delete(long person) {
        db.client().sql("delete from ticket where person = ?").params(person).update();
    }

    int deleteClosed(Instant before) {
        return db.client()
                .sql("delete from ticket where state = 'CLOSED' and changed_at < ?")
                .params(Times.utc(before))
                .update();
    }

    private Ticket ticket(ResultSet row, int n) throws SQLException {
        long id = row.getLong("id");
        return new Ticket(
                id,
                row.getLong("person"),
                new Sender(row.getString("channel"), row.getString("address")),
                row.getString("about"),
                row.getString("kind"),
                row.getString("urgent_reason"),
                row.getString("against"),
                Ticket.State.valueOf(row.getString("state")),
                row.getString("claimed_by"),
                row.getBoolean("by_chat"),
                Times.get(row, "asked_at"),
                Times.get(row, "changed_at"),
                lines.said(id),
                lines.internal(id));
    }
}
