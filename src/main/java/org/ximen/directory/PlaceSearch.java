package org.ximen.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.directory.PlacesFile.PlaceKind;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Point;

/** One question on its way to the places that it means. */
final class PlaceSearch {
    // More places than these are not listed but asked about.
    private static final int FEW = 3;

    private final PlaceQuestion question;
    private final AskedFacts asked;
    private final List<FactWanted> facts;
    private final Whereabouts asker;
    private final Known known;
    private final Optional<PlaceToGo> last;

    /** What there is to be told. */
    record Known(List<PlaceKind> kinds, List<PlaceToGo> places, District district) {}

    PlaceSearch(PlaceQuestion question, AskedFacts asked, Whereabouts asker, Known known) {
        this.question = question;
        this.asked = asked;
        this.asker = asker;
        this.known = known;
        this.last =
                asker.last()
                        .flatMap(spoken ->
                                known.places().stream()
                                        .filter(place -> place.id().equals(spoken.id()))
                                        .findFirst());
        this.facts = meant();
    }

    private List<FactWanted> meant() {
        var before = asker.last().map(Whereabouts.SpokenOf::fact).orElse(FactWanted.NONE);
        boolean timed = asked.called().filter(PlaceNames.Called::timed).isPresent();
        return asked.facts().stream()
                .map(fact -> fact == FactWanted.SAME ? before : fact)
                .filter(fact -> timed ? fact.isHours() : fact.isTold())
                .filter(fact -> fact != FactWanted.DONE || isDoneThere(before))
                .toList();
    }

    /** Where something is done is asked of the place at which it was just said to be done. */
    private boolean isDoneThere(FactWanted before) {
        return before == FactWanted.DONE && asked.called().isEmpty();
    }

    private boolean wants(FactWanted fact) {
        return facts.contains(fact);
    }

    Optional<PlaceFinding> found() {
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        var called = asked.called();
        if (called.isEmpty()) {
            return unnamed();
        }
        var kind = called.get().kind();
        return kind == null ? Optional.of(named(called.get().places())) : ofKind(kind);
    }

    private PlaceFinding named(List<PlaceToGo> all) {
        var near = all.size() == 1 ? all : within(all);
        return near.size() == 1
                ? told(near)
                : new PlaceFinding.Which(facts, null, near.isEmpty() ? all : near);
    }

    private PlaceFinding told(List<PlaceToGo> which) {
        var plain =
                facts.stream()
                        .map(fact -> fact == FactWanted.NEAREST ? FactWanted.WHERE : fact)
                        .distinct()
                        .toList();
        return new PlaceFinding.Told(plain, which, asked.when());
    }

    /** It goes on from the place before, or asks who is there for a part of the street. */
    private Optional<PlaceFinding> unnamed() {
        boolean another = asked.facts().contains(FactWanted.SAME) || wants(FactWanted.NEAREST);
        if (another) {
            return last.flatMap(place -> kind(place.kind()))
                    .or(this::lastKind)
                    .flatMap(this::ofKind);
        }
        if (wants(FactWanted.BELONGS)) {
            return known.kinds().stream()
                    .filter(PlaceKind::isEverywhere)
                    .findFirst()
                    .flatMap(this::ofKind);
        }
        return question.placed()
                ? Optional.empty()
                : last.map(place -> told(List.of(place)))
                        .or(() -> lastKind().flatMap(this::ofKind));
    }

    /** All of a kind were spoken of. */
    private Optional<PlaceKind> lastKind() {
        return asker.last().flatMap(spoken -> kind(spoken.id()));
    }

    private Optional<PlaceFinding> ofKind(PlaceKind kind) {
        var all = known.places().stream().filter(place -> place.kind().equals(kind.id())).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (kind.isEverywhere()) {
            return Optional.of(everywhere(kind, all));
        }
        if (wants(FactWanted.BELONGS) && all.size() == 1) {
            return Optional.of(new PlaceFinding.There(all.getFirst(), known.district().whole()));
        }
        return Optional.of(wants(FactWanted.NEAREST) ? nearest(kind, all) : some(kind, all));
    }

