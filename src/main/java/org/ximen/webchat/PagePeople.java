package org.ximen.webchat;

import java.util.Optional;
import org.ximen.chat.Sender;

/** Knows who opened a page from inside a messenger, so that both are one conversation. */
public interface PagePeople {
    /** The person of a page; empty where the page is one of its own. */
    Optional<Sender> of(String conversation);
}
