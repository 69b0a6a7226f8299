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
    private final FactWanted read;
    private final FactWanted wanted;
    private final Whereabouts asker;
    private final Known known;
    private final Optional<PlaceToGo> last;

    /** What there is to be told. */
    record Known(List<PlaceKind> kinds, List<PlaceToGo> places, District district) {}

    PlaceSearch(PlaceQuestion question, FactWanted read, Whereabouts asker, Known known) {
        this.question = question;
        this.read = read;
        this.asker = asker;
        this.known = known;
        this.last =
                asker.last()
                        .flatMap(spoken ->
                                known.places().stream()
                                        .filter(place -> place.id().equals(spoken.id()))
                                        .findFirst());
        this.wanted = meant();
    }

    private FactWanted meant() {
        var before = asker.last().map(Whereabouts.SpokenOf::fact).orElse(FactWanted.NONE);
        var meant = read == FactWanted.SAME ? before : read;
        return question.timed() && meant != FactWanted.HOURS ? FactWanted.NONE : meant;
    }

    Optional<PlaceFinding> found() {
        if (wanted == FactWanted.NONE) {
            return Optional.empty();
        }
        if (!question.named().isEmpty()) {
            return Optional.of(named());
        }
        var kind = question.kind();
        return kind == null ? unnamed() : ofKind(kind);
    }

    private PlaceFinding named() {
        var all = question.named();
        var near = all.size() == 1 ? all : within(all);
        return near.size() == 1
                ? told(near)
                : new PlaceFinding.Which(wanted, null, near.isEmpty() ? all : near);
    }

    private PlaceFinding told(List<PlaceToGo> which) {
        return new PlaceFinding.Told(
                wanted == FactWanted.NEAREST ? FactWanted.WHERE : wanted, which, question.days());
    }

    /** It goes on from the place before, or asks who is there for a part of the street. */
    private Optional<PlaceFinding> unnamed() {
        boolean another = read == FactWanted.SAME || wanted == FactWanted.NEAREST;
        if (another) {
            return last.flatMap(place -> kind(place.kind())).flatMap(this::ofKind);
        }
        if (wanted == FactWanted.BELONGS) {
            return known.kinds().stream()
                    .filter(PlaceKind::isEverywhere)
                    .findFirst()
                    .flatMap(this::ofKind);
        }
        return last.filter(place -> !question.placed()).map(place -> told(List.of(place)));
    }

    private Optional<PlaceFinding> ofKind(PlaceKind kind) {
        var all = known.places().stream().filter(place -> place.kind().equals(kind.id())).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (kind.isEverywhere()) {
            return Optional.of(everywhere(kind, all));
        }
        if (wanted == FactWanted.BELONGS && all.size() == 1) {
            return Optional.of(new PlaceFinding.There(all.getFirst(), known.district().whole()));
        }
        return Optional.of(wanted == FactWanted.NEAREST ? nearest(kind, all) : some(kind, all));
    }

    /** There is one for every part of the street: it is that of the part. */
    private PlaceFinding everywhere(PlaceKind kind, List<PlaceToGo> all) {
        var theirs = within(all);
        if (theirs.size() != 1) {
            return new PlaceFinding.Which(wanted, kind, theirs.isEmpty() ? all : theirs);
        }
        var place = theirs.getFirst();
        return wanted == FactWanted.BELONGS || wanted == FactWanted.NEAREST
                ? new PlaceFinding.There(place, area(place).orElseGet(known.district()::whole))
                : told(theirs);
    }

    private PlaceFinding some(PlaceKind kind, List<PlaceToGo> all) {
        var near = all.size() == 1 ? all : within(all);
        if (near.size() == 1) {
            return told(near);
        }
        return all.size() <= FEW ? told(all) : new PlaceFinding.Which(wanted, kind, all);
    }

    private PlaceFinding nearest(PlaceKind kind, List<PlaceToGo> all) {
        if (here() == null && from() == null) {
            return all.size() == 1 ? told(all) : new PlaceFinding.FromWhere(kind);
        }
        return new PlaceFinding.Nearest(
                all.stream()
                        .map(place -> new PlaceFinding.Distant(place, metres(place)))
                        .sorted(order())
                        .limit(FEW)
                        .toList());
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
        return Optional.ofNullable(place.area()).flatMap(known.district()::area);
    }

    private Optional<PlaceKind> kind(String id) {
        return known.kinds().stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}
