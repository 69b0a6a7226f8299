package org.ximen.dialogue;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Cases;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.residents.Profile;
import org.ximen.residents.Residents;

/** One's own cases, subscriptions and settings. */
final class ServiceDesk {
    private static final int MOST_SHOWN = 5;

    private final Cases cases;
    private final District district;
    private final Residents residents;

    ServiceDesk(Cases cases, District district, Residents residents) {
        this.cases = cases;
        this.district = district;
        this.residents = residents;
    }

    Outcome status(Turn turn, @Nullable String number) {
        var own = cases.of(turn.person().id());
        if (number == null) {
            return new Outcome.CasesShown(own.stream().limit(MOST_SHOWN).toList());
        }
        var asked = number.toUpperCase(Locale.ROOT);
        return own.stream()
                .filter(mine -> mine.number().equals(asked))
                .findFirst()
                .<Outcome>map(Outcome.CaseShown::new)
                .orElseGet(() -> new Outcome.CaseUnknown(asked));
    }

    Step subscribe(Turn turn, @Nullable String words) {
        if (words == null) {
            residents.subscribe(turn.person(), Residents.WHOLE_STREET, turn.now());
            return Step.aside(turn, new Outcome.Subscribed(null));
        }
        var area = areaIn(words);
        if (area == null) {
            var said = words.isEmpty() ? null : words;
            return new Step(new Outcome.AreaWanted(said, neighbourhoods()), new Flow.Subscribing());
        }
        boolean whole = area.equals(district.whole());
        residents.subscribe(
                turn.person(), whole ? Residents.WHOLE_STREET : area.code(), turn.now());
        return Step.aside(turn, new Outcome.Subscribed(whole ? null : area));
    }

    Outcome unsubscribe(Turn turn, @Nullable String words) {
        var area = words == null ? null : areaIn(words);
        if (area == null || area.equals(district.whole())) {
            return new Outcome.Unsubscribed(null, residents.unsubscribe(turn.person()));
        }
        return new Outcome.Unsubscribed(area, residents.unsubscribe(turn.person(), area.code()));
    }

    Outcome profile(Turn turn, boolean merchant) {
        residents.profile(turn.person(), merchant ? Profile.MERCHANT : Profile.RESIDENT);
        return new Outcome.ProfileSet(merchant);
    }

    Outcome phone(Turn turn, String number) {
        residents.phone(turn.person(), number);
        return new Outcome.PhoneKept(number);
    }

    Outcome language(Turn turn, String language) {
        residents.language(turn.person(), language);
        return new Outcome.LanguageSet(language);
    }

    /** The area a text names; null where it names none, or a road that may be in several. */
    private @Nullable Area areaIn(String words) {
        var named = district.area(words);
        if (named.isPresent()) {
            return named.get();
        }
        var place = district.placeIn(words);
        return place.isPresent()
                ? place.get().area()
                : district.neighbourhoodIn(words).orElse(null);
    }

    private List<Area> neighbourhoods() {
        return district.areas().stream()
                .filter(area -> area.kind() == Area.Kind.NEIGHBOURHOOD)
                .toList();
    }
}
