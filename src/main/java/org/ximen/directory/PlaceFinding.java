package org.ximen.directory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.directory.PlacesFile.PlaceKind;
import org.ximen.district.Area;

/** What the directory has to say to a question. */
public sealed interface PlaceFinding {
    /** The fact that was asked for, in whatever form it is told. */
    FactWanted wanted();

    /** The places that it is about; none where it asks for more. */
    List<PlaceToGo> places();

    /** What one place tells. */
    static PlaceFinding of(FactWanted wanted, PlaceToGo place, Optional<AskedDays> days) {
        return new Told(wanted, List.of(place), days);
    }

    /**
     * A fact of one place, or the same of a few; perhaps it is not known.
     *
     * @param places at least one
     * @param days about which it was asked
     */
    record Told(FactWanted wanted, List<PlaceToGo> places, Optional<AskedDays> days)
            implements PlaceFinding {
        public Told {
            places = List.copyOf(places);
        }
    }

    /**
     * Which place is there for a part of the street.
     *
     * @param area the part
     */
    record There(PlaceToGo place, Area area) implements PlaceFinding {
        @Override
        public List<PlaceToGo> places() {
            return List.of(place);
        }

        @Override
        public FactWanted wanted() {
            return FactWanted.BELONGS;
        }
    }

    /**
     * Places, the nearest first.
     *
     * @param distant at least one
     */
    record Nearest(List<Distant> distant) implements PlaceFinding {
        public Nearest {
            distant = List.copyOf(distant);
        }

        @Override
        public List<PlaceToGo> places() {
            return distant.stream().map(Distant::place).toList();
        }

        @Override
        public FactWanted wanted() {
            return FactWanted.NEAREST;
        }
    }

    /**
     * A place that is looked for from somewhere.
     *
     * @param metres how far it is; null where either of the two points is not known
     */
    record Distant(PlaceToGo place, @Nullable Double metres) {}

    /**
     * It cannot be told which place is meant.
     *
     * @param kind of the places; null where they only have a name in common
     * @param options what it may be
     */
    record Which(FactWanted wanted, @Nullable PlaceKind kind, List<PlaceToGo> options)
            implements PlaceFinding {
        public Which {
            options = List.copyOf(options);
        }

        @Override
        public List<PlaceToGo> places() {
            return List.of();
        }
    }

    /** It cannot be told from where the nearest is looked for. */
    record FromWhere(PlaceKind kind) implements PlaceFinding {
        @Override
        public List<PlaceToGo> places() {
            return List.of();
        }

        @Override
        public FactWanted wanted() {
            return FactWanted.NEAREST;
        }
    }
}
