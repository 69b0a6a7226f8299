package org.ximen.console;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CodeTable;
import org.ximen.cases.Pin;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Point;
import org.ximen.staff.StaffMember;

/** The map: our own outlines of the areas, and the cases as points. */
@Controller
@RequestMapping("/console/map")
public final class MapPages implements Page {
    /** More points than a map can show apart. */
    private static final int MOST = 2_000;

    private final CaseBook book;
    private final CodeTable codeTable;
    private final District district;
    private final MapSettings settings;
    private final InstantSource clock;

    /** GeoJSON (RFC 7946): longitude first. */
    record Collection(String type, List<Feature> features) {}

    record Feature(String type, Properties properties, Geometry geometry) {}

    record Properties(String code, String name) {}

    record Geometry(String type, List<List<List<Double>>> coordinates) {}

    /**
     * A case on the map.
     *
     * @param tone its colour: came, doing, checking, late, over
     */
    record Spot(
            String number,
            double lat,
            double lon,
            String category,
            String place,
            String state,
            String tone) {}

    public MapPages(
            CaseBook book,
            CodeTable codeTable,
            District district,
            MapSettings settings,
            InstantSource clock) {
        this.book = book;
        this.codeTable = codeTable;
        this.district = district;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String page(@ModelAttribute Filter filter, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("choices", Choices.of(district, codeTable));
        model.addAttribute("tiles", settings.tiles());
        model.addAttribute("list", filter.at("/console/cases"));
        return "console/map";
    }

    @GetMapping("/areas")
    @ResponseBody
    Collection areas() {
        var features =
                district.areas().stream()
                        .filter(area -> !area.polygon().isEmpty())
                        .map(MapPages::feature)
                        .toList();
        return new Collection("FeatureCollection", features);
    }

    @GetMapping("/cases")
    @ResponseBody
    List<Spot> cases(@ModelAttribute Filter filter, @AuthenticationPrincipal StaffMember me) {
        var now = clock.instant();
        var search = filter.search(me);
        var shown = search.states().isEmpty() ? search.in(Filter.open()) : search;
        return book.pins(shown, MOST, me, now).stream().map(this::spot).toList();
    }

    private static Feature feature(Area area) {
        var ring = new ArrayList<>(area.polygon().stream().map(MapPages::pair).toList());
        if (!ring.getFirst().equals(ring.getLast())) {
            ring.add(Objects.requireNonNull(ring.getFirst()));
        }
        return new Feature(
                "Feature",
                new Properties(area.code(), area.name()),
                new Geometry("Polygon", List.of(ring)));
    }

    private static List<Double> pair(Point point) {
        return List.of(point.longitude(), point.latitude());
    }

    private Spot spot(Pin pin) {
        return new Spot(
                pin.number(),
                pin.latitude(),
                pin.longitude(),
                codeTable.category(pin.category()).shown(),
                pin.place(),
                pin.state().shown(),
                tone(pin));
    }

    private static String tone(Pin pin) {
        if (pin.late()) {
            return "late";
        }
        return switch (pin.state()) {
            case REPORTED, FILED, RETURNED -> "came";
            case DISPATCHED, ACCEPTED, SUSPENDED -> "doing";
            case HANDLED, VERIFIED -> "checking";
            case CLOSED, REFUSED, MERGED, CANCELLED -> "over";
        };
    }
}
