package org.ximen.photos;

import org.ximen.chat.Sender;

/** Who asks to see a photo. */
public sealed interface Viewer {
    /** A person in a chat, who sees what came from that chat and what was shown to it. */
    record Owner(Sender sender) implements Viewer {}

    /** A member of staff, by account name; which of them may see which case is checked before. */
    record Staff(String name) implements Viewer {}
}
