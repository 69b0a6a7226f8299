package org.ximen.topics;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.cases.Occurrence;
import org.ximen.cases.Occurrences;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.isolation.IsolatedRun;
import org.ximen.topics.SpotClusters.Cluster;
import org.ximen.topics.SpotClusters.Located;
import org.ximen.topics.TopicTable.Kept;
import org.ximen.topics.TopicTable.Sign;

/** Looks through the last 90 days for what comes back (苗头), each category by itself. */
final class SignSearch {
    private static final Logger LOG = LoggerFactory.getLogger(SignSearch.class);

    private final Db db;
    private final TopicTables tables;
    private final Occurrences occurrences;
    private final District district;

    SignSearch(Db db, TopicTables tables, Occurrences occurrences, District district) {
        this.db = db;
        this.tables = tables;
        this.occurrences = occurrences;
        this.district = district;
    }

    /** All reports by their category: of the last 90 days, and of the last thirteen weeks. */
    private record Night(
            Map<String, List<Located>> recent,
            Map<String, List<Occurrence>> weeks,
            ChanceModel chance,
            Instant now) {
        Set<String> categories() {
            var all = new TreeSet<>(recent.keySet());
            all.addAll(weeks.keySet());
            return all;
        }
    }

    void run(Instant now) {
        var night = night(now);
        var categories = night.categories();
        categories.addAll(tables.topics().signedCategories());
        IsolatedRun.each(
                categories,
                category -> db.run(() -> search(category, night)),
                (category, why) -> LOG.error("类别 {} 的苗头这一次没有找成，明天再试", category, why));
    }

    private Night night(Instant now) {
        var spots = new SpotReader(district);
        var recent =
                occurrences.active(now.minus(TopicLinks.LOOK)).stream()
                        .map(report -> new Located(report, spots.of(report)))
                        .toList();
        var weeks = occurrences.reported(now.minus(StreetRise.LOOK).minus(TopicSweeper.DAY), now);
        return new Night(
                recent.stream().collect(Collectors.groupingBy(each -> each.report().category())),
                weeks.stream().collect(Collectors.groupingBy(Occurrence::category)),
                new ChanceModel(recent),
                now);
    }

    private void search(String category, Night night) {
        var known = tables.topics().of(category);
        var open = unsettled(night.recent().getOrDefault(category, List.of()), known);
        var seen = new HashSet<Long>();
        for (var cluster : SpotClusters.of(open)) {
            boolean sign =
                    cluster.recurrence().reopened() || !night.chance().explains(cluster, category);
            if (sign) {
                seen.add(keep(category, cluster, known, seen, night.now()));
            }
        }
        rise(category, night.weeks().getOrDefault(category, List.of()), known, night.now());
        tables.topics().fade(category, night.now());
    }

    /** Those that no topic explains and nobody has put aside. */
    private static List<Located> unsettled(List<Located> reports, List<Kept> known) {
        var byId = byId(known);
        return reports.stream()
                .filter(each -> known.stream().noneMatch(topic -> settles(topic, byId, each)))
                .toList();
    }

    private static Map<Long, Kept> byId(List<Kept> topics) {
        return topics.stream().collect(Collectors.toMap(Kept::id, each -> each));
    }

    private static boolean settles(Kept topic, Map<Long, Kept> byId, Located report) {
        return !topic.topic().streetWide()
                && report.report().at().isBefore(settledUntil(topic, byId))
                && topic.spot().near(report.spot());
    }

    /** Until when reports are no sign any more because of a topic. */
    private static Instant settledUntil(Kept topic, Map<Long, Kept> byId) {
        var decided = topic.topic().decided();
        var ended = topic.topic().ended();
        var whole = topic.topic().mergedInto();
        return switch (topic.topic().state()) {
            case CANDIDATE -> Instant.MIN;
            case OPEN -> Instant.MAX;
            case ENDED -> ended == null ? Instant.MAX : ended.at();
            case DISMISSED -> decided == null ? Instant.MAX : decided.at();
            case MERGED -> {
                var into = whole == null ? null : byId.get(whole);
                yield into == null ? Instant.MAX : settledUntil(into, byId);
            }
        };
    }

    /** The same sign as another night, or a new one; its id. */
    private long keep(
            String category, Cluster cluster, List<Kept> known, Set<Long> seen, Instant now) {
        var sign = new Sign(category, cluster.middle(), cluster.recurrence(), null);
        var before =
                known.stream()
                        .filter(topic -> topic.is(TopicState.CANDIDATE))
                        .filter(topic -> !topic.topic().streetWide())
                        .filter(topic -> !seen.contains(topic.id()))
                        .filter(topic -> topic.spot().near(cluster.middle()))
                        .findFirst();
        return keep(before, sign, cluster.reports(), now);
    }

    private long keep(Optional<Kept> before, Sign sign, List<Occurrence> reports, Instant now) {
        long id =
                before.map(
                                topic -> {
                                    tables.topics().count(topic.id(), sign, now);
                                    return topic.id();
                                })
                        .orElseGet(() -> tables.topics().add(sign, now));
        tables.cases().replace(id, reports.stream().map(Occurrence::number).toList(), now);
        return id;
    }

    private void rise(String category, List<Occurrence> weeks, List<Kept> known, Instant now) {
        var wide = known.stream().filter(topic -> topic.topic().streetWide()).toList();
        var week = now.minus(TopicSweeper.DAY.multipliedBy(8));
        boolean settled =
                wide.stream().anyMatch(topic -> settledUntil(topic, byId(known)).isAfter(week));
        if (settled) {
            return;
        }
        var before = wide.stream().filter(topic -> topic.is(TopicState.CANDIDATE)).findFirst();
        StreetRise.of(weeks, now)
                .ifPresent(rise -> keep(before, sign(category, rise), rise.reports(), now));
    }

    private static Sign sign(String category, StreetRise rise) {
        return new Sign(category, null, rise.recurrence(), rise.median());
    }
}
