package org.ximen.topics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ximen.cases.CodeTable;
import org.ximen.cases.Occurrences;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Holding;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.staff.Accounts;
import org.ximen.staff.Audit;
import org.ximen.staff.Bindings;
import org.ximen.text.Language;

/** What comes back (一类事): which case belongs to what, and what residents think of the effect. */
public final class Topics {
    private final Db db;
    private final TopicTables tables;
    private final TopicLinks links;
    private final TopicNews news;
    private final TopicSweeper sweeper;
    private final TopicDesk desk;

    /** What it works with. */
    public record Parts(
            CodeTable codeTable,
            District district,
            Residents residents,
            Outbox outbox,
            Accounts accounts,
            Audit audit) {}

    public Topics(Db db, Parts parts) {
        this.db = db;
        var occurrences = new Occurrences(db);
        this.tables = TopicTables.of(db, parts.codeTable(), parts.district());
        this.links = new TopicLinks(tables, occurrences, parts.district());
        var bindings = new Bindings(db, parts.audit());
        var speaking =
                new TopicNews.Parts(parts.district(), parts.residents(), parts.outbox(), bindings);
        this.news = new TopicNews(speaking, tables.told());
        var search = new SignSearch(db, tables, occurrences, parts.district());
        this.sweeper = new TopicSweeper(db, tables, links, search, news);
        this.desk = new TopicDesk(db, parts, new TopicDesk.Work(tables, links, news, occurrences));
    }

    /** What staff do. */
    public TopicDesk desk() {
        return desk;
    }

    /** Links a case that was just filed to the topics that it belongs to. */
    public void link(String number, Instant now) {
        db.run(() -> links.link(number, now));
    }

    /** The topics under way or ended to which a case belongs; single spots first. */
    public List<TopicLink> of(String number) {
        return tables.cases().topics(number).stream()
                .flatMap(id -> tables.topics().find(id).stream())
                .map(kept -> new TopicLink(kept.topic(), links.nth(kept.id(), number)))
                .toList();
    }

    /** The place of a topic as anybody may read it. */
    public String place(CaseTopic topic, Language language) {
        return news.place(language, topic);
    }

    /**
     * Keeps what somebody thinks of the effect; the last answer counts. The dispatchers and the
     * owner hear, once from each, that it has not become better.
     *
     * @return empty if they were not asked
     */
    public Optional<CaseTopic> judge(
            long topic, Person person, EffectVerdict verdict, Instant now) {
        return db.in(() ->
                tables.told()
                        .answer(topic, person.id())
                        .flatMap(before -> judged(topic, person, verdict, now)));
    }

    private Optional<CaseTopic> judged(long id, Person person, EffectVerdict verdict, Instant now) {
        tables.told().answer(id, person.id(), verdict, now);
        var topic = tables.topics().find(id).map(TopicTable.Kept::topic);
        topic.filter(each -> verdict == EffectVerdict.WORSE)
                .filter(each -> tables.told().worse(id, person.id()))
                .ifPresent(each -> news.worse(each, now));
        return topic;
    }

    /**
     * Links new cases of all sources, tells what waits, and looks for signs once a night, each by
     * itself.
     */
    public void sweep(Instant now) {
        sweeper.sweep(now);
    }

    /** How long topics are kept, how they are shown and erased. */
    public Holding holding() {
        return new Holding(
                Set.of("topic", "topic_case", "topic_measure", "topic_told", "topic_round"),
                "一类事：告诉过您哪些、您觉得有没有变好，直到您删除",
                null,
                before -> 0,
                this::exported,
                (person, now) -> tables.told().forget(person.id()));
    }

    private List<String> exported(Person person) {
        return tables.told().of(person.id()).stream()
                .flatMap(id -> tables.topics().find(id).stream())
                .map(kept -> exported(kept.topic(), person))
                .toList();
    }

    private String exported(CaseTopic topic, Person person) {
        var language = person.speaks();
        var head = language.of("告诉过您的一类事：", "you were told of what keeps coming back: ");
        var answer =
                tables.told()
                        .answer(topic.id(), person.id())
                        .flatMap(said -> said)
                        .map(said -> news.label(language, said))
                        .map(said -> language.of("（您说" + said + "）", " (you said: " + said + ")"));
        return head
                + place(topic, language)
                + " · "
                + topic.category().shown(language)
                + answer.orElse("");
    }
}
