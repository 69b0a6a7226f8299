package org.ximen.models;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings {@code ximen.model.*}; without an address there is no chat model.
 *
 * @param baseUrl of any server that speaks OpenAI's API, such as {@code http://127.0.0.1:11434/v1}
 * @param apiKey null or empty where the server wants none
 * @param name of the model, as the server calls it
 * @param timeout of a call from its start to its end
 * @param atOnce calls under way at the same time; one more is not made
 * @param stream whether the server is asked to send word by word, as some want it
 * @param json how the server is asked for JSON
 */
public record ModelSettings(
        @Nullable URI baseUrl,
        @Nullable String apiKey,
        @Nullable String name,
        @Nullable Duration timeout,
        @Nullable Integer atOnce,
        boolean stream,
        @Nullable JsonForm json) {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int FEW = 2;
    // A draft is several times as long as an answer.
    private static final int DRAFTING = 10;

    public ModelSettings {
        if (isSet(baseUrl)) {
            check(Objects.requireNonNull(baseUrl), name);
        }
        if (timeout != null && !timeout.isPositive()) {
            throw new IllegalArgumentException("ximen.model.timeout 应大于 0，例如 4s");
        }
        if (atOnce != null && atOnce < 1) {
            throw new IllegalArgumentException("ximen.model.at-once 应大于 0");
        }
    }

    /** The same for drafts, which are long and for which staff wait. */
    public ModelSettings patient() {
        return new ModelSettings(
                baseUrl, apiKey, name, patience().multipliedBy(DRAFTING), 1, stream, json);
    }

    /** How a server is asked for JSON; not every server knows every way. */
    public enum JsonForm {
        /** By a schema that it must keep to. */
        SCHEMA,
        /** As some JSON object. */
        OBJECT,
        /** By words alone. */
        WORDS
    }

    private static void check(URI baseUrl, @Nullable String name) {
        if (!("http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme()))
                || baseUrl.getHost() == null) {
            throw new IllegalArgumentException(
                    "ximen.model.base-url 要写全，例如 http://127.0.0.1:11434/v1");
        }
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("写了 ximen.model.base-url，还要写 ximen.model.name");
        }
    }

    private static boolean isSet(@Nullable URI address) {
        return address != null && !address.toString().isBlank();
    }

    /** Whether the street has a model. */
    public boolean isOn() {
        return isSet(baseUrl);
    }

    String address() {
        return Objects.requireNonNull(baseUrl).toString();
    }

    String model() {
        return Objects.requireNonNull(name);
    }

    /** A server without a key is sent none that means anything. */
    String key() {
        return apiKey == null || apiKey.isBlank() ? "none" : apiKey.strip();
    }

    Duration patience() {
        return timeout == null ? PATIENCE : timeout;
    }

    int places() {
        return atOnce == null ? FEW : atOnce;
    }

    JsonForm form() {
        return json == null ? JsonForm.OBJECT : json;
    }

    /** The key is never written out. */
    @Override
    public String toString() {
        return "ModelSettings[" + (isOn() ? name + " " + baseUrl : "off") + "]";
    }
}
