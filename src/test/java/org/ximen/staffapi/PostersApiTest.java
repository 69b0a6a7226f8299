package org.ximen.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.staff.Role;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class PostersApiTest {
    @TempDir Path home;

    @Test
    void aPosterCanBePrintedAndItsCodeReadByAPhone() throws Exception {
        var clock = new SettableClock("2026-11-23T02:00:00Z");
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        office.hire(Role.EDITOR, home, clock.instant());
        try (var server = new StaffServer(office, clock)) {
            var made =
                    server.call(
                            "POST",
                            "editor",
                            "/api/staff/posters",
                            "{\"kind\":\"SHOP\",\"area\":\"文庙\",\"place\":\"文庙路215号 王记面馆\"}");
            assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
            var link = made.json().path("link").asString();
            var key = made.json().path("key").asString();
            assertThat(link).isEqualTo("https://t.me/ximen_test_bot?start=" + key);
            var png =
                    server.call(
                            "GET", "editor", "/api/staff/posters/" + key + ".png?size=300", null);
            assertThat(png.header("Content-Type")).isEqualTo("image/png");
            var image = ImageIO.read(new ByteArrayInputStream(png.whole().body()));
            assertThat(image.getWidth()).isEqualTo(300);
            assertThat(read(image)).isEqualTo(link);
            var wechat =
                    server.call(
                            "GET",
                            "editor",
                            "/api/staff/posters/" + key + ".png?messenger=WECHAT",
                            null);
            assertThat(read(ImageIO.read(new ByteArrayInputStream(wechat.whole().body()))))
                    .isEqualTo("http://weixin.qq.com/q/" + key);
            var svg = server.call("GET", "editor", "/api/staff/posters/" + key + ".svg", null);
            assertThat(new String(svg.whole().body(), StandardCharsets.UTF_8))
                    .startsWith("<svg ")
                    .doesNotContain("script");
            assertThat(server.call("GET", "editor", "/api/staff/posters", null).json()).hasSize(1);
        }
    }

    private static String read(BufferedImage image) throws NotFoundException {
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var source = new RGBLuminanceSource(width, height, pixels);
        // The picture is the bare code; zxing's search in photographs misses 1 of 300 of these.
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
