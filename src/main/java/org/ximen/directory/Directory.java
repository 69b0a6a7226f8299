package org.ximen.directory;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.directory.PlacesFile.PlaceKind;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.meaning.Embedder;
import org.ximen.settings.ConfigFile;
import org.ximen.text.Plain;
import org.ximen.workdays.WorkCalendar;

/** The places to go of the street, always by the newest configuration. */
public final class Directory {
    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);

    private static final int READ = 150;

    private final ConfigFile<PlacesFile> file;
    private final District district;
    private final FactReader facts;
    private final DayWords dayWords;
    private final TimeWords timeWords = new TimeWords();
    private final MonthWords monthWords = new MonthWords();
    private volatile Known known;

    private volatile Called called = new Called(List.of(), new PlaceNames(List.of(), List.of()));

    private record Known(PlacesFile file, List<PlaceToGo> places) {}

    /** The places of a day, and what they are called. */
    private record Called(List<PlaceToGo> places, PlaceNames names) {}

    /**
     * @param embedder null: what is asked for is read by n-grams alone, which is a little worse
     */
    public Directory(
            ConfigFile<PlacesFile> file,
            District district,
            WorkCalendar calendar,
            @Nullable Embedder embedder) {
        this.file = file;
        this.district = district;
        this.facts = new FactReader(embedder);
        this.dayWords = new DayWords(calendar);
        this.known = read(file.get());
    }

    private Known read(PlacesFile now) {
        var ids = new HashSet<String>();
        var kinds = now.kinds().stream().map(PlaceKind::id).toList();
        var good = new ArrayList<PlaceToGo>();
        for (var place : file.each("places", now.places(), PlaceToGo.class)) {
            var area = place.area();
            if (!kinds.contains(place.kind())) {
                aside(place, "kinds 里没有 " + place.kind());
            } else if (area != null && district.area(area).isEmpty()) {
                aside(place, "district.yaml 里没有区域 " + area);
            } else if (!ids.add(place.id())) {
                aside(place, "id 重复");
            } else {
                good.add(place);
            }
        }
        return new Known(now, List.copyOf(good));
    }

    private static void aside(PlaceToGo place, String why) {
        LOG.error("places.yaml 里 {}（{}）：{}；这一条先不用，其余照常", place.id(), place.name(), why);
    }

    /** All places that are told on a day, in the order of the file. */
    public List<PlaceToGo> places(LocalDate today) {
        return known().places().stream().filter(place -> place.isCurrent(today)).toList();
    }

    /** A place that is told on a day. */
    public Optional<PlaceToGo> find(String id, LocalDate today) {
        return places(today).stream().filter(place -> place.id().equals(id)).findFirst();
    }

    /** The area of a place, if it has one of its own or stands on the map. */
    public Optional<Area> area(PlaceToGo place) {
        return area(place, district);
    }

    static Optional<Area> area(PlaceToGo place, District district) {
        return Optional.ofNullable(place.area())
                .flatMap(district::area)
                .or(() -> place.point().flatMap(district::areaAt));
    }

    /** What there is to say to a question; empty where it asks for nothing that stands here. */
    public Optional<PlaceFinding> ask(String words, Whereabouts asker, LocalDate today) {
        var places = places(today);
        return read(words, today)
                .flatMap(question ->
                        new PlaceSearch(
                                        question,
                                        AskedFacts.of(question.clauses(), facts),
                                        asker,
                                        new PlaceSearch.Known(
                                                known().file().kinds(), places, district))
                                .found());
    }

    private Optional<PlaceQuestion> read(String words, LocalDate today) {
        return new QuestionReader(names(places(today)), district, dayWords, timeWords)
                .read(words, today);
    }

    private PlaceNames names(List<PlaceToGo> places) {
        var before = called;
        if (before.places().equals(places)) {
            return before.names();
        }
        var names = new PlaceNames(known().file().kinds(), places);
        called = new Called(places, names);
        return names;
    }

    /** Whether words ask who handles a trouble that they name: 井盖归谁管. */
    public boolean asksWhoHandles(String words, LocalDate today) {
        return asks(FactWanted.HANDLED, words, today);
    }

    /** Whether words ask how the cases of the street go, in numbers: 本月解决了多少件. */
    public boolean asksForFigures(String words, LocalDate today) {
        return asks(FactWanted.FIGURES, words, today);
    }

    /** The months that words name. */
    public Optional<AskedMonths> months(String words, LocalDate today) {
        return named(words, today).map(MonthWords.Named::months);
    }

    /** Whether words ask the same as the question before, of other months: 那上个月呢. */
    public boolean asksOfOtherMonths(String words, LocalDate today) {
        return named(words, today)
                .filter(named -> facts.wanted(named.frame()).equals(List.of(FactWanted.SAME)))
                .isPresent();
    }

    private Optional<MonthWords.Named> named(String words, LocalDate today) {
        return monthWords.in(Plain.comparable(Plain.start(words, READ)), YearMonth.from(today));
    }

    private boolean asks(FactWanted fact, String words, LocalDate today) {
        return read(words, today).stream()
                .flatMap(question -> question.clauses().stream())
                .anyMatch(clause -> facts.wanted(clause.frame()).contains(fact));
    }

    /** The place at which, as a text says, something is done. */
    public Optional<PlaceToGo> office(String text, LocalDate today) {
        var places = places(today);
        return new OfficeFinder(names(places), places).in(text);
    }

    /** The days and the time that a question names. */
    public AskedWhen when(String words, LocalDate today) {
        return read(words, today)
                .map(question -> AskedFacts.of(question.clauses(), facts).when())
                .orElse(AskedWhen.UNSAID);
    }

    private Known known() {
        var now = file.get();
        if (known.file() != now) {
            known = read(now);
        }
        return known;
    }
}
