package org.ximen.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The contents of {@code config/programme.yaml}.
 *
 * @param framework what the programme is; null where there is none
 * @param projects entries, each a {@link Project}, read each apart
 */
public record ProgrammeFile(
        String version,
        @Nullable Framework framework,
        List<Aim> actions,
        List<Aim> tasks,
        List<JsonNode> projects) {
    /** No programme at all. */
    public static final ProgrammeFile EMPTY =
            new ProgrammeFile("", null, List.of(), List.of(), List.of());

    /**
     * What the programme is.
     *
     * @param text what was published of it
     * @param missing what was not published, said aloud; null if nothing is missing
     * @param source where it is from
     * @param sample whether nobody of the street has checked it
     */
    public record Framework(
            String title,
            String text,
            @Nullable String missing,
            String source,
            @Nullable Boolean sample) {
        public Framework {
            Project.require(!title.isBlank() && !text.isBlank(), "title、text 都要写");
            Project.require(source != null && !source.isBlank(), "source 要写");
        }

        /** Whether nobody of the street has checked it. */
        public boolean isSample() {
            return Boolean.TRUE.equals(sample);
        }
    }

    /** An action or a task of the year. */
    public record Aim(String name, @Nullable String text) {
        public Aim {
            Project.require(!name.isBlank(), "name 要写");
        }
    }

    public ProgrammeFile {
        actions = actions == null ? List.of() : List.copyOf(actions);
        tasks = tasks == null ? List.of() : List.copyOf(tasks);
        projects = projects == null ? List.of() : List.copyOf(projects);
    }
}
