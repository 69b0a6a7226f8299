package org.ximen.demo;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Verb;

/**
 * How a sample case goes.
 *
 * @param share how many of a hundred cases go so
 */
record Course(int share, List<Step> steps) {
    /**
     * A step of it.
     *
     * @param after since the step before
     */
    record Step(Verb verb, Duration after, @Nullable String note) {
        /** {@code VERB hours note}. */
        static Step read(String text) {
            var words = text.strip().split(" ", 3);
            return new Step(
                    Verb.valueOf(words[0]),
                    Duration.ofHours(Long.parseLong(words[1])),
                    words.length > 2 ? words[2] : null);
        }
    }

    static Course read(String line) {
        var parts = line.split("\\|", 2);
        var steps = Arrays.stream(parts[1].split(";")).map(Step::read).toList();
        return new Course(Integer.parseInt(parts[0]), steps);
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
