package io.leadstatus.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadSettingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            baseUrl | localhost:8080 | "localhost:8080" is not the address of a service | http://localhost:8080
            rate    | 0              | "0" is not a number from 1 to 10000              | 20
            seconds | 1m             | "1m" is not a number from 1 to 86400             | 60
            p99     | 99999999999    | "99999999999" is not a number from 1 to 30000    | 1000
            """)
    void aWrongSettingIsRefusedWithItsNameWhatIsWrongAndAnExample(
            String name, String value, String problem, String example) {
        assertThatThrownBy(() -> settings(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + ": " + problem + "; accepted is, for example, -D" + name + "=" + example);
    }

    @Test
    void keysAreNeitherPrintedNorRepeatedInARefusal() {
        assertThat(settings("callers", "orga_acme:api_secret").toString())
                .contains("orga_acme")
                .doesNotContain("secret");
        assertThatThrownBy(() -> settings("callers", "acme:api_secret"))
                .message()
                .contains("callers: ")
                .doesNotContain("secret");
    }

    private static LoadSettings settings(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return LoadSettings.of(properties);
    }
}
