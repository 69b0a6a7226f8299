package org.ximen.photos;

/** A picture is not taken; the message is a Chinese sentence that says what to send instead. */
public final class PhotoRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String english;

    /** Why. */
    public enum Reason {
        /** More bytes or more pixels than we take. */
        TOO_LARGE,
        /** Not a kind of picture that we can read. */
        WRONG_KIND,
        /** A picture that cannot be read to its end. */
        BROKEN,
        /** What is left of the disk is for messages. */
        NO_ROOM
    }

    PhotoRefused(Reason reason, String message, String english) {
        super(message);
        this.reason = reason;
        this.english = english;
    }

    /** Why, for an edge that has to choose a status. */
    public Reason reason() {
        return reason;
    }

    /** The message in English. */
    public String english() {
        return english;
    }

    static PhotoRefused tooManyBytes() {
        return new PhotoRefused(
                Reason.TOO_LARGE,
                "照片超过 10 MB，请压缩或换一张小一点的再发。",
                "The picture has more than 10 MB. Please send a smaller one.");
    }

    static PhotoRefused tooManyPixels() {
        return new PhotoRefused(
                Reason.TOO_LARGE,
                "照片尺寸太大（像素太多），请缩小后再发，或者截屏后发截图。",
                "The picture has too many pixels. Please send a smaller one, or a screenshot of it.");
    }

    static PhotoRefused noRoom() {
        return new PhotoRefused(
                Reason.NO_ROOM,
                "系统的存储空间快满了，暂时收不了照片，文字照常能收。",
                "Our disk is nearly full: I cannot take pictures for now, only words.");
    }

    static PhotoRefused heic() {
        return new PhotoRefused(
                Reason.WRONG_KIND,
                "这是 HEIC 格式的照片，读不了：请把照片截屏后发截图；或者在苹果手机“设置-相机-格式”里选“兼容性最佳”（别的手机关掉“高效图片”）后重拍，存成 JPEG 再发。",
                "I cannot read HEIC pictures. Please send a screenshot of it, or a JPEG.");
    }

    static PhotoRefused notAPicture() {
        return new PhotoRefused(
                Reason.WRONG_KIND,
                "这不是能识别的照片，请发 JPEG、PNG 或 WebP 格式的照片。",
                "I cannot read this as a picture. Please send a JPEG, PNG or WebP.");
    }

    static PhotoRefused animated() {
        return new PhotoRefused(
                Reason.WRONG_KIND,
                "动图收不了，请发一张静态的照片。",
                "I cannot take moving pictures. Please send a still one.");
    }

    static PhotoRefused broken() {
        return new PhotoRefused(
                Reason.BROKEN,
                "照片不完整或已损坏，请重新拍一张或重新发送。",
                "The picture is incomplete or damaged. Please take or send it again.");
    }
}
