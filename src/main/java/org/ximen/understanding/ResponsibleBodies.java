package org.ximen.understanding;

import java.util.Optional;
import java.util.function.Supplier;

/** Who is responsible for what the street does not handle. */
public final class ResponsibleBodies {
    private final Supplier<NotOursFile> file;
    private final MessageReader reader;

    public ResponsibleBodies(Supplier<NotOursFile> file, MessageReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** Who is responsible for what these words are about, if that is plain. */
    public Optional<NotOursFile.Body> responsible(String words) {
        return reader.responsible(words).flatMap(file.get()::find);
    }
}
