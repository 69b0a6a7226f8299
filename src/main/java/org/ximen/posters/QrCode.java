package org.ximen.posters;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A QR code that a phone still reads when a quarter of the poster is torn or faded.
 *
 * @param content what a phone reads, such as a link
 */
public record QrCode(String content) {
    private static final int SMALLEST = 64;
    private static final int LARGEST = 2048;
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.Q,
                    // ISO/IEC 18004: four modules of white around it.
                    EncodeHintType.MARGIN,
                    4);

    /** The code of a link. */
    public static QrCode of(String content) {
        return new QrCode(content);
    }

    /**
     * A picture.
     *
     * @param size of a side in pixels, clamped to 64 to 2048
     */
    public byte[] png(int size) {
        var dots = dots(Math.clamp(size, SMALLEST, LARGEST));
        var image =
                new BufferedImage(
                        dots.getWidth(), dots.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                image.setRGB(x, y, dots.get(x, y) ? 0x000000 : 0xFFFFFF);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A drawing, sharp at any size. */
    public byte[] svg() {
        var dots = dots(0);
        var path = new StringBuilder();
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                if (dots.get(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x, y));
                }
            }
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" \
        shape-rendering="crispEdges"><rect width="%1$d" height="%1$d" fill="#fff"/>\
        <path d="%2$s"/></svg>
        """
                .formatted(dots.getWidth(), path)
                .getBytes(StandardCharsets.UTF_8);
    }

    private BitMatrix dots(int size) {
        try {
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, size, size, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + content, e);
        }
    }
}
