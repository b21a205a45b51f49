package io.leadstatus.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a text is searched for, folded just as the SQL functions {@code search_fold} and {@code search_text} fold what
 * is found. Holds only letters, digits and blanks between them, so that no pattern needs escaping.
 *
 * @param isPhrase whether the last word is whole, not the start of one
 */
record SearchText(List<String> words, boolean isPhrase) {
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^0-9a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff"
            + "\\u2c00-\\u2dff\\u3040-\\ufaff\\x{10000}-\\x{10ffff}]+");
    private static final char LAST_WITH_CASE = 0x556;
    private static final String SPECIAL = "øłđħıς";
    private static final String PLAIN = "oldhiσ";

    /** Where {@code lead_search_words} cuts a word. */
    private static final int LONGEST_WORD = 500;

    SearchText {
        words = List.copyOf(words);
    }

    static SearchText of(Value value) {
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(fold(value.text())))
                .filter(word -> !word.isEmpty())
                .toList();
        return new SearchText(words, value.isQuoted());
    }

    /** Nothing to search for, as in {@code "&"}. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    /** For {@code search_text(…) like}. */
    String pattern() {
        return "% " + String.join(" ", words) + (isPhrase ? " %" : "%");
    }

    /** For {@code search_text(…) =}. */
    String whole() {
        return " " + String.join(" ", words) + " ";
    }

    /** For {@code lead.search_words @@}: every lead that {@link #pattern} finds, and perhaps more. */
    String wordQuery() {
        int last = words.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(index -> lexeme(words.get(index), index == last && !isPhrase))
                .collect(Collectors.joining(" & "));
    }

    /** Whether {@link #wordQuery} alone finds the same leads as {@link #pattern}. */
    boolean isOneWord() {
        return words.size() == 1 && words.get(0).length() < LONGEST_WORD;
    }

    /**
     * For {@code lead.search_words @@}: the short texts of a custom field that {@link #pattern} finds, and no others.
     *
     * @param field what is before such a text
     */
    String shortTextQuery(String field) {
        return lexeme(field + " " + String.join(" ", words), !isPhrase);
    }

    static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        StringBuilder folded = new StringBuilder(plain.length());
        plain.chars().forEach(character -> folded.append(fold((char) character)));
        return folded.toString();
    }

    private static char fold(char character) {
        if (character > LAST_WITH_CASE || character >= 0x80 && character < 0xC0) {
            return character;
        }
        char lower = Character.toLowerCase(character);
        int special = SPECIAL.indexOf(lower);
        return special < 0 ? lower : PLAIN.charAt(special);
    }

    /** One of {@code lead.search_words}, quoted for a {@code tsquery}. */
    static String lexeme(String word, boolean isStart) {
        boolean isCut = word.codePointCount(0, word.length()) >= LONGEST_WORD;
        String cut = isCut ? word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD)) : word;
        return "'" + cut.replace("\\", "\\\\").replace("'", "''") + "'" + (isStart || isCut ? ":*" : "");
    }
}
