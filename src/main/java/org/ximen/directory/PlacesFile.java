package org.ximen.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The contents of {@code config/places.yaml}.
 *
 * @param places entries, each a {@link PlaceToGo}, read each apart
 */
public record PlacesFile(String version, List<PlaceKind> kinds, List<JsonNode> places) {
    /**
     * A kind of place.
     *
     * @param name as it is written
     * @param english for who speaks English; null where there is none
     * @param names as it is called, its name among them or not
     * @param timed what has no place of its own but a time here, such as rubbish to be thrown away
     * @param uses who wants what there, where nobody says its name
     * @param responsible whether one of these is there for every part of the street
     */
    public record PlaceKind(
            String id,
            String name,
            @Nullable String english,
            List<String> names,
            List<String> timed,
            List<Use> uses,
            @Nullable Boolean responsible) {
        public PlaceKind {
            PlaceToGo.require(!id.isBlank() && !name.isBlank(), "id、name 都要写");
            names = names == null ? List.of() : List.copyOf(names);
            timed = timed == null ? List.of() : List.copyOf(timed);
            uses = uses == null ? List.of() : List.copyOf(uses);
        }

        public boolean isEverywhere() {
            return Boolean.TRUE.equals(responsible);
        }
    }

    /**
     * What a kind of place is used for: a question that holds a word of each list means it.
     *
     * @param by who uses it, such as 外卖员
     * @param wants what they want there, such as 歇脚
     * @param timed whether that has no place of its own but a time
     */
    public record Use(List<String> by, List<String> wants, @Nullable Boolean timed) {
        public Use {
            by = List.copyOf(by);
            wants = List.copyOf(wants);
        }

        boolean isTimed() {
            return Boolean.TRUE.equals(timed);
        }
    }

    /** No places at all. */
    public static final PlacesFile EMPTY = new PlacesFile("", List.of(), List.of());

    public PlacesFile {
        kinds = List.copyOf(kinds);
        places = List.copyOf(places);
        Set<String> ids = new HashSet<>();
        for (var kind : kinds) {
            PlaceToGo.require(ids.add(kind.id()), "kinds 里 id 重复：" + kind.id());
        }
    }
}
