package org.ximen.photos;

import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** How a picture has to be turned or mirrored to stand upright (EXIF 2.32, tag 0x0112). */
final class Turn {
    private static final int ORIENTATION = 0x0112;

    private Turn() {}

    /** The picture upright. */
    static BufferedImage upright(BufferedImage picture, byte[] exif) {
        int value = orientation(exif);
        return value == 1
                ? picture
                : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(value)).apply(picture);
    }

    /** 1 to 8; 1, upright, where nothing usable is said. */
    static int orientation(byte[] exif) {
        var tiff = new Tiff(exif);
        var list = tiff.first();
        var field = list.isEmpty() ? list : tiff.find(list.getAsInt(), ORIENTATION);
        int value = field.isEmpty() ? 1 : tiff.number(field.getAsInt());
        return value >= 1 && value <= 8 ? value : 1;
    }
}
