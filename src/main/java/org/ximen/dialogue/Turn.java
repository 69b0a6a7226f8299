package org.ximen.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.ximen.chat.Incoming;
import org.ximen.chat.Reply;
import org.ximen.district.Evidence;
import org.ximen.residents.Person;
import org.ximen.text.Language;
import org.ximen.text.Plain;
import org.ximen.understanding.Act;
import org.ximen.understanding.DangerReading;
import org.ximen.understanding.MessageReading;
import org.ximen.understanding.PlaceMention;

/**
 * One message with all that is needed to understand it.
 *
 * @param words what was typed, as it looks; of a message that wants several things, one part
 * @param plain the same for comparing
 * @param reading what the words want
 * @param context what the words may lean on, they included: for a part, the whole message without
 *     its places; in an open draft, its matter; after a question of what words wanted, those too
 */
public record Turn(
        Person person,
        Incoming incoming,
        Conversation standing,
        Surroundings around,
        String words,
        String plain,
        MessageReading reading,
        Language language,
        String context) {

    /** Characters of a text that are read to understand it. */
    public static final int READ = 500;

    /** What the words most probably want, of what can be wanted just now. */
    public Act act() {
        return ActRanking.of(this).getFirst().act();
    }

    /** How sure it is that the words want {@link #act}, 0 to 1. */
    public double sureness() {
        return ActRanking.of(this).getFirst().probability();
    }

    /** When it came. */
    public Instant now() {
        return around.now();
    }

    /** The same turn about a part of its words. */
    public Turn part(String part, MessageReading read) {
        var plainPart = Plain.comparable(Plain.start(part, READ));
        return new Turn(
                person,
                incoming,
                standing,
                around,
                part,
                plainPart,
                read,
                language,
                words.contains(part) ? withoutPlaces() : part);
    }

    // Words for spots stay: they tell what it is about. Of pinyin another text was read.
    private String withoutPlaces() {
        var rest = new StringBuilder(words);
        reading.places().stream()
                .filter(place -> place.evidence() != Evidence.RELATIVE)
                .filter(place -> words.startsWith(place.text(), place.from()))
                .sorted(Comparator.comparingInt(PlaceMention::from).reversed())
                .forEach(place -> rest.delete(place.from(), place.to()));
        return rest.toString();
    }

    /** The same turn in another language. */
    Turn in(Language other) {
        return new Turn(
                person.speaking(other),
                incoming,
                standing,
                around,
                words,
                plain,
                reading,
                other,
                context);
    }

    /** The same turn, read otherwise. */
    Turn readAs(MessageReading other) {
        return new Turn(person, incoming, standing, around, words, plain, other, language, context);
    }

    /** Whether it is about a part of the message only. */
    public boolean isPart() {
        var whole = incoming.text();
        return whole != null && words.length() < Plain.visible(whole).length();
    }

    /** Whether a question was what the chat was told last, so that words may answer it. */
    public boolean followsQuestion() {
        var last = around.last();
        return !last.isEmpty() && last.getFirst().kind() == Reply.Kind.QUESTION;
    }

    /**
     * Whether words may answer the question that the chat was told last: it is not older than this.
     */
    public boolean answersLast(Duration most) {
        var told = around.toldAt();
        return followsQuestion() && told != null && !now().isAfter(told.plus(most));
    }

    /** Whether somebody is in danger just now, as far as the words say. */
    public boolean tellsOfDanger() {
        return reading.danger().level() == DangerReading.Level.NOW;
    }

    /** Whether anything was typed. */
    public boolean hasWords() {
        return !plain.isEmpty();
    }

    /** Whether there is a picture or a place. */
    public boolean showsSomething() {
        return !incoming.photos().isEmpty() || incoming.location() != null;
    }
}