    /** There is one for every part of the street: it is that of the part. */
    private PlaceFinding everywhere(PlaceKind kind, List<PlaceToGo> all) {
        var theirs = within(all);
        boolean which = wants(FactWanted.BELONGS) || wants(FactWanted.NEAREST);
        if (theirs.size() != 1) {
            var possible = theirs.isEmpty() ? all : theirs;
            return which && possible.size() > FEW
                    ? new PlaceFinding.FromWhere(kind, possible)
                    : several(kind, possible);
        }
        var place = theirs.getFirst();
        return which
                ? new PlaceFinding.There(place, area(place).orElseGet(known.district()::whole))
                : told(theirs);
    }

    private PlaceFinding some(PlaceKind kind, List<PlaceToGo> all) {
        var near = all.size() == 1 ? all : within(all);
        if (near.size() == 1) {
            return told(near);
        }
        return all.size() > FEW || areAlike(all) ? several(kind, all) : told(all);
    }

    private PlaceFinding several(PlaceKind kind, List<PlaceToGo> all) {
        return areAlike(all)
                ? new PlaceFinding.Alike(kind, facts, all, asked.when())
                : new PlaceFinding.Which(facts, kind, all);
    }

    /** Whether the same hours are told of all. */
    private boolean areAlike(List<PlaceToGo> all) {
        return facts.size() == 1
                && facts.getFirst().isHours()
                && all.getFirst().hours() != null
                && all.stream().map(PlaceToGo::hours).distinct().count() == 1;
    }

    private PlaceFinding nearest(PlaceKind kind, List<PlaceToGo> all) {
        if (all.size() == 1 || all.stream().noneMatch(this::isSomewhere)) {
            return some(kind, all);
        }
        if (here() == null && from() == null) {
            return question.placed() ? some(kind, all) : new PlaceFinding.FromWhere(kind, all);
        }
        return new PlaceFinding.Nearest(
                all.stream()
                        .map(place -> new PlaceFinding.Distant(place, metres(place)))
                        .sorted(order())
                        .limit(FEW)
                        .toList());
    }

    private boolean isSomewhere(PlaceToGo place) {
        return place.point().isPresent() || area(place).isPresent();
    }

    /** Those of the same area first, then by metres. */
    private Comparator<PlaceFinding.Distant> order() {
        return Comparator.comparing((PlaceFinding.Distant each) -> !isHere(each.place()))
                .thenComparing(
                        PlaceFinding.Distant::metres,
                        Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private @Nullable Double metres(PlaceToGo place) {
        var from = from();
        return from == null ? null : place.point().map(from::metresTo).orElse(null);
    }

    private List<PlaceToGo> within(List<PlaceToGo> all) {
        return all.stream().filter(this::isHere).toList();
    }

    private boolean isHere(PlaceToGo place) {
        var here = here();
        return here != null
                && area(place)
                        .filter(theirs -> known.district().around(here).contains(theirs))
                        .isPresent();
    }

    /** What the question names, else the part that was just spoken of, else the asker's own. */
    private @Nullable Area here() {
        if (question.placed()) {
            return areaOf(question.area(), question.point());
        }
        return last.filter(place -> tellsWhere(place) && asker.point() == null)
                .flatMap(this::area)
                .orElseGet(() -> areaOf(asker.area(), asker.point()));
    }

    /** Whether it tells in which part of the street the asker is interested. */
    private boolean tellsWhere(PlaceToGo place) {
        boolean near = asker.last().filter(l -> l.fact() == FactWanted.NEAREST).isPresent();
        return near || kind(place.kind()).filter(PlaceKind::isEverywhere).isPresent();
    }

    private @Nullable Area areaOf(@Nullable Area area, @Nullable Point point) {
        return area != null || point == null ? area : known.district().areaAt(point).orElse(null);
    }

    private @Nullable Point from() {
        return question.placed() ? question.point() : asker.point();
    }

    private Optional<Area> area(PlaceToGo place) {
        return Directory.area(place, known.district());
    }

    private Optional<PlaceKind> kind(String id) {
        return known.kinds().stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}
