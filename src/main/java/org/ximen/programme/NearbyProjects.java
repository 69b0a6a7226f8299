package org.ximen.programme;

import java.util.List;

/**
 * The projects around a place.
 *
 * @param exact whether the place was known by its number; else they are those of its road or area
 */
public record NearbyProjects(List<Project> projects, boolean exact) {
    public NearbyProjects {
        projects = List.copyOf(projects);
    }
}
