package io.leadstatus.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTagTest {
    private static final byte[] ANSWER = "{}".getBytes(StandardCharsets.UTF_8);
    /** printf '{}' | sha256sum, the first 16 bytes in base64url. */
    private static final String HASH = "RBNvo1WzZ4oRRq0W9-hkng";

    private static final String VERSION = Version.of("a", 1, null).hash();

    @Test
    void aTagIsTheHashOfTheAnswerAndTheVersionOfItsSource() {
        assertThat(AnswerTag.of(ANSWER, null).header()).isEqualTo("\"" + HASH + "\"");
        assertThat(AnswerTag.of(ANSWER, VERSION).header()).isEqualTo("\"" + HASH + "." + VERSION + "\"");
    }

    @Test
    void headersAreReadInEveryFormThatTheyArriveIn() {
        AnswerTag one = AnswerTag.of(ANSWER, null);
        AnswerTag other = AnswerTag.of("other".getBytes(StandardCharsets.UTF_8), VERSION);

        assertThat(AnswerTag.parse(List.of(one.header()))).containsExactly(one);
        assertThat(AnswerTag.parse(List.of("W/" + one.header()))).containsExactly(one);
        assertThat(AnswerTag.parse(List.of(one.header() + ", " + other.header())))
                .containsExactly(one, other);
        assertThat(AnswerTag.parse(List.of(one.header(), " W/" + other.header())))
                .containsExactly(one, other);
        assertThat(AnswerTag.parse(List.of("\"foreign, tag\",\t" + other.header())))
                .containsExactly(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "\"\"",
                HASH,
                "\"" + HASH,
                "w/\"" + HASH + "\"",
                "\"" + HASH + ".\"",
                "\"" + HASH + "x\""
            })
    void whatIsNoTagOfOursIsNone(String header) {
        assertThat(AnswerTag.parse(List.of(header))).isEmpty();
    }

    @Test
    void versionsDifferWhenAnyPartDoes() {
        assertThat(Version.of("a", 1, null)).isEqualTo(Version.of("a", 1, null));
        assertThat(List.of(
                        Version.of("a", 1),
                        Version.of("a", 2),
                        Version.of("b", 1),
                        Version.of("a1"),
                        Version.of("a", 1, null)))
                .doesNotHaveDuplicates();
    }
}
