package org.ximen.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Sender;
import org.ximen.testing.TestDatabase;

class PhotosTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Sender ANN = new Sender("web", "ann-1234");
    private static final Sender BOB = new Sender("web", "bob-1234");

    @TempDir Path media;

    @ParameterizedTest
    @EnumSource
    void showsAPhotoToItsOwnerAndToStaffOnly(TestDatabase database) throws IOException {
        var photos = new Photos(media, database.open());
        var id = photos.accept(picture(), ANN, NOW).id();
        assertThat(photos.open(id, new Viewer.Owner(ANN))).isPresent();
        assertThat(photos.open(id, new Viewer.Staff("王处置"))).isPresent();
        assertThat(photos.open(id, new Viewer.Owner(BOB))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void storesUnderARandomNameAndNothingElse(TestDatabase database) throws IOException {
        var photos = new Photos(media, database.open());
        var photo = photos.accept(picture(), ANN, NOW);
        assertThat(photo.id()).matches("[0-9a-f]{32}");
        var file = media.resolve(photo.id().substring(0, 2)).resolve(photo.id() + ".jpg");
        assertThat(filesIn(media)).containsExactly(file);
        assertThat(Files.size(file)).isEqualTo(photo.size());
    }

    @ParameterizedTest
    @EnumSource
    void neverFollowsAPathFromOutside(TestDatabase database) throws IOException {
        var photos = new Photos(media.resolve("media"), database.open());
        Files.writeString(media.resolve("secret.jpg"), "secret");
        for (var id : List.of("../secret", "..%2fsecret", "/etc/passwd", "", "A".repeat(32))) {
            assertThat(photos.open(id, new Viewer.Staff("admin"))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesMoreThanTenMegabytes(TestDatabase database) {
        var photos = new Photos(media, database.open());
        var large = new ByteArrayInputStream(new byte[Photos.MOST_BYTES + 1]);
        assertThatThrownBy(() -> photos.accept(large, ANN, NOW)).hasMessageContaining("超过 10 MB");
    }

    @ParameterizedTest
    @EnumSource
    void tiesOnlyFreePhotosOfTheOwnerToACase(TestDatabase database) throws IOException {
        var photos = new Photos(media, database.open());
        var ann = photos.accept(picture(), ANN, NOW).id();
        var bob = photos.accept(picture(), BOB, NOW).id();
        photos.bind(List.of(ann, bob), ANN, "XM-20261123-0001");
        photos.bind(List.of(ann), ANN, "XM-20261123-0002");
        assertThat(photos.find(ann).orElseThrow().caseNumber()).isEqualTo("XM-20261123-0001");
        assertThat(photos.find(bob).orElseThrow().caseNumber()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void forgettingLeavesNeitherRowNorFile(TestDatabase database) throws IOException {
        var photos = new Photos(media, database.open());
        var kept = photos.accept(picture(), BOB, NOW).id();
        photos.accept(picture(), ANN, NOW);
        var ofCase = photos.accept(picture(), ANN, NOW).id();
        photos.bind(List.of(ofCase), ANN, "XM-20261123-0001");
        assertThat(photos.forget(ANN)).isEqualTo(2);
        assertThat(photos.of(ANN)).isEmpty();
        assertThat(filesIn(media)).singleElement().asString().contains(kept);
    }

    @ParameterizedTest
    @EnumSource
    void aPhotoThatCannotBeDeletedKeepsNoOther(TestDatabase database) throws IOException {
        var photos = new Photos(media, database.open());
        var first = photos.accept(picture(), ANN, NOW).id();
        var second = photos.accept(picture(), ANN, NOW.plusSeconds(1)).id();
        var file = media.resolve(first.substring(0, 2)).resolve(first + ".jpg");
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));
        assertThat(photos.sweep(NOW.plus(Duration.ofDays(8)))).isEqualTo(1);
        assertThat(photos.find(second)).isEmpty();
        assertThat(photos.find(first)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void sweepsPhotosNoCaseTookAndFilesNobodyKnows(TestDatabase database) throws IOException {
        var photos = new Photos(media, database.open());
        var now = Instant.now();
        photos.accept(picture(), ANN, now);
        var bound = photos.accept(picture(), ANN, now).id();
        photos.bind(List.of(bound), ANN, "XM-20261123-0001");
        var stranger = Files.createDirectories(media.resolve("ab")).resolve("abc.part");
        Files.writeString(stranger, "half a picture");
        assertThat(photos.sweep(now)).isZero();
        assertThat(photos.sweep(now.plus(Duration.ofDays(8)))).isEqualTo(2);
        assertThat(filesIn(media)).singleElement().asString().contains(bound);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedFileLeavesNoTrace(TestDatabase database) throws IOException {
        var photos = new Photos(media, database.open());
        var text = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> photos.accept(new ByteArrayInputStream(text), ANN, NOW))
                .isInstanceOf(PhotoRefused.class);
        assertThat(filesIn(media)).isEmpty();
        assertThat(photos.of(ANN)).isEmpty();
    }

    private static ByteArrayInputStream picture() throws IOException {
        return new ByteArrayInputStream(Pictures.redBlue("jpeg", 60, 40));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
