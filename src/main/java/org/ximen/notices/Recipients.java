package org.ximen.notices;

import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.residents.Audience;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.staff.StaffRefused;

/** Whom a notice reaches. */
final class Recipients {
    private final Residents residents;
    private final District district;
    private final int page;

    /**
     * @param page how many people {@link #page} gives at most
     */
    Recipients(Residents residents, District district, int page) {
        this.residents = residents;
        this.district = district;
        this.page = page;
    }

    /** The codes of areas given as code, name or other name; none if one is the whole street. */
    Set<String> codes(Collection<String> areas) {
        var found = areas.stream().map(this::area).collect(Collectors.toSet());
        return found.contains(district.whole())
                ? Set.of()
                : found.stream().map(Area::code).collect(Collectors.toSet());
    }

    long count(Notice notice) {
        return residents.count(audience(notice));
    }

    /** The next of them by growing id. */
    List<Person> page(Notice notice, long after) {
        return residents.subscribers(audience(notice), after, page);
    }

    /** Whether no page can follow this one. */
    boolean isLast(List<Person> people) {
        return people.size() < page;
    }

    /** Who subscribed to one of the areas or to something inside it. */
    private Audience audience(Notice notice) {
        return new Audience(codesWithin(notice), notice.profiles());
    }

    /** The codes of the areas it is for and of all inside them; none for the whole street. */
    Set<String> codesWithin(Notice notice) {
        return notice.areas().stream()
                .flatMap(code -> widened(code).stream())
                .collect(Collectors.toSet());
    }

    /** The names of the areas it is for, in the order of the configuration. */
    List<String> names(Notice notice) {
        return district.areas().stream()
                .filter(area -> notice.areas().contains(area.code()))
                .map(Area::name)
                .toList();
    }

    /** An area that was taken out of the configuration meanwhile stands for itself alone. */
    private List<String> widened(String code) {
        return district.area(code)
                .map(area -> district.with(area).stream().map(Area::code).toList())
                .orElse(List.of(code));
    }

    private Area area(String given) {
        return district.area(given)
                .orElseThrow(() ->
                        new StaffRefused(INVALID, "没有叫“" + given + "”的区域，可用的有：" + names() + "。"));
    }

    private String names() {
        return district.areas().stream().map(Area::name).collect(Collectors.joining("、"));
    }
}
