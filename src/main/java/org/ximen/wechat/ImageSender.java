package org.ximen.wechat;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.chat.Outgoing;
import org.ximen.photos.Photos;
import org.ximen.photos.Viewer;

/**
 * Sends pictures, each a message of its own: uploaded once, then by the id that WeChat gave it. One
 * that WeChat does not take is given up, since the words have gone before it.
 */
final class ImageSender {
    private static final Logger LOG = LoggerFactory.getLogger(ImageSender.class);
    // WeChat keeps a picture for three days (新增临时素材).
    private static final Duration KNOWN = Duration.ofDays(3).minusHours(1);

    private final WechatApi api;
    private final Photos photos;
    private final InstantSource clock;

    ImageSender(WechatApi api, Photos photos, InstantSource clock) {
        this.api = api;
        this.photos = photos;
        this.clock = clock;
    }

    void send(Outgoing message) throws WechatRefused, WechatUnreachable {
        var id = String.valueOf(message.reply().picture());
        var known = photos.handle(id, WechatChannel.NAME, clock.instant());
        if (known.isEmpty()) {
            api.message(MessageJson.image(message, upload(id, message)));
            return;
        }
        try {
            api.message(MessageJson.image(message, known.get()));
        } catch (WechatRefused e) {
            if (e.meaning() != WechatRefused.Meaning.MEDIA) {
                throw e;
            }
            LOG.info("WeChat has picture {} no more", id);
            photos.dropHandle(id, WechatChannel.NAME);
            api.message(MessageJson.image(message, upload(id, message)));
        }
    }

    private String upload(String id, Outgoing message) throws WechatRefused, WechatUnreachable {
        var jpeg = photos.open(id, new Viewer.Owner(message.to())).orElse(null);
        if (jpeg == null) {
            throw noPicture("the picture is gone");
        }
        try {
            var mediaId = api.upload(jpeg);
            photos.keepHandle(id, WechatChannel.NAME, mediaId, clock.instant().plus(KNOWN));
            return mediaId;
        } catch (WechatUnreachable e) {
            // One upload that breaks off must not hold up what waits for others.
            if (e.mayHaveArrived()) {
                throw noPicture("no upload: " + e.getMessage());
            }
            throw e;
        } catch (WechatRefused e) {
            throw isOfTheAccount(e) ? e : noPicture("no upload: " + e.getMessage());
        }
    }

    private static boolean isOfTheAccount(WechatRefused e) {
        return e.meaning() == WechatRefused.Meaning.TOKEN
                || e.meaning() == WechatRefused.Meaning.ACCOUNT;
    }

    private static WechatRefused noPicture(String why) {
        return new WechatRefused(WechatRefused.NO_PICTURE, why);
    }
}
