package org.ximen.dialogue.notices;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Reply;
import org.ximen.deliberation.Deliberations;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.dialogue.activities.ActivitiesSkill;
import org.ximen.dialogue.ask.AskSkill;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.gaps.Gaps;
import org.ximen.merchants.Merchants;
import org.ximen.notices.CurrentNotice;
import org.ximen.notices.Notices;
import org.ximen.programme.Programme;
import org.ximen.residents.Residents;
import org.ximen.understanding.Act;
import org.ximen.workdays.WorkCalendar;

/** What notices there are, and who wants to receive them. */
public final class NoticesSkill implements Skill {
    private static final String NAME = "notices";
    private static final String AREA = "area";
    // Below it words may ask about a certain notice.
    private static final double SURE = 0.8;

    private final District district;
    private final Residents residents;
    private final Notices notices;
    private final Deliberations deliberations;
    private final Programme programme;
    private final Merchants merchants;
    private final Gaps gaps;
    private final AskSkill ask;
    private final ActivitiesSkill activities;
    private final NoticeButtons answers;
    private final NoticeWords words = new NoticeWords();

    /**
     * Reads and writes subscriptions by these features.
     *
     * @param ask knows notices about a certain matter
     * @param activities knows what one can sign up for
     */
    public NoticesSkill(Features features, AskSkill ask, ActivitiesSkill activities) {
        this.ask = ask;
        this.activities = activities;
        this.answers = new NoticeButtons(features.notices().answers(), ask, words);
        this.district = features.district();
        this.residents = features.residents();
        this.notices = features.notices();
        this.deliberations = features.deliberations();
        this.programme = features.programme();
        this.merchants = features.merchants();
        this.gaps = features.gaps();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.NOTICES, Act.SUBSCRIBE, Act.UNSUBSCRIBE);
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(
                entry("subscribe", "subscribe"),
                entry("订阅", "subscribe"),
                entry("unsubscribe", "unsubscribe"),
                entry("退订", "unsubscribe"),
                entry("td", "unsubscribe"),
                entry("notices", "notices"),
                entry("通知", "notices"));
    }

    @Override
    public Set<String> buttons() {
        return Set.of(
                "subscribe",
                "subscribe-area",
                "area",
                "unsubscribe",
                "notices",
                "notice-seen",
                "notice-ask");
    }

    /** An area in answer to the question which. */
    @Override
    public Optional<Work> answer(Turn turn) {
        return turn.standing().wasAsked(NAME, AREA)
                ? area(turn.words()).map(area -> standing -> subscribed(turn, area, standing))
                : answers.question(turn);
    }

    @Override
    public Work take(Turn turn, Call call) {
        return switch (call) {
            case Call.Said(var act) -> said(turn, act);
            case Call.Commanded(var command, var rest) ->
                    standing -> commanded(turn, command, rest, standing);
            case Call.Pressed(var button, var value) ->
                    standing -> commanded(turn, button, value, standing);
            default -> standing -> inForce(turn, standing);
        };
    }

    private Work said(Turn turn, Act act) {
        return switch (act) {
            case SUBSCRIBE -> standing -> subscribe(turn, turn.words(), standing);
            case UNSUBSCRIBE -> standing -> unsubscribe(turn, turn.words(), standing);
            default ->
                    (turn.sureness() < SURE ? ask.ifAnswered(turn) : Optional.<Work>empty())
                            .orElse(standing -> inForce(turn, standing));
        };
    }

    private Step commanded(Turn turn, String command, String rest, Conversation standing) {
        return switch (command) {
            case "subscribe" ->
                    rest.isEmpty()
                            ? subscribed(turn, null, standing)
                            : subscribe(turn, rest, standing);
            case "area" -> subscribe(turn, rest, standing);
            case "notice-seen" -> answers.seen(turn, rest, standing);
            case "notice-ask" -> answers.asks(turn, rest, standing);
            case "subscribe-area" -> which(turn, false, standing);
            case "unsubscribe" -> unsubscribe(turn, rest, standing);
            default -> inForce(turn, standing);
        };
    }

    private Step inForce(Turn turn, Conversation standing) {
        boolean talkedOver = deliberations.isAnyShown(turn.now());
        boolean projects = !programme.isEmpty();
        var inForce = words.inForce(turn, current(turn), talkedOver, projects);
        return Step.of(activities.beside(turn, inForce), standing);
    }

    private List<CurrentNotice> current(Turn turn) {
        var today = LocalDate.ofInstant(turn.now(), WorkCalendar.ZONE);
        return notices.inForce(areas(turn), turn.person().profile(), today);
    }

    private Set<String> areas(Turn turn) {
        var codes = new HashSet<String>();
        area(turn.words()).map(Area::code).ifPresent(codes::add);
        residents.subscriptions(turn.person()).stream()
                .filter(code -> !code.equals(Residents.WHOLE_STREET))
                .forEach(codes::add);
        return codes;
    }

    /** Words that name an area subscribe to it; words that name none, to the whole street. */
    private Step subscribe(Turn turn, String said, Conversation standing) {
        var area = area(said);
        if (area.isPresent()) {
            return subscribed(turn, area.get(), standing);
        }
        return turn.reading().places().isEmpty()
                ? subscribed(turn, null, standing)
                : which(turn, true, standing);
    }

    private Step which(Turn turn, boolean unclear, Conversation standing) {
        var asked = new OpenQuestion(NAME, AREA, null);
        return Step.of(words.which(turn, unclear, neighbourhoods()), standing.asking(asked));
    }

    private Step subscribed(Turn turn, @Nullable Area area, Conversation standing) {
        boolean whole = area == null || area.equals(district.whole());
        var code = whole || area == null ? Residents.WHOLE_STREET : area.code();
        gaps.loud(turn.person());
        residents.subscribe(turn.person(), code, turn.now());
        var reply =
                words.subscribed(turn, whole || area == null ? null : area.shown(turn.language()));
        return Step.of(reply, standing.wasAsked(NAME, AREA) ? standing.asking(null) : standing);
    }

    private Step unsubscribe(Turn turn, String said, Conversation standing) {
        var area = area(said).filter(each -> !each.equals(district.whole()));
        Reply reply =
                area.map(each ->
                                words.unsubscribed(
                                        turn,
                                        each.shown(turn.language()),
                                        residents.unsubscribe(turn.person(), each.code())))
                        .orElseGet(() -> all(turn));
        return Step.of(reply, standing);
    }

    private Reply all(Turn turn) {
        gaps.quiet(turn.person(), turn.now());
        boolean policies = merchants.quiet(turn.person());
        boolean was = residents.unsubscribe(turn.person());
        return policies ? words.withoutPolicies(turn, was) : words.unsubscribed(turn, null, was);
    }

    /** The area a text names; empty where it names none, or a road that may be in several. */
    private Optional<Area> area(String text) {
        var named = district.area(text);
        if (named.isPresent()) {
            return named;
        }
        var place = district.placeIn(text);
        return place.isPresent()
                ? Optional.ofNullable(place.get().area())
                : district.neighbourhoodIn(text);
    }

    private List<Area> neighbourhoods() {
        return district.areas().stream()
                .filter(area -> area.kind() == Area.Kind.NEIGHBOURHOOD)
                .toList();
    }
}
