package org.ximen.topics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Concerned;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.district.District;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Residents;
import org.ximen.staff.Bindings;
import org.ximen.staff.Role;
import org.ximen.text.BilingualTexts;
import org.ximen.text.Language;

/**
 * Tells those who had reported, once at the start and once at the end, and the dispatchers what
 * waits. Reporters read of no house but only of road, lane or estate.
 */
final class TopicNews {
    private final Parts parts;
    private final ToldTable told;
    private final BilingualTexts texts = new BilingualTexts(TopicNews.class);

    /** By what it speaks. */
    record Parts(District district, Residents residents, Outbox outbox, Bindings bindings) {}

    TopicNews(Parts parts, ToldTable told) {
        this.parts = parts;
        this.told = told;
    }

    /** What somebody had to do with a topic: in which chat, and how many cases of each kind. */
    private record Share(Sender tell, int reported, int joined) {
        Share with(Concerned one) {
            return new Share(
                    tell, reported + (one.reporter() ? 1 : 0), joined + (one.reporter() ? 0 : 1));
        }
    }

    private static Map<Long, Share> shares(List<Concerned> concerned) {
        var shares = new LinkedHashMap<Long, Share>();
        for (var one : concerned) {
            shares.merge(
                    one.person(),
                    new Share(one.tell(), 0, 0).with(one),
                    (before, same) -> before.with(one));
        }
        return shares;
    }

    /** That it was raised; each person once. */
    void started(
            CaseTopic topic,
            int cases,
            List<TopicMeasure> measures,
            List<Concerned> concerned,
            Instant now) {
        shares(concerned)
                .forEach((person, share) -> {
                    if (told.start(topic.id(), person, now)) {
                        var language = parts.residents().languageOf(share.tell());
                        var text =
                                texts.say(
                                        language,
                                        "started",
                                        shared(language, topic, share),
                                        cases,
                                        plan(language, measures));
                        say(share.tell(), news(topic, text), now);
                    }
                });
    }

    private String shared(Language language, CaseTopic topic, Share share) {
        boolean reported = share.reported() > 0;
        return texts.say(
                language,
                reported ? "shared.reported" : "shared.joined",
                place(language, topic),
                topic.category().shown(language),
                reported ? share.reported() : share.joined());
    }

    private String plan(Language language, List<TopicMeasure> measures) {
        return measures.isEmpty()
                ? texts.say(language, "plan.none")
                : texts.say(
                        language,
                        "plan",
                        measures.stream()
                                .map(measure -> measure(language, measure))
                                .collect(Collectors.joining(language.of("；", "; "))));
    }

    private String measure(Language language, TopicMeasure measure) {
        var from = measure.from();
        return from == null
                ? measure.what()
                : texts.say(language, "measure.from", measure.what(), day(language, from));
    }

    private static String day(Language language, LocalDate day) {
        return language == Language.ZH
                ? day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
                : day.toString();
    }

    /** That it is over, with the effect and what they think of it; each person once. */
    void ended(
            CaseTopic topic,
            String result,
            TopicEffect effect,
            List<Concerned> concerned,
            Instant now) {
        shares(concerned)
                .forEach((person, share) -> {
                    if (told.end(topic.id(), person, now)) {
                        var language = parts.residents().languageOf(share.tell());
                        var text =
                                texts.say(
                                        language,
                                        "ended",
                                        place(language, topic),
                                        topic.category().shown(language),
                                        result,
                                        effect(language, effect));
                        var choices = choices(language, topic);
                        say(share.tell(), news(topic, text).offering(choices), now);
                    }
                });
    }

    private static Reply news(CaseTopic topic, String text) {
        return Reply.of(Reply.Kind.STATUS, text).ofTopic(topic.id());
    }

    private String effect(Language language, TopicEffect effect) {
        if (effect.tooEarly()) {
            return "";
        }
        var counted =
                texts.say(
                        language,
                        "effect",
                        effect.days(),
                        effect.before(),
                        effect.run(),
                        effect.after());
        return counted + (effect.tooFew() ? texts.say(language, "effect.few") : "");
    }

    private List<Choice> choices(Language language, CaseTopic topic) {
        var choices = new ArrayList<Choice>();
        for (var verdict : EffectVerdict.values()) {
            var name = verdict.name().toLowerCase(Locale.ROOT);
            choices.add(new Choice(label(language, verdict), "topic-" + name + ":" + topic.id()));
        }
        return choices;
    }

    /** What somebody thinks, as they pressed it. */
    String label(Language language, EffectVerdict verdict) {
        return texts.say(language, "button." + verdict.name().toLowerCase(Locale.ROOT));
    }

    /** The place as anybody may read it. */
    String place(Language language, CaseTopic topic) {
        if (topic.streetWide()) {
            return parts.district().whole().shown(language);
        }
        return language == Language.EN
                ? parts.district().inEnglish(topic.place()).orElse(topic.place())
                : topic.place();
    }

    /** False if no dispatcher can hear of it. */
    boolean ownerless(CaseTopic topic, Instant now) {
        return staff(null, "一类事“" + topic.title() + "”立了 10 天还没有牵头人，请在控制台“一类事”里定一位。", now);
    }

    /** The owner hears of it, too; false if nobody can. */
    boolean review(CaseTopic topic, Instant now) {
        var text = "一类事“" + topic.title() + "”到了回头看的日子，请在控制台“一类事”里看效果：再办、改日子，或者结束。";
        return staff(topic.plan().owner(), text, now);
    }

    /** Somebody says that it has not become better. */
    void worse(CaseTopic topic, Instant now) {
        var text = "有居民说一类事“" + topic.title() + "”没好，请在控制台“一类事”里看一看。";
        staff(topic.plan().owner(), text, now);
    }

    private boolean staff(@Nullable String owner, String text, Instant now) {
        var chats =
                Arrays.stream(Role.values())
                        .flatMap(role -> parts.bindings().of(role).stream())
                        .filter(chat ->
                                chat.member().is(Role.DISPATCHER)
                                        || chat.member().name().equals(owner))
                        .map(Bindings.Chat::sender)
                        .distinct()
                        .toList();
        chats.forEach(chat -> say(chat, Reply.of(Reply.Kind.STATUS, text), now));
        return !chats.isEmpty();
    }

    private void say(Sender to, Reply reply, Instant now) {
        parts.outbox().say(to, reply, now);
    }
}
