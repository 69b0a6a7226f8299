package org.ximen.models;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.meaning.LanguageModel;
import org.ximen.meaning.ModelQuestion;

/**
 * A chat model behind OpenAI's API. Nothing waits for it longer than the street allows, and a
 * server that fails again and again is left in peace for a while.
 */
public final class RemoteLanguageModel implements LanguageModel {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteLanguageModel.class);

    // What some models say around the object: their thoughts before it, a fence of Markdown.
    private static final Pattern AROUND =
            Pattern.compile("(?s)^<think>.*?</think>\\s*(?:```(?:json)?)?|^```(?:json)?|```$");

    private final ModelSettings settings;
    private final ChatClient client;
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Semaphore places;
    private final ModelBreaker breaker = new ModelBreaker();

    /** How a call ended; each is counted. */
    private enum Outcome {
        ANSWERED,
        /** As many calls as the street allows were under way: none was made. */
        BUSY,
        /** The server rests: no call was made. */
        RESTING,
        LATE,
        /** The server answered 429. */
        LIMITED,
        FAILED
    }

    /**
     * @param settings of a street that has a model
     * @param user who asks by it, for the metrics: each user's failures and places are apart
     */
    public RemoteLanguageModel(
            ModelSettings settings, String user, MeterRegistry registry, InstantSource clock) {
        this.settings = settings;
        this.client = new ChatClient(settings);
        this.registry = registry;
        this.clock = clock;
        this.places = new Semaphore(settings.places());
        Gauge.builder("ximen.model.resting", breaker, it -> it.rests() ? 1 : 0)
                .tag("user", user)
                .description("1 while the chat model is left in peace after failures")
                .register(registry);
    }

    @Override
    public boolean isOn() {
        return true;
    }

    /** Whether it is left in peace because it failed. */
    public boolean isResting() {
        return breaker.rests();
    }

    /** The model's name, for staff. */
    public String name() {
        return settings.model();
    }

    @Override
    public Optional<String> answer(ModelQuestion question) {
        if (!breaker.lets(clock.instant())) {
            return ended(question, Outcome.RESTING, null);
        }
        if (!places.tryAcquire()) {
            breaker.unused();
            return ended(question, Outcome.BUSY, null);
        }
        return asked(question);
    }

    private Optional<String> asked(ModelQuestion question) {
        var begun = Timer.start(registry);
        try {
            return taken(question, inTime(question));
        } catch (TimeoutException e) {
            return failed(question, Outcome.LATE, e);
        } catch (ExecutionException e) {
            var limited = e.getCause() instanceof RateLimitException;
            return failed(question, limited ? Outcome.LIMITED : Outcome.FAILED, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            breaker.unused();
            return ended(question, Outcome.FAILED, null);
        } finally {
            begun.stop(registry.timer("ximen.model.time", "purpose", tag(question.purpose())));
        }
    }

    /** What was cut at its longest, or is empty, is no answer. */
    private Optional<String> taken(ModelQuestion question, ChatResponse response) {
        count(response.tokenUsage());
        var text = response.aiMessage().text();
        if (text == null || text.isBlank()) {
            return failed(question, Outcome.FAILED, null);
        }
        breaker.succeeded();
        if (response.finishReason() == FinishReason.LENGTH) {
            return ended(question, Outcome.FAILED, null);
        }
        return ended(question, Outcome.ANSWERED, AROUND.matcher(text.strip()).replaceAll(""));
    }

    /** The place is given back when the call is really over. */
    private ChatResponse inTime(ModelQuestion question)
            throws ExecutionException, InterruptedException, TimeoutException {
        var call = new FutureTask<>(() -> client.ask(question));
        Thread.ofVirtual()
                .name("model")
                .start(() -> {
                    try {
                        call.run();
                    } finally {
                        places.release();
                    }
                });
        try {
            return call.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            call.cancel(true);
        }
    }

    private Optional<String> failed(
            ModelQuestion question, Outcome outcome, @Nullable Throwable why) {
        if (breaker.failed(clock.instant())) {
            LOG.warn("大模型 {} 连续没有答成（{}），歇一会儿再试；这期间照原文回答", settings.model(), shown(outcome, why));
        }
        return ended(question, outcome, null);
    }

    // What a server says may hold the key.
    private static String shown(Outcome outcome, @Nullable Throwable why) {
        for (var each = why; each != null; each = each.getCause()) {
            if (each instanceof HttpException http) {
                return outcome + " HTTP " + http.statusCode();
            }
        }
        return outcome + (why == null ? "" : " " + why.getClass().getSimpleName());
    }

    private Optional<String> ended(
            ModelQuestion question, Outcome outcome, @Nullable String words) {
        registry.counter(
                        "ximen.model.calls",
                        "purpose",
                        tag(question.purpose()),
                        "outcome",
                        tag(outcome))
                .increment();
        return Optional.ofNullable(words);
    }

    private void count(@Nullable TokenUsage usage) {
        if (usage != null) {
            count("in", usage.inputTokenCount());
            count("out", usage.outputTokenCount());
        }
    }

    private void count(String kind, @Nullable Integer tokens) {
        registry.counter("ximen.model.tokens", "kind", kind).increment(tokens == null ? 0 : tokens);
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
