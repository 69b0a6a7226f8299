package org.ximen.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Point;
import org.ximen.text.Language;

/**
 * A place to go (去处); what is null is not known, and that is said.
 *
 * @param kind id of a kind
 * @param name as it is written
 * @param names as it is called besides
 * @param english for who speaks English
 * @param area code of its area; null where it serves the whole street
 * @param at longitude and latitude, WGS-84
 * @param englishAddress the same for who speaks English; Chinese stands in for it
 * @param transit by which bus or metro one gets there
 * @param phone a public number, never somebody's mobile phone
 * @param services what one can do there, in words
 * @param host who is in charge, by a name that may be public
 * @param source where this is known from
 * @param checked the day somebody confirmed it; null only for a guess
 * @param expires the last day it is told
 * @param guess whether nobody has confirmed it
 */
public record PlaceToGo(
        String id,
        String kind,
        String name,
        List<String> names,
        @Nullable String english,
        @Nullable String area,
        @Nullable List<Double> at,
        @Nullable String address,
        @Nullable String englishAddress,
        @Nullable String transit,
        @Nullable String phone,
        @Nullable OpeningHours hours,
        List<String> services,
        @Nullable String host,
        @Nullable String source,
        @Nullable LocalDate checked,
        @Nullable LocalDate expires,
        @Nullable Boolean guess) {
    private static final Pattern MOBILE = Pattern.compile("(?:86)?1[3-9]\\d{9}");
    private static final Pattern PHONE = Pattern.compile("[0-9][0-9 -]{1,14}[0-9]");

    public PlaceToGo {
        require(!id.isBlank() && !kind.isBlank() && !name.isBlank(), "id、kind、name 都要写");
        names = names == null ? List.of() : List.copyOf(names);
        services = services == null ? List.of() : List.copyOf(services);
        require(phone == null || isPublic(phone), "phone 只能写公开的固定电话或热线，不能写手机号码");
        require(
                checked != null || Boolean.TRUE.equals(guess),
                "要写 checked（核对的日期），没有核对过的写 guess: true");
        if (at != null) {
            require(at.size() == 2, "at 应写成 [经度, 纬度]");
            at = List.copyOf(at);
            new Point(at.getLast(), at.getFirst());
        }
    }

    static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }

    private static boolean isPublic(String phone) {
        var digits = phone.replaceAll("[^0-9]", "");
        return PHONE.matcher(phone).matches() && !MOBILE.matcher(digits).matches();
    }

    /** Where it is on the map. */
    public Optional<Point> point() {
        return Optional.ofNullable(at).map(pair -> new Point(pair.getLast(), pair.getFirst()));
    }

    /** Whether nobody has confirmed it. */
    public boolean isGuess() {
        return Boolean.TRUE.equals(guess);
    }

    /** Whether nobody has confirmed this fact of it. */
    public boolean isGuess(FactWanted fact) {
        return isGuess() || fact.isHours() && hours != null && hours.isGuess();
    }

    boolean isCurrent(LocalDate today) {
        return expires == null || !today.isAfter(expires);
    }

    /** Its name for who speaks this language. */
    public String shown(Language language) {
        return language.of(name, english == null ? "" : english);
    }

    /** Its address for who speaks this language; empty where it is not known. */
    public String address(Language language) {
        var known = address == null ? "" : address;
        return language.of(known, englishAddress == null ? known : englishAddress);
    }

    /** Whether this is known of it. */
    public boolean tells(FactWanted fact) {
        return switch (fact) {
            case WHERE, NEAREST -> address != null;
            case ROUTE -> transit != null;
            case PHONE -> phone != null;
            case HOURS, OPENS, CLOSES -> hours != null;
            case WHO -> host != null;
            case BELONGS, DONE -> true;
            case SAME, HANDLED, FIGURES, NONE -> false;
        };
    }
}
