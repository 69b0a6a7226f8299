package org.ximen.photos;

import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * What a picture would take in memory, known from its header.
 *
 * @param pixel bytes of a pixel as it is decoded
 * @param whole bytes of a pixel that its reader needs even if most of the pixels are left out
 */
record Raster(long width, long height, long pixel, long whole) {
    private static final long MOST_PIXELS = 40_000_000;
    // A row is held whole, however few of its pixels are wanted.
    private static final long LONGEST_ROW = 30_000;
    // On white as plain RGB, and once more when it is turned.
    private static final long COPIES = 8;
    // The reader of WebP builds objects for every block of a picture.
    private static final long WEBP = 32;
    // More is not needed for a picture of 2048 pixels.
    private static final long ENOUGH = 4096;

    /** From the header, before anything is decoded. */
    static Raster of(Kind kind, ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_ROW) {
            throw PhotoRefused.tooManyPixels();
        }
        var color = reader.getImageTypes(0).next().getColorModel();
        return new Raster(
                width, height, 1 + color.getPixelSize() / 8, kind == Kind.WEBP ? WEBP : 0);
    }

    /** Leaves out as many rows and columns as it takes to stay within a budget in bytes. */
    ImageReadParam within(long budget, ImageReadParam how) {
        int step = (int) Math.max(1, Math.max(width, height) / ENOUGH);
        while (bytes(step) > budget) {
            if (width / step < 1 || height / step < 1 || bytes(Integer.MAX_VALUE) > budget) {
                throw PhotoRefused.tooManyPixels();
            }
            step++;
        }
        how.setSourceSubsampling(step, step, 0, 0);
        return how;
    }

    private long bytes(int step) {
        long left = (width / step + 1) * (height / step + 1);
        return width * height * whole + left * (pixel + COPIES);
    }
}
