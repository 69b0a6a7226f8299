package org.ximen.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.testing.HeavyPicture;

class PictureTest {
    private static final long BUDGET = 200_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void readsWhatCamerasWrite(String format) throws IOException {
        var picture = Picture.of(Pictures.redBlue(format, 300, 200), BUDGET);
        assertThat(picture.width()).isEqualTo(300);
        assertThat(picture.height()).isEqualTo(200);
        assertThat(Kind.of(picture.jpeg())).isEqualTo(Kind.JPEG);
    }

    @Test
    void readsWebp() {
        // one pixel, lossy
        var webp =
                Base64.getDecoder()
                        .decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
        assertThat(Picture.of(webp, BUDGET).width()).isEqualTo(1);
    }

    @Test
    void makesLargePicturesSmaller() throws IOException {
        var picture = Picture.of(Pictures.redBlue("jpeg", 4000, 1000), BUDGET);
        assertThat(picture.width()).isEqualTo(2048);
        assertThat(picture.height()).isEqualTo(512);
    }

    @Test
    void leavesNoMetadata() throws IOException {
        var plain = Pictures.redBlue("jpeg", 60, 40);
        var marked = Pictures.withComment(Pictures.withExif(plain, 1), "<script>alert(1)</script>");
        assertThat(text(marked)).contains(Pictures.GPS_MARK, "<script>");
        assertThat(text(Picture.of(marked, BUDGET).jpeg()))
                .doesNotContain("GPS", "Exif", "script", "121.4812");
    }

    // What a camera held upright writes: the stored picture is turned, the tag says how.
    @ParameterizedTest
    @CsvSource({
        "1, wide, left", "2, wide, right", "3, wide, right", "4, wide, left",
        "5, tall, top", "6, tall, top", "7, tall, bottom", "8, tall, bottom"
    })
    void standsUpright(int orientation, String shape, String red) throws IOException {
        var turned = Pictures.withExif(Pictures.redBlue("jpeg", 64, 32), orientation);
        var picture = Pictures.read(Picture.of(turned, BUDGET).jpeg());
        boolean tall = picture.getHeight() > picture.getWidth();
        assertThat(tall ? "tall" : "wide").isEqualTo(shape);
        boolean redFirst = (picture.getRGB(4, 4) >> 16 & 0xFF) > 128;
        assertThat(redFirst).isEqualTo(red.equals("left") || red.equals("top"));
    }

    @Test
    void refusesAHeaderThatPromisesTooManyPixels() {
        assertThatThrownBy(() -> Picture.of(Pictures.pngBomb(30_000, 30_000), BUDGET))
                .hasMessageContaining("像素");
        assertThatThrownBy(() -> Picture.of(Pictures.pngBomb(Integer.MAX_VALUE, 2), BUDGET))
                .isInstanceOf(PhotoRefused.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 0.6, 0.9})
    void refusesPicturesThatEndTooEarly(double share) throws IOException {
        for (var format : new String[] {"jpeg", "png"}) {
            var whole = noise(format);
            var half = Arrays.copyOf(whole, (int) (whole.length * share));
            assertThatThrownBy(() -> Picture.of(half, BUDGET))
                    .as("%s cut to %s", format, share)
                    .isInstanceOf(PhotoRefused.class)
                    .hasMessageContaining("不完整或已损坏");
        }
    }

    @Test
    void refusesTextAndOtherKindsOfFiles() {
        var polyglot = "GIF89a/*\0\0\0\0*/=1;alert(1)//";
        for (var file : new String[] {polyglot, "hello.jpg", "", "%PDF-1.7", "<svg/>", "BM"}) {
            assertThatThrownBy(() -> Picture.of(file.getBytes(StandardCharsets.ISO_8859_1), BUDGET))
                    .hasMessageContaining("不是能识别的照片");
        }
    }

    @Test
    void saysHowToSendAnHeicPicture() {
        var heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Picture.of(heic, BUDGET))
                .hasMessageContaining("HEIC")
                .hasMessageContaining("JPEG");
    }

    @Test
    void leavesOutPixelsWhereAllOfThemWouldTakeTooMuchMemory() throws IOException {
        var deep = HeavyPicture.deep(3000, 1500);
        assertThat(Picture.of(deep, BUDGET).width()).isEqualTo(2048);
        var little = Picture.of(deep, 10_000_000);
        assertThat(little.width()).isBetween(500, 1500);
        assertThat(little.height()).isEqualTo(little.width() / 2);
    }

    @Test
    void refusesARowThatIsTooLong() throws IOException {
        assertThatThrownBy(() -> Picture.of(HeavyPicture.deep(30_001, 1), BUDGET))
                .hasMessageContaining("像素");
    }

    @Test
    void refusesAJpegThatGoesOverItsPixelsAgainAndAgain() throws IOException {
        var jpeg = Pictures.redBlue("jpeg", 40, 30);
        var scans = Arrays.copyOf(jpeg, jpeg.length + 500);
        for (int i = jpeg.length; i < scans.length; i += 2) {
            scans[i] = (byte) 0xFF;
            scans[i + 1] = (byte) 0xDA;
        }
        assertThatThrownBy(() -> Picture.of(scans, BUDGET)).isInstanceOf(PhotoRefused.class);
    }

    @Test
    void readsAJpegInTheColoursOfPrint() throws IOException {
        var picture = Pictures.read(Picture.of(Pictures.cmyk(60, 40), BUDGET).jpeg());
        assertThat(picture.getWidth()).isEqualTo(60);
        int red = picture.getRGB(30, 20) >> 16 & 0xFF;
        int blue = picture.getRGB(30, 20) & 0xFF;
        assertThat(red).isGreaterThan(blue + 100);
    }

    @Test
    void refusesAnimations() throws IOException {
        var png = Pictures.animatedPng(Pictures.redBlue("png", 20, 10));
        assertThatThrownBy(() -> Picture.of(png, BUDGET)).hasMessageContaining("动图");
        var webp =
                "RIFF\u0020\0\0\0WEBPVP8X\n\0\0\0\u0002\0\0\0\0\0\0\0\0\0ANIM\6\0\0\0\0\0\0\0\0\0"
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Picture.of(webp, BUDGET)).hasMessageContaining("动图");
    }

    @Test
    void answersEveryBrokenFileWithARefusalOrAPicture() throws IOException {
        var random = new Random(7);
        for (var format : new String[] {"jpeg", "png"}) {
            var whole = Pictures.withExif(Pictures.redBlue("jpeg", 40, 30), 6);
            var start = format.equals("jpeg") ? whole : noise("png");
            for (int i = 0; i < 300; i++) {
                var broken = start.clone();
                for (int hits = 0; hits < 3; hits++) {
                    broken[random.nextInt(Math.min(400, broken.length))] = (byte) random.nextInt();
                }
                try {
                    Picture.of(broken, BUDGET);
                } catch (PhotoRefused e) {
                    assertThat(e).hasMessageMatching("\\p{IsHan}.+");
                }
            }
        }
    }

    private static byte[] noise(String format) throws IOException {
        var picture = new java.awt.image.BufferedImage(200, 150, 1);
        var random = new Random(1);
        for (int x = 0; x < 200; x++) {
            for (int y = 0; y < 150; y++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        var bytes = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
