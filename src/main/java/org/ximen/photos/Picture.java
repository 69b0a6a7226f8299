package org.ximen.photos;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.jspecify.annotations.Nullable;

/**
 * A picture from outside made safe: decoded, upright, not too large, encoded anew as JPEG.
 *
 * @param takenAt when the camera says it was taken
 */
record Picture(byte[] jpeg, int width, int height, @Nullable Instant takenAt) {
    private static final int LONGEST_SIDE = 2048;
    private static final float QUALITY = 0.85f;

    /**
     * Reads and re-encodes; whatever cannot be read to its end is refused.
     *
     * @param budget bytes of memory that it may take besides the file
     */
    static Picture of(byte[] file, long budget) {
        var kind = Kind.of(file);
        if (Chunks.animated(kind, file)) {
            throw PhotoRefused.animated();
        }
        if (Chunks.scans(kind, file) > Chunks.MOST_SCANS) {
            throw PhotoRefused.broken();
        }
        try {
            var exif = Chunks.exif(kind, file);
            var small = shrunk(Turn.upright(decode(kind, file, budget), exif));
            var takenAt = CameraTime.of(exif).orElse(null);
            return new Picture(encode(small), small.getWidth(), small.getHeight(), takenAt);
        } catch (IOException e) {
            throw PhotoRefused.broken();
        }
    }

    /** The same for the same picture, whatever stood beside it in its file. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jpeg));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BufferedImage decode(Kind kind, byte[] file, long budget) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(kind.reader()).next();
        var cut = new AtomicBoolean();
        // The reader goes on with grey where data is missing, and only warns.
        reader.addIIOReadWarningListener(
                (from, warning) -> cut.compareAndSet(false, isPremature(warning)));
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, false, true);
            var how = Raster.of(kind, reader).within(budget, reader.getDefaultReadParam());
            if (Chunks.cut(kind, file)) {
                throw PhotoRefused.broken();
            }
            var picture = reader.read(0, how);
            if (cut.get()) {
                throw PhotoRefused.broken();
            }
            return onWhite(picture);
        } catch (PhotoRefused e) {
            throw e;
        } catch (RuntimeException e) {
            // Readers answer hostile files with any exception.
            throw PhotoRefused.broken();
        } finally {
            reader.dispose();
        }
    }

    private static boolean isPremature(String warning) {
        return warning.toLowerCase(Locale.ROOT).contains("premature");
    }

    /** Plain RGB; JPEG knows no transparency. */
    private static BufferedImage onWhite(BufferedImage picture) {
        var plain =
                new BufferedImage(
                        picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = plain.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return plain;
    }

    private static BufferedImage shrunk(BufferedImage picture) throws IOException {
        if (Math.max(picture.getWidth(), picture.getHeight()) <= LONGEST_SIDE) {
            return picture;
        }
        return Thumbnails.of(picture).size(LONGEST_SIDE, LONGEST_SIDE).asBufferedImage();
    }

    private static byte[] encode(BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
