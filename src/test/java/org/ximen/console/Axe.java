package org.ximen.console;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks a page for people who see, hear or move otherwise (axe-core, resources/axe). */
final class Axe {
    private static final Path SCRIPT = Path.of("src/test/resources/axe/axe.min.js");
    private static final String SERIOUS =
            """
            async () => (await axe.run({resultTypes: ['violations']})).violations
                .filter(v => v.impact === 'serious' || v.impact === 'critical')
                .flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 200)
                    + ' ' + (n.failureSummary || '').slice(0, 200)))
            """;

    private Axe() {}

    /**
     * The serious and critical findings; run by the debugger, so no page policy has to allow it.
     */
    @SuppressWarnings("unchecked")
    static List<String> findings(Page page) {
        try {
            page.evaluate(Files.readString(SCRIPT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (List<String>) page.evaluate(SERIOUS);
    }
}
