package org.ximen.deliberation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.deliberation.Deliberations.Parts;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.NewArticle;
import org.ximen.knowledge.NewArticle.TextSection;
import org.ximen.notices.NewNotice;
import org.ximen.residents.Person;
import org.ximen.text.Language;
import org.ximen.text.Plain;
import org.ximen.workdays.WorkCalendar;

/** Tells those who follow, and writes the article by which questions find it. */
final class DeliberationNews {
    // What nobody has moved for so long answers no questions any more.
    private static final int ANSWERS_FOR_DAYS = 180;
    private static final String CUT = "…（全文太长，没有写完）";

    /** What those who follow are told. */
    enum Kind {
        /** How it stands now. */
        STEP,
        /** The meeting was moved: who said to come hears of it, too. */
        MOVED
    }

    /**
     * Something to tell somebody.
     *
     * @param step that there is a step which they follow
     * @param moved that the meeting was moved, to which they come or which is the newest
     */
    record PendingNews(long deliberation, long person, boolean step, boolean moved, int number) {}

    private final Parts parts;
    private final VoiceTable voices;
    private final DeliberationWords words = new DeliberationWords();

    DeliberationNews(Parts parts, VoiceTable voices) {
        this.parts = parts;
        this.voices = voices;
    }

    /** Tells one of them, unless that was done meanwhile; inside the open transaction. */
    void tell(PendingNews one, Deliberation item, Instant now) {
        if (voices.told(one)) {
            parts.residents()
                    .find(one.person())
                    .ifPresent(person -> tell(person, words(one, person, item, now), item, now));
        }
    }

    private String words(PendingNews one, Person person, Deliberation item, Instant now) {
        var standing = words.news(person.speaks(), item, day(now));
        if (!one.moved() || !isAhead(item)) {
            return standing;
        }
        var moved = words.moved(person.speaks(), item);
        return one.step() ? moved + "\n\n" + standing : moved;
    }

    /** Where and when the meeting is matters to nobody once it was held or dropped. */
    private static boolean isAhead(Deliberation item) {
        var sitting = item.sitting();
        return sitting != null
                && sitting.minutes() == null
                && item.state() != DeliberationState.DROPPED;
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, WorkCalendar.ZONE);
    }

    private void tell(Person person, String text, Deliberation item, Instant now) {
        var language = person.speaks();
        var reply = Reply.of(Reply.Kind.STATUS, text, choices(language, item));
        parts.outbox().say(person.sender(), reply, now);
    }

    private List<Choice> choices(Language language, Deliberation item) {
        var quiet = button(language, "quiet", "deliberation-quiet:", item);
        return item.state().open()
                ? List.of(button(language, "look", "deliberation:", item), quiet)
                : List.of();
    }

    private Choice button(Language language, String label, String value, Deliberation item) {
        return new Choice(words.say(language, "button." + label), value + item.id());
    }

    /** From now on questions find it as it stands; what was dropped they do not. */
    void publish(Deliberation item, Instant now) {
        var id = "deliberations/" + item.id();
        if (item.state() == DeliberationState.DROPPED) {
            retire(id, now);
        } else if (item.state().open()) {
            parts.library().publish(id, article(item, now), now);
        }
    }

    private void retire(String id, Instant now) {
        if (parts.library().isPublished(id)) {
            parts.library().retire(id, now);
        }
    }

    private NewArticle article(Deliberation item, Instant now) {
        var today = day(now);
        var zh = Language.ZH;
        var area = item.area();
        return new NewArticle(
                Article.Kind.NOTICE,
                words.say(zh, "article.title", item.title()),
                parts.district().whole().name(),
                List.of(),
                area == null ? List.of() : List.of(area),
                today,
                today,
                today.plusDays(ANSWERS_FOR_DAYS),
                null,
                List.of(
                        new TextSection(null, item.body()),
                        new TextSection(
                                words.say(zh, "article.now"), words.standing(zh, item, today)),
                        new TextSection(words.say(zh, "article.how"), words.how(item))));
    }

    /**
     * A notice that says how it stands and how one takes part; with what it is about where there is
     * room, since that can be read there, too.
     */
    NewNotice notice(Deliberation item, Instant now) {
        var zh = Language.ZH;
        var how = words.how(item);
        var standing = fitting(words.standing(zh, item, day(now)), how);
        var body = standing + "\n\n" + how;
        var whole = item.body() + "\n\n" + body;
        var area = item.area();
        return new NewNotice(
                words.say(zh, "notice.title", item.title()),
                whole.length() <= NewNotice.LONGEST_BODY ? whole : body,
                area == null ? Set.of() : Set.of(area),
                Set.of(),
                null,
                null);
    }

    /** What is too long is cut: the whole can be read as the last line says. */
    private static String fitting(String standing, String how) {
        int most = NewNotice.LONGEST_BODY - how.length() - CUT.length() - 2;
        return standing.length() <= most ? standing : Plain.start(standing, most) + CUT;
    }
}
