package org.ximen.understanding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.district.Address;
import org.ximen.district.District;
import org.ximen.district.PlaceSpan;
import org.ximen.meaning.Embedder;

/** Reads messages. Thread-safe; once it is loaded it neither reads nor writes anything else. */
public final class MessageReader {
    private static final Logger LOG = LoggerFactory.getLogger(MessageReader.class);
    private static final int READ = 500;
    private static final double SURE = 0.5;
    // What follows by rule wants more: 5 % of the solved are read as not solved at one half.
    private static final double PLAIN = 0.6;

    private final @Nullable Embedder embedder;
    private final District district;
    private final Supplier<ReadingModel> model;
    private final ClauseReader clauses;

    /**
     * @param embedder null: n-grams alone are read, which is a little worse
     */
    public MessageReader(@Nullable Embedder embedder, District district, ReadingModels models) {
        this(embedder, district, models::get);
    }

    MessageReader(@Nullable Embedder embedder, District district, Supplier<ReadingModel> model) {
        this.embedder = embedder;
        this.district = district;
        this.model = model;
        this.clauses = new ClauseReader(district);
    }

    /**
     * What a message wants.
     *
     * @param text of which the first 500 characters are read
     */
    public MessageReading read(String text, Situation situation) {
        var start = start(text);
        var learnt = model.get();
        var signal = learnt.signal(start, vector(start), situation.state());
        var acts = learnt.acts(signal);
        var places = PlaceMention.in(start, district);
        var phone = PhoneMention.in(start);
        var told = matter(phone.isPresent() ? PhoneMention.masked(start) : start);
        var matter =
                told.equals(start) ? signal : learnt.signal(told, vector(told), situation.state());
        return new MessageReading(
                acts,
                tellsMore(start, places)
                        ? learnt.danger(signal, probability(acts, Act.HELP))
                        : DangerReading.NOTHING,
                learnt.categories(matter),
                places,
                phone.map(PhoneMention::digits),
                clauses.read(
                        start,
                        situation.state(),
                        acts,
                        part -> guess(learnt, part, null, situation),
                        part -> guess(learnt, part, vector(part), situation)));
    }

    private static ActGuess guess(
            ReadingModel learnt, String part, float @Nullable [] vector, Situation situation) {
        return learnt.acts(learnt.signal(part, vector, situation.state())).getFirst();
    }

    /**
     * What is told without the names and numbers of places: what a thing is does not hang on them.
     */
    private String matter(String text) {
        var rest = new StringBuilder();
        int at = 0;
        for (var place : named(text)) {
            if (place.from() >= at) {
                rest.append(text, at, place.from()).append(spots(place));
                at = place.to();
            }
        }
        var matter = rest.append(text.substring(at)).toString();
        return matter.isBlank() ? text : matter;
    }

    private List<PlaceSpan> named(String text) {
        return district.placesIn(text).stream()
                .filter(place -> !place.address().names().isEmpty())
                .sorted(Comparator.comparingInt(PlaceSpan::from))
                .toList();
    }

    private static String spots(PlaceSpan place) {
        return place.address().pieces().stream()
                .filter(piece -> piece.part() == Address.Part.SPOT)
                .map(Address.Piece::text)
                .collect(Collectors.joining());
    }

    /** Who only says where something is tells of no danger. */
    private static boolean tellsMore(String text, List<PlaceMention> places) {
        var rest = new StringBuilder(text);
        places.forEach(place -> {
            for (int i = place.from(); i < place.to(); i++) {
                rest.setCharAt(i, ' ');
            }
        });
        return places.isEmpty() || rest.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** Who is responsible for what is not ours: an id of {@code config/notours.yaml}. */
    public Optional<String> responsible(String text) {
        var start = start(text);
        var learnt = model.get();
        return learnt.body(learnt.signal(start, vector(start), DialogueState.IDLE), SURE);
    }

    /** What the words make of what was done, if that is plain. */
    public Optional<Verdict> verdict(String text) {
        var start = start(text);
        var learnt = model.get();
        return learnt.verdicts(learnt.signal(start, vector(start), DialogueState.CLOSED)).stream()
                .findFirst()
                .filter(guess -> guess.probability() >= PLAIN)
                .map(guess -> Verdict.values()[Verdict.LABELS.indexOf(guess.name())]);
    }

    /** The same, but by this model. */
    MessageReader by(ReadingModel other) {
        return new MessageReader(embedder, district, () -> other);
    }

    /** The part of a text that is read. */
    static String start(String text) {
        return text.length() <= READ ? text : text.substring(0, READ);
    }

    private float @Nullable [] vector(String text) {
        if (embedder == null) {
            return null;
        }
        try {
            return embedder.embed(List.of(text)).getFirst().vector();
        } catch (RuntimeException e) { // n-grams still tell
            LOG.warn("The embedding model failed, reading by n-grams only", e);
            return null;
        }
    }

    private static double probability(List<ActGuess> acts, Act act) {
        return acts.stream()
                .filter(guess -> guess.act() == act)
                .mapToDouble(ActGuess::probability)
                .sum();
    }
}
