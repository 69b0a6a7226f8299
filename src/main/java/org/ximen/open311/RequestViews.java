package org.ximen.open311;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.PublicCase;
import org.ximen.cases.State;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.district.Point;
import org.ximen.open311.WireDocument.Fields;
import org.ximen.open311.WireDocument.Items;

/** The public cases as service requests and on a map. */
final class RequestViews {
    private final District district;

    RequestViews(District district) {
        this.district = district;
    }

    WireDocument list(List<PublicCase> cases) {
        var requests = cases.stream().map(item -> place(request(item), item.point())).toList();
        return new WireDocument("service_requests", new Items("request", requests));
    }

    /** A GeoJSON feature for each. */
    WireDocument map(List<PublicCase> cases) {
        var features = new Items("feature", cases.stream().map(this::feature).toList());
        return new WireDocument(
                "features", Fields.of("type", "FeatureCollection", "features", features));
    }

    private Fields request(PublicCase item) {
        var address = address(item);
        return Fields.of(
                "service_request_id", item.number(),
                "status", item.state().over() ? "closed" : "open",
                "status_notes", notes(item),
                "service_name", item.category().shown(),
                "service_code", item.category().code(),
                "description", item.category().shown() + (address == null ? "" : "：" + address),
                "agency_responsible", agency(item),
                "service_notice", null,
                "requested_datetime", WireTime.written(item.reportedAt()),
                "updated_datetime", WireTime.written(item.updatedAt()),
                "expected_datetime", WireTime.written(item.expectedAt()),
                "address", address,
                "address_id", null,
                "zipcode", null);
    }

    private static Fields place(Fields request, @Nullable Point point) {
        return request.with("lat", point == null ? null : point.latitude())
                .with("long", point == null ? null : point.longitude())
                .with("media_url", null);
    }

    private Fields feature(PublicCase item) {
        return Fields.of(
                "type", "Feature",
                "id", item.number(),
                "geometry", geometry(item.point()),
                "properties", request(item));
    }

    private static @Nullable Fields geometry(@Nullable Point point) {
        return point == null
                ? null
                : Fields.of(
                        "type",
                        "Point",
                        "coordinates",
                        new Items("degree", List.of(point.longitude(), point.latitude())));
    }

    private static String notes(PublicCase item) {
        var outcome = item.outcome();
        var shown = item.state().shown();
        return item.state() == State.CLOSED && outcome != null
                ? shown + "：" + outcome.shown()
                : shown;
    }

    private @Nullable String agency(PublicCase item) {
        var id = item.department();
        return id == null ? null : district.department(id).map(Department::name).orElse(null);
    }

    /** From the road to the street, as the specification wants it: 文庙路，文庙居委会，老西门街道. */
    private @Nullable String address(PublicCase item) {
        var roads = String.join("/", item.roads());
        var area = item.area();
        return roads.isEmpty() && area == null
                ? null
                : Stream.of(roads, area == null ? "" : area.name(), district.whole().name())
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("，"));
    }
}
