package org.ximen.cases;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.workdays.WorkCalendar;

/** Who is told when how much of a stage's time has run: {@code escalation.properties}, as read. */
final class Escalation {
    private static final String FILE = "escalation.properties";
    private static final String DAILY = "DAILY";
    private static final String ROLE = "role.";
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(22, 0);

    /** Who may have to hear of it. */
    enum Audience {
        ACTOR,
        DESK,
        LEADER,
        PEOPLE
    }

    /**
     * One line of the table.
     *
     * @param percent of the limit that has run
     * @param daily whether it is told again every working day
     */
    record Step(int percent, Set<Audience> whom, boolean daily) {}

    private final Map<TimedStage, List<Step>> steps = new EnumMap<>(TimedStage.class);
    private final Map<Audience, String> roles = new EnumMap<>(Audience.class);
    private final WorkCalendar calendar;

    Escalation(Properties table, WorkCalendar calendar) {
        this.calendar = calendar;
        table.stringPropertyNames().forEach(key -> read(key, table.getProperty(key)));
        steps.values().forEach(each -> each.sort(Comparator.comparing(Step::percent)));
    }

    /** The table that comes with the product. */
    static Properties usual() {
        var table = new Properties();
        try (var in = Objects.requireNonNull(Escalation.class.getResourceAsStream(FILE), FILE)) {
            table.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String key, String value) {
        if (key.startsWith(ROLE)) {
            roles.put(Audience.valueOf(key.substring(ROLE.length())), value.strip());
            return;
        }
        var parts = key.split("\\.");
        var whom = EnumSet.noneOf(Audience.class);
        boolean daily = false;
        for (var word : value.split(",")) {
            if (word.strip().equals(DAILY)) {
                daily = true;
            } else {
                whom.add(Audience.valueOf(word.strip()));
            }
        }
        steps.computeIfAbsent(TimedStage.valueOf(parts[0]), stage -> new ArrayList<>())
                .add(new Step(Integer.parseInt(parts[1]), whom, daily));
    }

    /** Name of the role of an audience; empty where it has none of its own. */
    String role(Audience audience) {
        return roles.getOrDefault(audience, "");
    }

    private List<Step> of(StageClock clock) {
        return steps.getOrDefault(clock.stage(), List.of());
    }

    private boolean isReached(Step step, StageClock clock, Instant now) {
        return !clock.clock().at(step.percent(), calendar).isAfter(now);
    }

    /** The highest step that the clock has reached; 0 before the first. */
    int crossed(StageClock clock, Instant now) {
        return of(clock).stream()
                .filter(step -> isReached(step, clock, now))
                .mapToInt(Step::percent)
                .max()
                .orElse(0);
    }

    /** What has to be told now: steps that were reached and not told, or a daily one again. */
    List<Step> due(StageClock clock, Instant now) {
        var fresh =
                of(clock).stream()
                        .filter(step -> step.percent() > clock.warned())
                        .filter(step -> isReached(step, clock, now))
                        .toList();
        return fresh.isEmpty() && calendar.openAt(now) ? again(clock) : fresh;
    }

    private List<Step> again(StageClock clock) {
        return of(clock).stream()
                .filter(step -> step.daily() && step.percent() == clock.warned())
                .toList();
    }

    /**
     * Until when nobody is told of what can wait: the morning, if it is night; empty by day and for
     * what is urgent. Some limits run on through the night, those who act and who reported do not.
     */
    Optional<Instant> rests(boolean urgent, Instant now) {
        var local = now.atZone(WorkCalendar.ZONE);
        var time = local.toLocalTime();
        boolean late = !time.isBefore(EVENING);
        if (urgent || !late && !time.isBefore(MORNING)) {
            return Optional.empty();
        }
        var day = late ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return Optional.of(day.atTime(MORNING).atZone(WorkCalendar.ZONE).toInstant());
    }

    /** When the next step is due; null if none is. */
    @Nullable Instant next(StageClock clock, Instant now) {
        if (!clock.runs()) {
            return null;
        }
        var next = of(clock).stream().filter(step -> step.percent() > clock.warned()).findFirst();
        return next.map(step -> clock.clock().at(step.percent(), calendar))
                .orElseGet(() -> again(clock).isEmpty() ? null : nextMorning(now));
    }

    private Instant nextMorning(Instant now) {
        return calendar.openAt(now) ? calendar.nextDay(now) : calendar.nextOpening(now);
    }
}
