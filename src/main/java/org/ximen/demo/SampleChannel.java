package org.ximen.demo;

import java.util.Optional;
import java.util.Set;
import org.ximen.chat.Channel;
import org.ximen.chat.Delivery;
import org.ximen.chat.Outgoing;
import org.ximen.chat.Sender;

/**
 * The way to the people of the sample street, who are nowhere: what is sent to them counts as
 * arrived, but for the few who blocked us. Without it their messages would wait for ever for a page
 * that nobody opens.
 */
public final class SampleChannel implements Channel {
    static final String NAME = "sample";

    private static final String BLOCKED = "blocked-";
    private static final int AT_ONCE = 16;

    /** The chat of a person by number. */
    static Sender chat(int number, boolean blocks) {
        return new Sender(NAME, (blocks ? BLOCKED : "resident-") + number);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Set<String>> reachable() {
        return Optional.empty();
    }

    @Override
    public boolean dropsRepeats() {
        return true;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public Delivery send(Outgoing message) {
        return message.to().address().startsWith(BLOCKED)
                ? new Delivery.Gone("the sample person blocked us")
                : new Delivery.Sent();
    }
}
