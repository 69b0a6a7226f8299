package org.ximen.photos;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;

/** A picture from outside made safe: decoded, upright, not too large, encoded anew as JPEG. */
record Picture(byte[] jpeg, int width, int height) {
    private static final long MOST_PIXELS = 40_000_000;
    private static final int LONGEST_SIDE = 2048;
    private static final float QUALITY = 0.85f;
    // A picture of 40 megapixels takes 160 MB while it is decoded.
    private static final Semaphore AT_ONCE = new Semaphore(2, true);

    /** Reads and re-encodes; whatever cannot be read to its end is refused. */
    static Picture of(byte[] file) {
        var kind = Kind.of(file);
        if (Chunks.animated(kind, file)) {
            throw PhotoRefused.animated();
        }
        AT_ONCE.acquireUninterruptibly();
        try {
            var upright = Turn.upright(decode(kind, file), Chunks.exif(kind, file));
            var small = shrunk(upright);
            return new Picture(encode(small), small.getWidth(), small.getHeight());
        } catch (IOException e) {
            throw PhotoRefused.broken();
        } finally {
            AT_ONCE.release();
        }
    }

    private static BufferedImage decode(Kind kind, byte[] file) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(kind.reader()).next();
        var cut = new AtomicBoolean();
        // The reader goes on with grey where data is missing, and only warns.
        reader.addIIOReadWarningListener(
                (from, warning) -> cut.compareAndSet(false, isPremature(warning)));
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, false, true);
            checkPixels(reader);
            if (Chunks.cut(kind, file)) {
                throw PhotoRefused.broken();
            }
            var picture = reader.read(0);
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

    /** From the header, before anything is decoded. */
    private static void checkPixels(ImageReader reader) throws IOException {
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
            throw PhotoRefused.tooManyPixels();
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
