package org.ximen.posters;

import java.util.Optional;

/** Where the QR codes of posters lead: into a messenger that is told the poster's key. */
public interface PosterLinks {
    /** The address for a poster's key; empty where the messenger gives none now. */
    Optional<String> to(String key);
}
