package org.ximen.wechat;

import org.ximen.chat.Location;

/** Where phones in China say that they are. */
public final class ChineseMap {
    private ChineseMap() {}

    /** A place as a Chinese map has it. */
    public static Location of(Location earth) {
        return ChinaOffset.toMap(earth.latitude(), earth.longitude());
    }
}
