package org.ximen.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.district.District;
import org.ximen.district.Point;
import org.ximen.district.SampleDistrict;

/** Places, phone numbers and points as slots of a message. */
class SlotsTest {
    private final District district = SampleDistrict.open();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "联系我打13800001111|13800001111",
                "电话138 0000 1111，晚上打|138 0000 1111",
                "１３８-0000-1111谢谢|１３８-0000-1111",
                "+86 13800001111|+86 13800001111",
            })
    void readsAMobileNumberAsItIsTold(String text, String words) {
        var phone = PhoneMention.in(text).orElseThrow();
        assertThat(phone.digits()).isEqualTo("13800001111");
        assertThat(text.substring(phone.from(), phone.to())).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"订单号138000011112", "身份证310101198001011234", "021-60001111", "12345"})
    void otherNumbersAreNoMobileNumbers(String text) {
        assertThat(PhoneMention.in(text)).isEmpty();
    }

    @Test
    void aPhoneNumberIsNeverPartOfAPlace() {
        var text = "文庙路13800001111，12号门口";
        var places = PlaceMention.in(text, district);
        assertThat(places.getFirst().text()).isEqualTo("文庙路");
        assertThat(PhoneMention.in(text)).isPresent();
        assertThat(PlaceMention.in("13800001111", district)).isEmpty();
    }

    @Test
    void aPlaceThatIsDeniedIsNone() {
        assertThat(PlaceMention.in("不是文庙路，是梦花街", district))
                .extracting(PlaceMention::text)
                .containsExactly("梦花街");
    }

    @Test
    void pointsThatCannotBeMeantAreToldApart() {
        assertThat(PointCheck.of(new Point(0, 0), district)).isEqualTo(PointCheck.NULL_ISLAND);
        assertThat(PointCheck.of(new Point(39.9, 116.4), district)).isEqualTo(PointCheck.FAR);
        assertThat(PointCheck.of(new Point(31.24, 121.46), district))
                .isEqualTo(PointCheck.OUTSIDE_STREET);
        assertThat(PointCheck.of(new Point(31.215, 121.485), district))
                .isEqualTo(PointCheck.INSIDE);
    }
}
