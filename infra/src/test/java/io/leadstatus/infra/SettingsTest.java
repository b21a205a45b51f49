package io.leadstatus.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            memory        | 511       | "511" is no number from 512 to 1769                             | 1024
            memory        | 1770      | "1770" is no number from 512 to 1769                            | 1024
            memory        | 1 GB      | "1 GB" is no number from 512 to 1769                            | 1024
            architecture  | arm       | "arm" is none of arm64, x86_64                                  | arm64
            trafficShift  | slowly    | "slowly" is none of canary-5-minutes, canary-15-minutes, linear-10-minutes, all-at-once | canary-5-minutes
            name          | Lead      | "Lead" does not look like one                                   | leadstatus
            alarmEmail    | nobody    | "nobody" does not look like one                                 | oncall@example.com
            maxCapacity   | 1.3       | "1.3" is no number from 1.0 to 256.0 in steps of 0.5            | 4.0
            minCapacity   | 0         | "0" is no number from 0.5 to 256.0 in steps of 0.5              | 0.5
            minCapacity   | 8         | 8.0 is more than maxCapacity, 4.0                               | 0.5
            functionZip   | no.zip    | no.zip is not there; build it with ./mvnw package -Dnative      | ../target/function.zip
            concurrency   | 741       | 741 × poolSize 1 are 741 connections, but the database has 740 to give | 740
            poolSize      | 0         | "0" is no number from 1 to 16                                   | 1
            readers       | 16        | "16" is no number from 0 to 15                                  | 0
            burst         | -1        | "-1" is no number from 1 to 5000                                | 200
            """)
    void aWrongSettingIsRefusedWithItsNameWhatIsWrongAndAnExample(
            String name, String value, String problem, String example) {
        assertThatThrownBy(() -> settings(Map.of(name, value)))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(name + ": " + problem + "; accepted is, for example, -c " + name + "=" + example);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> settings(Map.of("memory", "128", "burst", "many")))
                .message()
                .hasLineCount(2)
                .contains("memory: ", "burst: ");
    }

    @Test
    void theExamplesOfRefusalsAreAccepted() throws IOException {
        Map<String, String> examples = new HashMap<>(ExistingDatabaseTest.SETTINGS);
        examples.putAll(Map.of("memory", "1024", "architecture", "arm64", "alarmEmail", "oncall@example.com"));

        assertThat(settings(examples).existingDatabase()).isPresent();
    }

    @Test
    void anExistingDatabaseHasReadersOfItsOwn() {
        Map<String, String> settings = new HashMap<>(ExistingDatabaseTest.SETTINGS);
        settings.put("readers", "1");

        assertThatThrownBy(() -> settings(settings)).hasMessageContaining("readers: is for a database that is made");
    }

    @Test
    void ofAnExistingDatabaseEverythingIsNeeded() {
        assertThatThrownBy(() -> settings(Map.of("existingDatabase", "cluster/crm")))
                .message()
                .contains(
                        "databaseResourceId: is missing",
                        "databaseHost: is missing",
                        "databaseSecurityGroup: is missing",
                        "databaseSecret: is missing",
                        "vpc: is missing",
                        "availabilityZones: is missing",
                        "functionSubnets: is missing",
                        "migrationSubnets: is missing");
    }

    /** The figures of Aurora's documentation, and the next lower one between them. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 189",
        "1, 3.5, 189",
        "1, 4, 823",
        "1, 8, 1669",
        "1, 16, 3360",
        "1, 32, 5000",
        "1, 256, 5000",
        "0.5, 8, 1669",
        "0.5, 16, 2000",
        "0.5, 64, 2000"
    })
    void anAuroraAllowsConnectionsByItsCapacity(double least, double most, int connections) {
        assertThat(new DatabaseCapacity(least, most).maxConnections()).isEqualTo(connections);
    }

    private static Settings settings(Map<String, String> given) throws IOException {
        return Settings.of(SynthesizedApp.withPackage(given)::get);
    }
}
