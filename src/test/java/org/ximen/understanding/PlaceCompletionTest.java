package org.ximen.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ximen.district.Place;
import org.ximen.district.Point;
import org.ximen.district.SampleDistrict;

class PlaceCompletionTest {
    private final PlaceCompletion completion = new PlaceCompletion(SampleDistrict.open());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "文庙路|12号门口|文庙路12号门口|true",
                "文庙路|2楼|文庙路2楼|false",
                "文庙路|文庙路12号|文庙路12号|true",
                "文庙路12弄|3号|文庙路12弄3号|true",
                "文庙路12弄3号|二楼|文庙路12弄3号二楼|true",
                "文庙路12号门口|垃圾房旁边|文庙路12号门口垃圾房旁边|true",
                "文庙路|好的谢谢|文庙路|false",
                "文庙路|没人在乎我|文庙路|false",
                "文庙路12号|联系我打13800001111|文庙路12号|false",
                "文庙路|梦花街|文庙路|false",
                "文庙路|学前街口|文庙路学前街口|true",
                "文庙路55号|57号|文庙路55号|true",
                "我家楼下|文庙路12号|文庙路12号楼下|true",
                "12号门口|文庙路|文庙路12号门口|true",
                "文庙居委会|学前街12弄|学前街12弄|true",
                "没人在乎我|文庙路215号楼顶|文庙路215号楼顶|true",
            })
    void whatIsSaidLaterCompletes(String known, String said, String whole, boolean precise) {
        var place = completed(known, said, false);
        assertThat(place.text()).isEqualTo(whole);
        assertThat(place.precise()).isEqualTo(precise);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "文庙路55号|57号|文庙路57号",
                "文庙路55号门口|地址也错了 57号|文庙路57号门口",
                "梦花街|不对 是文庙路梦花街口|文庙路梦花街口",
                "文庙路|梦花街8号|梦花街8号",
                "龙门邨3号|5号楼|龙门邨5号楼",
                "文庙路12号|我说错了|文庙路12号",
                "文庙路靠近西藏南路|弄错了，不是靠近西藏南路，是靠近中华路那头|文庙路靠近中华路",
                "学前街河南南路口|不是河南南路，是中华路|学前街中华路口",
                "文庙路中华路口|不是中华路，是西藏南路|文庙路西藏南路口",
                "尚文路|不是靠近河南南路，是靠近中华路那头|尚文路中华路那头",
            })
    void onlyACorrectionReplaces(String known, String said, String whole) {
        assertThat(completed(known, said, true).text()).isEqualTo(whole);
    }

    @Test
    void aPointKeepsTheWordsAndWordsKeepThePoint() {
        var point = new Point(31.215, 121.485);
        var placed = completion.at(new Place("楼道里", null, null, false), point);
        assertThat(placed.text()).isEqualTo("楼道里");
        assertThat(placed.precise()).isTrue();
        assertThat(Objects.requireNonNull(placed.area()).name()).isEqualTo("文庙居委会");
        var more = complete(placed, "文庙路12号", false);
        assertThat(Objects.requireNonNull(more).point()).isEqualTo(point);
        assertThat(completion.at(null, point).point()).isEqualTo(point);
    }

    @Test
    void wordsThatAreNoPlaceMakeNone() {
        assertThat(complete(null, "一楼不肯", false)).isNull();
        assertThat(Objects.requireNonNull(complete(null, "文庙路3号", false)).precise()).isTrue();
    }

    private Place completed(String known, String said, boolean corrects) {
        var before = new Place(known, null, null, false);
        return Objects.requireNonNull(complete(before, said, corrects));
    }

    private @Nullable Place complete(@Nullable Place known, String said, boolean corrects) {
        return completion.complete(known, said, corrects);
    }
}
