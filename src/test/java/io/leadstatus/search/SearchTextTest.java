package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A text is folded for searching alike by what writes the index of words and by what asks it. */
class SearchTextTest {

    @Test
    void javaAndSqlFoldEveryCharacterAlike() throws Exception {
        try (SearchDatabase database = new SearchDatabase()) {
            StringBuilder differing = new StringBuilder();
            for (int block = 1; block < 0x20000; block += 0x100) {
                String text = charactersFrom(block);
                String sql = database.one("select search_text(?)", text);
                String java = SearchText.of(Value.quoted(text)).whole();
                if (!sql.equals(java)) {
                    differing.append(String.format("%x ", block));
                }
            }
            assertThat(differing.toString())
                    .as("blocks of characters that differ")
                    .isEmpty();
        }
    }

    private static String charactersFrom(int block) {
        StringBuilder text = new StringBuilder();
        for (int character = block; character < block + 0x100; character++) {
            if (Character.isDefined(character) && (character < 0xD800 || character > 0xDFFF)) {
                text.append("a ").appendCodePoint(character).append("b ");
            }
        }
        return text.toString();
    }
}
