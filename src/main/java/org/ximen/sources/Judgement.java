package org.ximen.sources;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Instant;
import javax.net.ssl.SSLException;

/** What an answer, or none, means for the page. */
final class Judgement {
    private static final int OK = 200;

    private Judgement() {}

    /** Closes the answer unless it holds the page. */
    static Fetched of(Answer answer, Instant now) {
        if (answer.status() == OK) {
            return new Fetched.Page(answer);
        }
        try (answer) {
            return refused(answer, now);
        }
    }

    private static Fetched refused(Answer answer, Instant now) {
        int status = answer.status();
        var shown = "（" + status + "）";
        return switch (status) {
            case 304 -> new Fetched.Unchanged();
            case 404, 410 -> new Fetched.Gone("网站上已没有这一页" + shown);
            case 429 -> later(answer, now);
            case 503 ->
                    answer.header("Retry-After") == null
                            ? new Fetched.Failed("网站暂时打不开" + shown)
                            : later(answer, now);
            case 401, 403 -> new Fetched.Failed("网站不让看" + shown);
            default -> new Fetched.Failed("网站出错" + shown);
        };
    }

    private static Fetched later(Answer answer, Instant now) {
        return new Fetched.Later(RetryAfter.of(answer, now), "网站请我们晚点再来（" + answer.status() + "）");
    }

    static Fetched of(IOException e) {
        return switch (e) {
            case Network.Inside inside -> new Fetched.Refused(said(e));
            case Wire.TooLong page -> new Fetched.Refused(said(e));
            default -> new Fetched.Failed(said(e));
        };
    }

    /** What went wrong, for the editor. */
    static String said(IOException e) {
        return switch (e) {
            case Closed closed -> "读不到网站的 robots.txt（" + closed.getMessage() + "），这次不看";
            case Network.Inside inside -> "网址指向内部网络，没有打开";
            case Wire.TooLong page -> "内容太大，没有收";
            case InterruptedIOException slow -> "网站太慢，没有等到";
            case UnknownHostException unknown -> "找不到网站";
            case SSLException broken -> "网站的证书有问题，没有打开";
            default -> "网站连不上";
        };
    }

    /** The site's rules could not be read; the message says why. */
    static final class Closed extends IOException {
        private static final long serialVersionUID = 1;

        Closed(String why) {
            super(why);
        }
    }
}
