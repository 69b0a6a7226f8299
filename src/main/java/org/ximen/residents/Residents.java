package org.ximen.residents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.text.Language;

/** The people who talk to us and what they subscribed to. */
public final class Residents {
    /** The area of a subscription to street-wide notices alone. */
    public static final String WHOLE_STREET = "";

    // Nobody is written to there.
    private static final String CALLERS = "phone";
    private static final String VISITED = "visit";

    private final Db db;
    private final PersonTable people;
    private final SubscriptionTable subscriptions;

    public Residents(Db db) {
        this.db = db;
        this.people = new PersonTable(db.client());
        this.subscriptions = new SubscriptionTable(db.client());
    }

    /**
     * The person behind a chat, who is noted at the first word and reachable from then on. Call
     * outside a transaction.
     */
    public Person meet(Sender sender, Instant now) {
        var person = people.find(sender).orElseGet(() -> note(sender, now));
        if (!person.reachable()) {
            people.reachable(sender, true);
        }
        return person;
    }

    /**
     * Whoever told a member of staff something and can be called back at this number; no chat of
     * theirs is known. Call outside a transaction.
     *
     * @param digits of the number
     */
    public Person caller(String digits, Instant now) {
        var key = UUID.nameUUIDFromBytes(digits.getBytes(StandardCharsets.UTF_8));
        var person = meet(new Sender(CALLERS, key.toString()), now);
        phone(person, digits);
        return person;
    }

    /**
     * Whoever told a member of staff something where they were visited. Call outside a transaction.
     *
     * @param visited what tells them from others, and nothing about them
     * @param digits of a number at which they may be called, if any
     */
    public Person visited(String visited, @Nullable String digits, Instant now) {
        var person = meet(new Sender(VISITED, visited), now);
        if (digits != null) {
            phone(person, digits);
        }
        return person;
    }

    /** The same, if they ever told something. */
    public Optional<Person> findVisited(String visited) {
        return people.find(new Sender(VISITED, visited));
    }

    /** Whether somebody can be written to: who called or was visited has no chat. */
    public static boolean hasChat(Person person) {
        return !Set.of(CALLERS, VISITED).contains(person.sender().channel());
    }

    private Person note(Sender sender, Instant now) {
        try {
            db.run(() -> people.insert(sender, now));
        } catch (DuplicateKeyException e) {
            // Two first words at once: the other one was faster.
        }
        return people.find(sender).orElseThrow();
    }

    /** The person behind a chat, if they ever wrote. */
    public Optional<Person> find(Sender sender) {
        return people.find(sender);
    }

    /** The person with this id, unless erased. */
    public Optional<Person> find(long id) {
        return people.find(id);
    }

    /** Notes what the person is to the street. */
    public void profile(Person person, Profile profile) {
        people.profile(person.id(), profile);
    }

    /** The language that a chat was written in last, or that was chosen; Chinese if unknown. */
    public Language languageOf(Sender sender) {
        return find(sender).map(Person::speaks).orElse(Language.ZH);
    }

    /** Notes the language to answer in, {@code zh} or {@code en}. */
    public void language(Person person, String language) {
        people.language(person.id(), language);
    }

    /** Everybody who left this number. */
    public List<Person> withPhone(String digits) {
        return people.withPhone(digits);
    }

    /** Notes the number that the person left. */
    public void phone(Person person, String phone) {
        people.phone(person.id(), phone);
    }

    /** Lets go of the number that the person left. */
    public void dropPhone(Person person) {
        people.dropPhone(person.id());
    }

    /** Notes whether messages still reach the chat (blocked, came back). */
    public void reachable(Sender sender, boolean reachable) {
        people.reachable(sender, reachable);
    }

    /**
     * Subscribes to street-wide notices and those of an area.
     *
     * @param area an area's code, or {@link #WHOLE_STREET}
     */
    public void subscribe(Person person, String area, Instant now) {
        db.run(() -> {
            subscriptions.add(person.id(), area, now);
            people.reachable(person.sender(), true);
        });
    }

    /** Ends one subscription; false if there was none. */
    public boolean unsubscribe(Person person, String area) {
        return subscriptions.remove(person.id(), area);
    }

    /** Ends all subscriptions; false if there was none. */
    public boolean unsubscribe(Person person) {
        return subscriptions.removeAll(person.id());
    }

    /** Codes of the areas subscribed to. */
    public List<String> subscriptions(Person person) {
        return subscriptions.areas(person.id());
    }

    /**
     * A page of the people a notice is for, by growing id.
     *
     * @param after id of the last person of the page before, 0 for the first page
     */
    public List<Person> subscribers(Audience audience, long after, int most) {
        return subscriptions.page(audience, after, most);
    }

    /** How many people a notice is for. */
    public long count(Audience audience) {
        return subscriptions.count(audience);
    }

    /** Erases the person and all that this package knows of them. */
    public void forget(Person person) {
        people.delete(person.id());
    }
}
