package org.ximen.wechat;

import org.jspecify.annotations.Nullable;
import org.ximen.chat.Location;
import org.ximen.chat.MissedPart;

/** What a callback is for us, before its picture is fetched. */
sealed interface WechatLetter {
    /**
     * A message of a person.
     *
     * @param choice the value of a tapped line
     * @param mediaId of a picture to be fetched
     */
    record Message(
            ReplyWindows.Cause cause,
            @Nullable String text,
            @Nullable String choice,
            @Nullable Location location,
            @Nullable String mediaId,
            @Nullable MissedPart missed)
            implements WechatLetter {
        static Message words(ReplyWindows.Cause cause, String text) {
            return new Message(cause, text, null, null, null, null);
        }

        static Message missed(String chinese, String english) {
            return new Message(
                    ReplyWindows.Cause.WORD,
                    null,
                    null,
                    null,
                    null,
                    new MissedPart(chinese, english));
        }
    }

    /** A person follows the account; the words are what the scanned code says. */
    record Followed(String words) implements WechatLetter {}

    /** A person does not follow it any more. */
    record Unfollowed() implements WechatLetter {}

    /** Nothing for us. */
    record Nothing() implements WechatLetter {}
}
