package org.ximen.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Occurrence;
import org.ximen.cases.Occurrences;
import org.ximen.district.District;
import org.ximen.topics.CaseTopic.TopicDecision;
import org.ximen.topics.TopicTable.Kept;

/** Which cases belong to which topic; inside a transaction. */
final class TopicLinks {
    /** How far back cases belong to a topic when it is raised, and signs are looked for. */
    static final Duration LOOK = Duration.ofDays(90);

    private static final Duration YEAR = Duration.ofDays(365);

    private final TopicTables tables;
    private final Occurrences occurrences;
    private final District district;

    TopicLinks(TopicTables tables, Occurrences occurrences, District district) {
        this.tables = tables;
        this.occurrences = occurrences;
        this.district = district;
    }

    /** Links a case to the open topics that it belongs to. */
    void link(String number, Instant now) {
        var spots = new SpotReader(district);
        for (var report : occurrences.of(List.of(number))) {
            for (var watched : tables.topics().watched(report.category())) {
                if (watched.holds(report.category(), spots.of(report))) {
                    tables.cases().link(whole(watched), List.of(number), now);
                }
            }
        }
    }

    private static long whole(Kept watched) {
        var into = watched.topic().mergedInto();
        return into == null ? watched.id() : into;
    }

    /** Links what was reported since an instant and belongs to an open topic. */
    void relink(Kept topic, Instant from, Instant now) {
        var code = topic.topic().category().code();
        var spots = new SpotReader(district);
        var parts = parts(topic);
        var numbers =
                occurrences.reported(code, from, now.plusSeconds(1)).stream()
                        .filter(report -> holds(parts, report, spots))
                        .map(Occurrence::number)
                        .toList();
        tables.cases().link(topic.id(), numbers, now);
    }

    /** An open topic, and what was merged into it. */
    private List<Kept> parts(Kept topic) {
        var merged =
                tables.topics().of(topic.topic().category().code()).stream()
                        .filter(each -> Long.valueOf(topic.id()).equals(each.topic().mergedInto()));
        return Stream.concat(Stream.of(topic), merged).toList();
    }

    private static boolean holds(List<Kept> parts, Occurrence report, SpotReader spots) {
        return parts.stream().anyMatch(part -> part.holds(report.category(), spots.of(report)));
    }

    /** Lets go of cases whose kind or place was put right since. */
    void check(Kept topic) {
        var spots = new SpotReader(district);
        var parts = parts(topic);
        for (var report : reports(topic.id())) {
            // Where somebody was erased, nobody can tell the place any more.
            boolean blurred = report.place().isEmpty();
            boolean sameKind = report.category().equals(topic.topic().category().code());
            if (!sameKind || !blurred && !holds(parts, report, spots)) {
                tables.cases().unlink(topic.id(), report.number());
            }
        }
    }

    /** What belongs to a topic and counts, oldest first. */
    List<Occurrence> reports(long topic) {
        return occurrences.of(tables.cases().of(topic));
    }

    /** How often it came back within 90 days before an instant. */
    Recurrence recent(long topic, Instant now) {
        return Recurrence.of(
                reports(topic).stream()
                        .filter(report -> !report.at().isBefore(now.minus(LOOK)))
                        .toList());
    }

    /** As its page counts it: within 90 days, or the last whole week of the whole street. */
    Recurrence counted(Kept topic, Instant now) {
        return topic.topic().streetWide()
                ? Recurrence.of(StreetRise.lastWeek(reports(topic.id()), now))
                : recent(topic.id(), now);
    }

    /** The how many-th case of a topic one is. */
    int nth(long topic, String number) {
        var all = reports(topic);
        var at =
                all.stream()
                        .filter(report -> report.number().equals(number))
                        .map(Occurrence::at)
                        .findFirst();
        return at.map(until ->
                        Recurrence.of(
                                        all.stream()
                                                .filter(report -> !report.at().isAfter(until))
                                                .toList())
                                .cases())
                .orElse(0);
    }

    /** New cases so many days before and after a topic was raised. */
    TopicEffect effect(Kept topic, TopicDecision raised, int days, Instant now) {
        var span = Duration.ofDays(days);
        var at = raised.at();
        var end = at.plus(span);
        var reports = reports(topic.id());
        long run = Math.clamp(Duration.between(at, now).toDays(), 0, days);
        return new TopicEffect(
                days,
                between(reports, at.minus(span), at),
                between(reports, at, end),
                (int) run,
                lastYear(topic, at, end));
    }

    private static int between(List<Occurrence> reports, Instant from, Instant until) {
        return Recurrence.of(
                        reports.stream()
                                .filter(each -> !each.at().isBefore(from))
                                .filter(each -> each.at().isBefore(until))
                                .toList())
                .cases();
    }

    private @Nullable Integer lastYear(Kept topic, Instant from, Instant until) {
        var start = from.minus(YEAR);
        boolean known = occurrences.first().filter(first -> !first.isAfter(start)).isPresent();
        if (!known) {
            return null;
        }
        var spots = new SpotReader(district);
        var parts = parts(topic);
        var code = topic.topic().category().code();
        return Recurrence.of(
                        occurrences.reported(code, start, until.minus(YEAR)).stream()
                                .filter(report -> holds(parts, report, spots))
                                .toList())
                .cases();
    }
}
