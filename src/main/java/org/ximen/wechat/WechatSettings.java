package org.ximen.wechat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.ximen.chat.Rate;

/**
 * The settings {@code ximen.wechat.*}.
 *
 * @param appId of the account (开发者ID); absent or empty where a street has none
 * @param secret of the account (开发者密码)
 * @param token the word that signs callbacks (令牌), 3 to 32 letters and digits
 * @param aesKey the 43 characters of EncodingAESKey; absent in plain mode (明文模式), where nothing
 *     signs the words themselves, so that 安全模式 is the better choice
 * @param api base address of the API
 * @param authorize base address where people are asked who they are
 * @param callbackPath where WeChat calls us
 * @param pageUrl where our pages are seen from outside, such as {@code https://xm.example}; with it
 *     the menu has the web chat
 * @param signIn whether the web chat opens as the same person (网页授权 snsapi_base); WeChat allows it
 *     to verified 服务号 alone
 * @param choices how choices are shown
 * @param template what is sent outside the reply window
 * @param skew how old a callback's time may be; WeChat names no figure
 * @param typing whether the person sees that an answer is being written
 */
public record WechatSettings(
        @Nullable String appId,
        @Nullable String secret,
        @Nullable String token,
        @Nullable String aesKey,
        @DefaultValue("https://api.weixin.qq.com") URI api,
        @DefaultValue("https://open.weixin.qq.com") URI authorize,
        @DefaultValue("/wechat/callback") String callbackPath,
        @Nullable URI pageUrl,
        @DefaultValue("false") boolean signIn,
        @DefaultValue("MENU") Choices choices,
        @DefaultValue Template template,
        @DefaultValue("5m") Duration skew,
        @DefaultValue("true") boolean typing,
        @DefaultValue Limits limits) {
    private static final int AES_KEY = 43;

    public WechatSettings {
        if (isGiven(appId)) {
            requireAll(secret, token);
        }
        if (aesKey != null && !aesKey.isBlank() && aesKey.strip().length() != AES_KEY) {
            throw new IllegalArgumentException("ximen.wechat.aes-key 应是 43 个字符");
        }
    }

    private static void requireAll(@Nullable String secret, @Nullable String token) {
        if (!isGiven(secret) || !isGiven(token)) {
            throw new IllegalArgumentException(
                    "设置了 ximen.wechat.app-id，还要设置 ximen.wechat.secret 和 ximen.wechat.token");
        }
    }

    /** How choices are shown. */
    public enum Choices {
        /**
         * A menu message (msgmenu) whose lines are tapped. How long the id of a line may be is
         * nowhere said; where WeChat refuses one, the same goes out as {@link #NUMBERS}.
         */
        MENU,
        /** Numbered lines, answered by a number. */
        NUMBERS
    }

    /**
     * What tells people outside the reply window that something waits for them.
     *
     * @param kind which interface the account may use
     * @param id of the template; absent: nothing is sent, and the message waits
     * @param field the template's field that is filled with the first words
     * @param most characters that the field takes
     */
    public record Template(
            @DefaultValue("TEMPLATE") Kind kind,
            @Nullable String id,
            @DefaultValue("thing1") String field,
            @DefaultValue("20") int most) {
        /** The two interfaces for it. */
        public enum Kind {
            /** 模板消息, of 服务号. */
            TEMPLATE,
            /** 订阅通知, each agreed to by the person beforehand. */
            SUBSCRIPTION
        }

        /** Whether the street has one. */
        public boolean isOn() {
            return isGiven(id);
        }

        String requiredId() {
            return given(id, "template.id");
        }
    }

    /**
     * What WeChat allows. Messages after a person's word and after a tap, and for how long:
     * developers.weixin.qq.com, 客服消息下发规则 (2023). The length of a text and the rates are known by
     * hearsay only; 45002, 45009 and 45011 are obeyed where it is less.
     *
     * @param messages that may follow a person's word
     * @param window within this time of it
     * @param tapMessages that may follow a tap on a menu, a subscription or a scanned code
     * @param tapWindow within this time of it
     * @param textBytes of one text in UTF-8
     * @param perSecond messages to all people together; 0 for no limit
     * @param atOnce requests under way at the same time
     * @param quotaPause how long nothing is sent after 45009 (the day's calls are used up), at most
     *     until midnight in Shanghai, when they are said to count anew
     */
    public record Limits(
            @DefaultValue("5") int messages,
            @DefaultValue("48h") Duration window,
            @DefaultValue("3") int tapMessages,
            @DefaultValue("1m") Duration tapWindow,
            @DefaultValue("2048") int textBytes,
            @DefaultValue("50") int perSecond,
            @DefaultValue("32") int atOnce,
            @DefaultValue("1h") Duration quotaPause) {
        private static final int TENTHS = 10;
        private static final int SHORTEST_TEXT = 200;

        public Limits {
            if (messages < 1 || tapMessages < 1 || textBytes < SHORTEST_TEXT || atOnce < 1) {
                throw new IllegalArgumentException(
                        "ximen.wechat.limits：messages、tap-messages、at-once 至少 1，text-bytes 至少 200");
            }
        }

        Optional<Rate> overall() {
            return perSecond <= 0
                    ? Optional.empty()
                    : Optional.of(
                            new Rate(
                                    perSecond,
                                    Duration.ofSeconds(1),
                                    Math.max(1, perSecond / TENTHS)));
        }
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static String given(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("no ximen.wechat." + name);
        }
        return value.strip();
    }

    /** Whether the street has an account. */
    public boolean isOn() {
        return isGiven(appId);
    }

    String requiredAppId() {
        return given(appId, "app-id");
    }

    String requiredSecret() {
        return given(secret, "secret");
    }

    String requiredToken() {
        return given(token, "token");
    }

    boolean isEncrypted() {
        return isGiven(aesKey);
    }

    String requiredAesKey() {
        return given(aesKey, "aes-key");
    }

    /** Secrets are never written out. */
    @Override
    public String toString() {
        return "WechatSettings[" + (isOn() ? "on " + api : "off") + "]";
    }
}
