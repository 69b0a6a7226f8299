package org.ximen.chat.planted;

import org.ximen.dialogue.Dialogue;

/** A word that knows the talk: the wrong way round. */
public interface ForbiddenImport {
    /** Uses what the package must not import. */
    Dialogue dialogue();
}
