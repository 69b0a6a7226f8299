package org.ximen.played;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person with WeChat who follows the account, or does not any more. */
public final class Follower {
    private final PlayedWechat wechat;
    private final String openid;
    private final List<Heard> inbox = new ArrayList<>();
    private boolean follows = true;
    private Instant openUntil = Instant.MIN;
    private int left;

    Follower(PlayedWechat wechat, String openid) {
        this.wechat = wechat;
        this.openid = openid;
    }

    /** The person's id for this account. */
    public String openid() {
        return openid;
    }

    /** What came so far, oldest first. */
    public synchronized List<Heard> inbox() {
        return List.copyOf(inbox);
    }

    /** The newest message. */
    public synchronized Heard last() {
        if (inbox.isEmpty()) {
            throw new AssertionError("nothing was said to " + openid);
        }
        return inbox.getLast();
    }

    /** Writes. */
    public int say(String words) {
        open(wechat.limits().messages(), wechat.limits().window());
        return send("text", Map.of("Content", words));
    }

    /** Speaks; the words are what WeChat understood, null where the account has none. */
    public int speak(@Nullable String recognized) {
        open(wechat.limits().messages(), wechat.limits().window());
        return send(
                "voice",
                recognized == null
                        ? Map.of("MediaId", "v1", "Format", "amr")
                        : Map.of("MediaId", "v1", "Format", "amr", "Recognition", recognized));
    }

    /** Sends a picture. */
    public int photo(byte[] jpeg) {
        open(wechat.limits().messages(), wechat.limits().window());
        return send(
                "image",
                Map.of("PicUrl", "http://mmbiz.example/1", "MediaId", wechat.keepMedia(jpeg)));
    }

    /** Sends a place, as a Chinese map has it (GCJ-02). */
    public int place(double latitude, double longitude) {
        open(wechat.limits().messages(), wechat.limits().window());
        return send(
                "location",
                Map.of(
                        "Location_X",
                        Double.toString(latitude),
                        "Location_Y",
                        Double.toString(longitude),
                        "Scale",
                        "16",
                        "Label",
                        "上海市黄浦区"));
    }

    /** Sends a link. */
    public int link(String title, String url) {
        open(wechat.limits().messages(), wechat.limits().window());
        return send("link", Map.of("Title", title, "Description", "", "Url", url));
    }

    /** Sends any kind of message. */
    public int sendOther(String kind, Map<String, String> fields) {
        open(wechat.limits().messages(), wechat.limits().window());
        return send(kind, fields);
    }

    private int send(String kind, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("MsgId", Long.toString(wechat.nextMessage()));
        return wechat.bring(openid, kind, all);
    }

    /** Taps the newest line with this label; WeChat counts it as a tap on a menu. */
    public void tap(String label) {
        var line =
                inbox().reversed().stream()
                        .flatMap(heard -> heard.lines().stream())
                        .filter(each -> each.label().equals(label))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no line " + label));
        openByTap();
        send("text", Map.of("Content", line.words(), "bizmsgmenuid", line.id()));
    }

    /** Answers with the number of a line of the newest message that has any. */
    public void sayNumberOf(String label) {
        var newest =
                inbox().reversed().stream()
                        .filter(heard -> !heard.lines().isEmpty())
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no lines"));
        int at = newest.labels().indexOf(label);
        if (at < 0) {
            throw new AssertionError("no line " + label + " in " + newest);
        }
        say(Integer.toString(at + 1));
    }

    /** Taps the menu below the line for typing. */
    public void tapMenu(String key) {
        openByTap();
        event("CLICK", key);
    }

    /** Scans a code of ours while following. */
    public void scan(String scene) {
        openByTap();
        event("SCAN", scene);
    }

    /** Begins to follow, perhaps by a scanned code. */
    public void follow(@Nullable String scene) {
        follows = true;
        openByTap();
        event("subscribe", scene == null ? "" : "qrscene_" + scene);
    }

    /** Follows no more. */
    public void unfollow() {
        follows = false;
        event("unsubscribe", "");
    }

    /** Follows no more, and nobody hears of it. */
    public void unfollowSilently() {
        follows = false;
    }

    /** Any event. */
    public int event(String event, String key) {
        return wechat.bring(openid, "event", Map.of("Event", event, "EventKey", key));
    }

    private void openByTap() {
        open(wechat.limits().tapMessages(), wechat.limits().tapWindow());
    }

    private synchronized void open(int messages, Duration window) {
        var until = wechat.now().plus(window);
        if (left < messages || !wechat.now().isBefore(openUntil)) {
            left = messages;
        }
        openUntil = until.isAfter(openUntil) ? until : openUntil;
    }

    /** Takes a message, or says why not. */
    synchronized int take(Heard heard) {
        if (!follows) {
            return 43_004;
        }
        if (!wechat.now().isBefore(openUntil)) {
            return 45_015;
        }
        if (left <= 0) {
            return 45_047;
        }
        left--;
        inbox.add(heard);
        return 0;
    }

    /** Takes a template message, which needs no window. */
    synchronized int remind(Heard heard) {
        if (!follows) {
            return 43_004;
        }
        inbox.add(heard);
        return 0;
    }
}
