package org.ximen.dialogue;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ximen.cases.Intake;
import org.ximen.chat.Location;
import org.ximen.district.District;
import org.ximen.district.Place;
import org.ximen.district.Point;
import org.ximen.text.Plain;

/** Takes what a message tells into the sketch of a report. */
final class Teller {
    private static final Pattern CORRECTS_PLACE =
            Pattern.compile(".*(?:地点|地址|位置|应该在|应该是在|不是.+(?:是|在)|改(?:成|为|到)|不对|写错|以.+为准).*");
    private static final Pattern CORRECTS_KIND =
            Pattern.compile(".*(?:类别|类型|分类|种类|应该是|不是.+是|算是|属于).*");
    private static final Pattern NUMBER_ALONE =
            Pattern.compile("(?:不对|不是)?.{0,8}?(?:以|是|改成|改为)(\\d{1,5})(号|弄)(?:为准)?[吧啊呀的,。! ]*");
    private static final Pattern ONE_MORE = Pattern.compile(".*(?:也有|还有|另外|同样).*");
    private static final int LONGEST_PLACE = 60;
    private static final int MARGIN = 6;

    private final Intake intake;
    private final District district;

    Teller(Intake intake, District district) {
        this.intake = intake;
        this.district = district;
    }

    /**
     * @param asked what the person was asked for last
     */
    Sketch tell(Sketch sketch, Sketch.Missing asked, String words, Turn turn) {
        boolean moves = asked == Sketch.Missing.OTHER_PLACE && tellsPlace(words, turn);
        var from = moves ? sketch.at(Sketch.Where.UNKNOWN) : sketch;
        var shown = from.showing(turn.incoming().photos());
        var located = located(shown, turn);
        if (words.isEmpty()) {
            return located;
        }
        return switch (asked) {
            case PLACE, OTHER_PLACE -> place(located, words);
            case CATEGORY, OTHER_CATEGORY -> category(located, words);
            case CONFIRMATION, SAME -> correct(located, words);
            case WORDS -> read(located.saying(words));
        };
    }

    private static boolean tellsPlace(String words, Turn turn) {
        boolean says =
                !words.isEmpty()
                        && !Lexicon.NOTHING_MORE.matcher(Plain.comparable(words)).matches();
        return says || turn.incoming().location() != null;
    }

    /** A report that begins where a poster hangs. */
    Sketch at(Flow.Arrived arrived) {
        var known = district.placeIn(arrived.place());
        var area = district.area(arrived.area()).orElse(null);
        var point = known.map(Place::point).orElse(null);
        var place = new Place(arrived.place(), point, area);
        return Sketch.empty().at(Sketch.Where.UNKNOWN.at(place).asked());
    }

    private Sketch located(Sketch sketch, Turn turn) {
        Location here = turn.incoming().location();
        if (here == null) {
            return sketch;
        }
        var found = district.placeAt(new Point(here.latitude(), here.longitude()));
        var text = sketch.where().known() ? sketch.where().text() : found.text();
        return sketch.at(
                sketch.where()
                        .at(new Place(text == null ? "" : text, found.point(), found.area())));
    }

    /** An answer to "where": a place that we know, or else the words as they are. */
    private Sketch place(Sketch sketch, String words) {
        if (Lexicon.NOTHING_MORE.matcher(Plain.comparable(words)).matches()) {
            return sketch.at(sketch.where().asked());
        }
        var found = district.placeIn(words);
        boolean tellsMore =
                sketch.untold()
                        || words.length() > LONGEST_PLACE
                        || intake.read(words).danger() != null
                        || found.map(p -> words.length() > p.text().length() + MARGIN)
                                .orElse(false);
        var told = tellsMore ? read(sketch.saying(words)) : sketch;
        if (tellsMore && found.isEmpty()) {
            return told;
        }
        var place = found.orElseGet(() -> new Place(cut(words), null, null));
        return told.at(told.where().at(place).asked());
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(LONGEST_PLACE, words.length()));
    }

    private Sketch category(Sketch sketch, String words) {
        var code =
                intake.categoryNamed(words)
                        .or(() -> intake.read(words).categories().stream().findFirst())
                        .map(category -> category.code());
        var told = code.isPresent() ? sketch : sketch.saying(words);
        return told.of(new Sketch.Kind(code.orElse(null), true));
    }

    private Sketch correct(Sketch sketch, String words) {
        var plain = Plain.comparable(words);
        var renumbered = renumbered(sketch, plain);
        if (renumbered.isPresent()) {
            return sketch.at(renumbered.get());
        }
        var place = district.placeIn(lastClause(words)).or(() -> district.placeIn(words));
        if (place.isPresent() && CORRECTS_PLACE.matcher(plain).matches()) {
            return sketch.at(moved(place.get()));
        }
        var category = intake.categoryNamed(words);
        if (category.isPresent() && CORRECTS_KIND.matcher(plain).matches()) {
            return sketch.of(new Sketch.Kind(category.get().code(), true));
        }
        return place.filter(p -> saidAnew(sketch, p, plain))
                .map(p -> read(sketch.insteadSaying(words).at(moved(p))))
                .orElseGet(() -> read(sketch.saying(words)));
    }

    private static Sketch.Where moved(Place place) {
        return Sketch.Where.UNKNOWN.at(place).asked();
    }

    // 以18号为准: only the number changes.
    private static Optional<Sketch.Where> renumbered(Sketch sketch, String plain) {
        var number = NUMBER_ALONE.matcher(plain);
        var text = sketch.where().text();
        if (text == null || !number.matches()) {
            return Optional.empty();
        }
        var changed = text.replaceFirst("\\d+(?=" + number.group(2) + ")", number.group(1));
        return Optional.of(sketch.where().at(new Place(changed, null, null)));
    }

    // The same thing told again with another exact place takes the place of the first telling.
    private boolean saidAnew(Sketch sketch, Place place, String plain) {
        var same =
                intake.read(plain).categories().stream()
                        .findFirst()
                        .filter(category -> category.code().equals(sketch.kind().code()));
        return place.precise()
                && !place.text().equals(sketch.where().text())
                && same.isPresent()
                && !ONE_MORE.matcher(plain).matches();
    }

    // 不是文庙路，是学前街8号: what counts stands last.
    private static String lastClause(String words) {
        var clauses = words.split("[,，。；;]|是|改成|改为|改到");
        return clauses.length == 0 ? words : clauses[clauses.length - 1];
    }

    /** Reads all that was told so far; what the person settled stays. */
    private Sketch read(Sketch sketch) {
        var reading = intake.read(sketch.words());
        var kind =
                sketch.kind().settled()
                        ? sketch.kind()
                        : new Sketch.Kind(
                                reading.categories().stream()
                                        .findFirst()
                                        .map(category -> category.code())
                                        .orElse(null),
                                false);
        var better = Optional.ofNullable(reading.place()).filter(p -> isBetter(sketch, p));
        var where = better.map(place -> sketch.where().at(place)).orElse(sketch.where());
        var danger = reading.danger();
        return sketch.of(kind).at(where).dangerous(danger == null ? null : danger.id());
    }

    private static boolean isBetter(Sketch sketch, Place place) {
        var text = sketch.where().text();
        return text == null || sketch.where().vague() && place.text().length() > text.length();
    }
}
