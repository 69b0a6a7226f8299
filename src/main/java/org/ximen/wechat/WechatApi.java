package org.ximen.wechat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.ximen.db.Db;
import tools.jackson.databind.JsonNode;

/** Calls WeChat with the account's token. A call ends well, is refused, or nobody knows. */
final class WechatApi implements AutoCloseable {
    private final WechatHttp http = new WechatHttp();
    private final WechatSettings settings;
    private final AccessTokens tokens;

    WechatApi(WechatSettings settings, Db db, InstantSource clock) {
        this.settings = settings;
        this.tokens = new AccessTokens(http, settings, db, clock);
    }

    private interface Call<T> {
        T with(String token) throws WechatRefused, WechatUnreachable;
    }

    /** With a fresh token once more where the one we had is not valid any more. */
    private <T> T called(Call<T> call) throws WechatRefused, WechatUnreachable {
        var token = token();
        try {
            return call.with(token);
        } catch (WechatRefused e) {
            if (e.meaning() != WechatRefused.Meaning.TOKEN) {
                throw e;
            }
            tokens.drop(token);
            return call.with(token());
        }
    }

    // Whatever fails here, the call itself was never sent.
    private String token() throws WechatRefused, WechatUnreachable {
        try {
            return tokens.get();
        } catch (WechatUnreachable e) {
            throw new WechatUnreachable("no token: " + e.getMessage(), false, e);
        }
    }

    /** Sends a customer-service message (客服消息). */
    void message(JsonNode body) throws WechatRefused, WechatUnreachable {
        post("/cgi-bin/message/custom/send", body);
    }

    /** Tells a person outside the reply window that something waits. */
    void remind(JsonNode body) throws WechatRefused, WechatUnreachable {
        switch (settings.template().kind()) {
            case TEMPLATE -> post("/cgi-bin/message/template/send", body);
            case SUBSCRIPTION -> post("/cgi-bin/message/subscribe/bizsend", body);
        }
    }

    /** Shows a person that an answer is being written. */
    void typing(String openid) throws WechatRefused, WechatUnreachable {
        post(
                "/cgi-bin/message/custom/typing",
                WechatHttp.JSON.createObjectNode().put("touser", openid).put("command", "Typing"));
    }

    /** Sets the menu below the line for typing. */
    void menu(JsonNode menu) throws WechatRefused, WechatUnreachable {
        post("/cgi-bin/menu/create", menu);
    }

    /**
     * The address that a printed code holds; who scans it begins with this scene (带参数二维码). It is
     * good for ever, and an account may have 100,000 of them (生成带参数的二维码). That the same scene gives
     * the same code again is hearsay.
     */
    String code(String scene) throws WechatRefused, WechatUnreachable {
        var body = WechatHttp.JSON.createObjectNode().put("action_name", "QR_LIMIT_STR_SCENE");
        body.putObject("action_info").putObject("scene").put("scene_str", scene);
        var address = post("/cgi-bin/qrcode/create", body).path("url").asString("");
        if (address.isEmpty()) {
            throw new WechatUnreachable("an answer without a code", true, null);
        }
        return address;
    }

    private JsonNode post(String path, JsonNode body) throws WechatRefused, WechatUnreachable {
        return called(token ->
                http.post(URI.create(settings.api() + path + "?access_token=" + token), body));
    }

    /**
     * Reads what a person sent.
     *
     * @param most the most bytes that are taken; a longer file has one more
     */
    byte[] media(String mediaId, int most) throws WechatRefused, WechatUnreachable {
        return called(token ->
                http.file(
                        URI.create(
                                settings.api()
                                        + "/cgi-bin/media/get?access_token="
                                        + token
                                        + "&media_id="
                                        + encoded(mediaId)),
                        most));
    }

    /**
     * Uploads a picture (新增临时素材): at most 10 MB, kept for three days.
     *
     * @return the id by which WeChat knows it
     */
    String upload(byte[] jpeg) throws WechatRefused, WechatUnreachable {
        var answer =
                called(token ->
                        http.upload(
                                URI.create(
                                        settings.api()
                                                + "/cgi-bin/media/upload?access_token="
                                                + token
                                                + "&type=image"),
                                jpeg));
        var mediaId = answer.path("media_id").asString("");
        if (mediaId.isEmpty()) {
            throw new WechatUnreachable("an answer without a picture", true, null);
        }
        return mediaId;
    }

    /** Who gave this code to our page (scope snsapi_base): an openid. */
    String person(String code) throws WechatRefused, WechatUnreachable {
        var answer =
                http.get(
                        URI.create(
                                settings.api()
                                        + "/sns/oauth2/access_token?appid="
                                        + encoded(settings.requiredAppId())
                                        + "&secret="
                                        + encoded(settings.requiredSecret())
                                        + "&code="
                                        + encoded(code)
                                        + "&grant_type=authorization_code"));
        var openid = answer.path("openid").asString("");
        if (openid.isEmpty()) {
            throw new WechatUnreachable("an answer without a person", true, null);
        }
        return openid;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
