package org.ximen.photos;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** How a picture has to be turned or mirrored to stand upright (EXIF 2.32, tag 0x0112). */
final class Turn {
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

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
        if (exif.length < 8) {
            return 1;
        }
        var tiff = ByteBuffer.wrap(exif);
        tiff.order(exif[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long first = Integer.toUnsignedLong(tiff.getInt(4));
        if (first + 2 > exif.length) {
            return 1;
        }
        int from = (int) first + 2;
        int entries = tiff.getShort((int) first) & 0xFFFF;
        for (int i = 0; i < entries && from + (i + 1) * ENTRY <= exif.length; i++) {
            int at = from + i * ENTRY;
            if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
                int value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
