package org.ximen.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.directory.PlacesFile.PlaceKind;
import org.ximen.district.Area;

/** What the directory has to say to a question. */
public sealed interface PlaceFinding {
    /** The facts that were asked for, in whatever form they are told; at least one. */
    List<FactWanted> facts();

    /** The places that it is about; none where it asks for more. */
    List<PlaceToGo> places();

    /** The first of them. */
    default FactWanted wanted() {
        return facts().getFirst();
    }

    /** What one place tells. */
    static PlaceFinding of(List<FactWanted> facts, PlaceToGo place, AskedWhen when) {
        return new Told(facts, List.of(place), when);
    }

    /**
     * Facts of one place, or the same of a few; perhaps they are not known.
     *
     * @param places at least one
     * @param when it was asked about
     */
    record Told(List<FactWanted> facts, List<PlaceToGo> places, AskedWhen when)
            implements PlaceFinding {
        public Told {
            facts = List.copyOf(facts);
            places = List.copyOf(places);
        }
    }

    /**
     * Hours that all places of a kind have in common.
     *
     * @param places at least two
     */
    record Alike(PlaceKind kind, List<FactWanted> facts, List<PlaceToGo> places, AskedWhen when)
            implements PlaceFinding {
        public Alike {
            facts = List.copyOf(facts);
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
        public List<FactWanted> facts() {
            return List.of(FactWanted.BELONGS);
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
        public List<FactWanted> facts() {
            return List.of(FactWanted.NEAREST);
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
    record Which(List<FactWanted> facts, @Nullable PlaceKind kind, List<PlaceToGo> options)
            implements PlaceFinding {
        public Which {
            facts = List.copyOf(facts);
            options = List.copyOf(options);
        }

        @Override
        public List<PlaceToGo> places() {
            return List.of();
        }
    }

    /**
     * It cannot be told from where the nearest is looked for.
     *
     * @param options all there are
     */
    record FromWhere(PlaceKind kind, List<PlaceToGo> options) implements PlaceFinding {
        public FromWhere {
            options = List.copyOf(options);
        }

        @Override
        public List<PlaceToGo> places() {
            return List.of();
        }

        @Override
        public List<FactWanted> facts() {
            return List.of(FactWanted.NEAREST);
        }
    }
}
