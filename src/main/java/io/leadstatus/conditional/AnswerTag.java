package io.leadstatus.conditional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The entity tag of an answer: a hash of its bytes and, where it is known, the version of what they were computed from.
 * Equal contents are the same answer; equal versions too, without a look at the contents. Never holds a comma: the
 * function's gateway splits header values there.
 *
 * @param version null if it is not known
 */
record AnswerTag(String content, String version) {
    private static final Pattern OURS = Pattern.compile("(?:W/)?\"([\\w-]{22})(?:\\.([\\w-]{22}))?\"");
    /** 128 bits: no two answers will ever share a hash. */
    private static final int HASH_BYTES = 16;

    static AnswerTag of(byte[] answer, String version) {
        return new AnswerTag(hash(answer), version);
    }

    /** The tags of ours in the lines of an If-None-Match header; weakened ones too, as intermediaries make them. */
    static List<AnswerTag> parse(List<String> header) {
        return header.stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .map(AnswerTag::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<AnswerTag> parse(String tag) {
        Matcher matcher = OURS.matcher(tag);
        return matcher.matches() ? Optional.of(new AnswerTag(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** As headers hold it. */
    String header() {
        return version == null ? "\"" + content + "\"" : "\"" + content + "." + version + "\"";
    }

    static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
