package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "a",
                "in",
                "acme*",
                "-created,name",
                "a,b,c",
                "2014-01-01T08:00:00Z",
                "https://x.example/?a=b",
                "1/4",
                "O'Brien",
                "a<b",
                "x/",
                "\\",
                "😀",
                "3 days ago",
                "1 WEEK ago"
            })
    void mayBeBare(String text) {
        assertThat(Value.word(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                " a",
                "a ",
                "and",
                "Or",
                "NOT",
                "(",
                "a)",
                "a\"",
                "\"a\"",
                ":a",
                "=a",
                "<",
                ">=a",
                ",a",
                "a,",
                "a,,b",
                "/",
                "//",
                "3 days",
                "3 days agony",
                "x days ago",
                "3 days ago ",
                "a\u0001",
                "a\u0000",
                "\ud800"
            })
    void hasToBeQuoted(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Value.word(text));
    }

    @Test
    void relativeDatesHaveSingleBlanks() {
        assertThat(Value.word("3 \t days\u00a0ago")).isEqualTo(Value.word("3 days ago"));
    }

    @Test
    void quotedTextMayBeAnythingThatADatabaseHolds() {
        assertThat(Value.quoted("").text()).isEmpty();
        assertThat(Value.quoted("\"\\\n😀\u0001").text()).isEqualTo("\"\\\n😀\u0001");
        assertThatIllegalArgumentException().isThrownBy(() -> Value.quoted("a\u0000"));
        assertThatIllegalArgumentException().isThrownBy(() -> Value.quoted("\ude00a"));
        assertThatIllegalArgumentException().isThrownBy(() -> Value.quoted("a\ud83d"));
    }
}
