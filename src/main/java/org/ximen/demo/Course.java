package org.ximen.demo;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Verb;
import org.ximen.staff.Role;

/**
 * How a sample case goes.
 *
 * @param share how many of a hundred cases go so; 0 for a single one
 * @param days reported at most so long ago, a single one exactly; 0 for any time
 * @param category code, or * for any
 */
record Course(int share, int days, String category, List<Step> steps) {
    /**
     * A step of it.
     *
     * @param role who takes it, where several roles may; or null
     * @param department to which the case is sent, if not to its usual one; or that is asked to
     *     help, and then answers
     * @param after since the step before
     */
    record Step(
            Verb verb,
            @Nullable Role role,
            @Nullable String department,
            Duration after,
            @Nullable String note) {
        private static final String PARTS = "(?=[@>])";

        /** {@code VERB[@ROLE][>department] hours [note]}. */
        static Step read(String text) {
            var words = text.strip().split(" ", 3);
            var head = words[0].split(PARTS);
            var role = tail(head, '@');
            return new Step(
                    Verb.valueOf(head[0]),
                    role == null ? null : Role.valueOf(role),
                    tail(head, '>'),
                    Duration.ofHours(Long.parseLong(words[1])),
                    words.length > 2 ? words[2] : null);
        }

        private static @Nullable String tail(String[] head, char mark) {
            return Arrays.stream(head)
                    .filter(part -> part.charAt(0) == mark)
                    .map(part -> part.substring(1))
                    .findFirst()
                    .orElse(null);
        }
    }

    static Course read(String line) {
        var parts = line.split("\\|", 4);
        var steps = Arrays.stream(parts[3].split(";")).map(Step::read).toList();
        return new Course(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2], steps);
    }

    boolean single() {
        return share == 0;
    }

    boolean starts(Verb verb) {
        return steps.getFirst().verb() == verb;
    }

    /** Whether a case of this department that was reported so long ago may go so. */
    boolean fits(@Nullable String department, Duration ago) {
        return (days == 0 || ago.toDays() < days)
                && steps.stream()
                        .noneMatch(step ->
                                step.department() != null && step.department().equals(department));
    }

    static Course drawn(List<Course> all, RandomGenerator random) {
        int left = random.nextInt(all.stream().mapToInt(Course::share).sum());
        for (var course : all) {
            left -= course.share();
            if (left < 0) {
                return course;
            }
        }
        throw new IllegalStateException("shares do not add up");
    }
}
