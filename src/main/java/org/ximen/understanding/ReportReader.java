package org.ximen.understanding;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.district.Address.Part;
import org.ximen.district.Address.Piece;
import org.ximen.district.District;
import org.ximen.district.Evidence;
import org.ximen.district.Place;
import org.ximen.district.PlaceSpan;
import org.ximen.meaning.Embedder;

/** Reads reports so that they can be compared: what apart from where. */
public final class ReportReader {
    private static final Logger LOG = LoggerFactory.getLogger(ReportReader.class);
    private static final int READ = 500;

    private final District district;
    private final @Nullable Embedder embedder;
    private final MessageReader messages;

    /**
     * @param embedder null to compare by words alone
     */
    public ReportReader(District district, @Nullable Embedder embedder, MessageReader messages) {
        this.district = district;
        this.embedder = embedder;
        this.messages = messages;
    }

    /**
     * The place of a report alone, without its words: cheap.
     *
     * @param place where it is, if that is known apart from the text
     */
    public ReportFacts place(String text, @Nullable Place place) {
        return new ReportFacts("", null, List.of(), where(cut(text), place));
    }

    /**
     * A report from its words.
     *
     * @param place where it is, if that is known apart from the text
     * @param code of its category, if that is known
     */
    public ReportFacts read(String text, @Nullable Place place, @Nullable String code) {
        var read = messages.read(text, Situation.IDLE).categories().stream();
        var codes =
                Stream.concat(Stream.ofNullable(code), read.map(CategoryGuess::code))
                        .filter(each -> !each.equals(CategoryGuess.OTHER))
                        .toList();
        return read(text, place, codes);
    }

    /** A report of which only the words are known. */
    public ReportFacts read(String text) {
        return read(text, null, (String) null);
    }

    ReportFacts read(String text, @Nullable Place place, List<String> codes) {
        var matter = matter(cut(text));
        return new ReportFacts(matter, vector(matter), codes, where(cut(text), place));
    }

    private static String cut(String text) {
        return text.length() > READ ? text.substring(0, READ) : text;
    }

    private PlaceFacts where(String text, @Nullable Place place) {
        if (place == null) {
            return PlaceFacts.of(district.placesIn(text), null);
        }
        boolean told = !place.text().isBlank() && !District.isPinned(place);
        return PlaceFacts.of(district.placesIn(told ? place.text() : text), place.point());
    }

    /** The text without names and numbers of places; words for spots stay, they tell the matter. */
    String matter(String text) {
        var rest = new StringBuilder(text);
        district.placesIn(text).stream()
                .filter(span -> span.evidence() != Evidence.RELATIVE || hasNumber(span))
                .sorted(Comparator.comparingInt(PlaceSpan::from).reversed())
                .forEach(span -> rest.replace(span.from(), span.to(), spots(span)));
        return rest.toString().replaceAll("[\\s，,。.！!？?、；;]+", " ").strip();
    }

    private static boolean hasNumber(PlaceSpan span) {
        return span.address().pieces().stream().anyMatch(piece -> piece.part() != Part.SPOT);
    }

    private static String spots(PlaceSpan span) {
        return span.address().pieces().stream()
                .filter(piece -> piece.part() == Part.SPOT)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private float @Nullable [] vector(String matter) {
        if (embedder == null || matter.isEmpty()) {
            return null;
        }
        try {
            return embedder.embed(List.of(matter)).getFirst().vector();
        } catch (RuntimeException e) { // words still tell
            LOG.warn("The embedding model failed, comparing reports by words only", e);
            return null;
        }
    }
}
