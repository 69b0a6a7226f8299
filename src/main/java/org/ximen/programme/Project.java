package org.ximen.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Point;

/**
 * A project (重点工程、城市更新项目).
 *
 * @param id short enough to stand in a button
 * @param kind in the street's words, such as 城市更新
 * @param owner who is in charge, as may be said in public; null if unknown
 * @param area name of the area that it is in; null for the whole street
 * @param at longitude and latitude, WGS-84; empty if it has no place
 * @param percent how far it is; null if unknown
 * @param affected whom it concerns
 * @param next the day on which something happens next; null if unknown
 * @param sample whether nobody of the street has checked it
 */
public record Project(
        String id,
        String name,
        String kind,
        @Nullable String owner,
        @Nullable String area,
        List<Double> at,
        @Nullable Integer percent,
        List<Milestone> milestones,
        List<Stretch> affected,
        @Nullable LocalDate next,
        String source,
        @Nullable Boolean sample) {
    // The address under which the map asks for all of them.
    private static final String PINS = "pins";

    /**
     * A step on the way.
     *
     * @param due by when; null if unknown
     * @param done null while it is not reached
     */
    public record Milestone(String name, @Nullable LocalDate due, @Nullable LocalDate done) {
        public Milestone {
            require(!name.isBlank() && name.length() <= 100, "里程碑的 name 要写，最多 100 个字");
        }

        Milestone done(@Nullable LocalDate day) {
            return new Milestone(name, due, day);
        }
    }

    /**
     * A stretch of a road, a lane of it, or an area.
     *
     * @param road name; null where an area is meant
     * @param lane number; null for the road itself
     * @param from first house number; null for all
     * @param to last house number; null for all
     * @param area name; null where a road is meant
     */
    public record Stretch(
            @Nullable String road,
            @Nullable String lane,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String area) {
        public Stretch {
            require((road == null) != (area == null), "affected 里每条写 road 或者 area，只写一个");
            require((from == null) == (to == null), "from、to 要么都写，要么都不写");
            require(from == null || to == null || from <= to, "from 不能大于 to");
        }

        /** In words. */
        public String shown() {
            if (road == null) {
                return String.valueOf(area);
            }
            return road
                    + (lane == null ? "" : lane + "弄")
                    + (from == null ? "" : from + "–" + to + "号");
        }
    }

    public Project {
        require(
                id != null && id.matches("[a-z0-9-]{1,50}") && !id.equals(PINS),
                "id 要写，用小写字母、数字和短横，最多 50 个，不能是 " + PINS);
        require(name != null && !name.isBlank(), "name 要写");
        require(kind != null && !kind.isBlank(), "kind 要写");
        require(source != null && !source.isBlank(), "source 要写：从哪里知道的");
        at = at == null ? List.of() : List.copyOf(at);
        require(at.isEmpty() || isPoint(at), "at 写 [经度, 纬度]，WGS-84，不要写反");
        require(percent == null || percent >= 0 && percent <= 100, "percent 在 0 到 100 之间");
        milestones = milestones == null ? List.of() : List.copyOf(milestones);
        affected = affected == null ? List.of() : List.copyOf(affected);
    }

    private static boolean isPoint(List<Double> at) {
        return at.size() == 2 && Math.abs(at.get(0)) <= 180 && Math.abs(at.get(1)) <= 90;
    }

    static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** Where it is. */
    public Optional<Point> point() {
        return at.isEmpty() ? Optional.empty() : Optional.of(new Point(at.get(1), at.get(0)));
    }

    /** Whether nobody of the street has checked it. */
    public boolean isSample() {
        return Boolean.TRUE.equals(sample);
    }

    /** The same after a change. */
    Project after(ProjectChange change) {
        var changed =
                milestones.stream()
                        .map(each ->
                                each.name().equals(change.milestone())
                                        ? each.done(change.done())
                                        : each)
                        .toList();
        return new Project(
                id,
                name,
                kind,
                owner,
                area,
                at,
                change.percent() == null ? percent : change.percent(),
                changed,
                affected,
                next,
                source,
                sample);
    }
}
