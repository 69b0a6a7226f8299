package org.ximen.understanding;

import java.util.List;

/** The families of dangers, as the examples and {@code config/dangers.yaml} name them. */
final class DangerFamily {
    static final List<String> ALL =
            List.of(
                    "gas",
                    "fire",
                    "electric",
                    "collapse",
                    "falling",
                    "injury",
                    "medical",
                    "trapped",
                    "water",
                    "explosion",
                    "violence",
                    "self_harm",
                    "chemical",
                    "missing",
                    "welfare",
                    "animal");

    private DangerFamily() {}

    static boolean isKnown(String family) {
        return family.equals(DangerReading.NONE) || ALL.contains(family);
    }
}
