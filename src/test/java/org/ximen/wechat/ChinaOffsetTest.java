package org.ximen.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChinaOffsetTest {
    /**
     * Pairs that implementations of the approximation agree on, in Shanghai, Shenzhen and Beijing.
     */
    @ParameterizedTest
    @CsvSource({
        "31.1774276, 121.5272106, 31.17530398364597, 121.531541859215",
        "22.543847, 113.912316, 22.540796131694766, 113.9171764808363",
        "39.911954, 116.377817, 39.91334545536069, 116.38404722455657"
    })
    void placesOfChineseMapsAreFoundOnEarth(
            double latitude, double longitude, double mapLatitude, double mapLongitude) {
        var map = ChinaOffset.toMap(latitude, longitude);
        assertThat(map.latitude()).isCloseTo(mapLatitude, within(1e-6));
        assertThat(map.longitude()).isCloseTo(mapLongitude, within(1e-6));
        var earth = ChinaOffset.toEarth(mapLatitude, mapLongitude);
        assertThat(earth.latitude()).isCloseTo(latitude, within(1e-5));
        assertThat(earth.longitude()).isCloseTo(longitude, within(1e-5));
    }
}
