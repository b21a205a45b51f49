package io.leadstatus.conditional;

import java.util.Arrays;

/**
 * Identifies all that an answer is computed from: two answers with the same version are the same, byte for byte.
 *
 * @param hash of the parts
 */
public record Version(String hash) {

    /** @param parts everything that the answer depends on; null is a part too */
    public static Version of(Object... parts) {
        // Unambiguous as long as parts hold no line breaks, which numbers, ids and moments do not.
        return new Version(AnswerTag.hash(
                String.join("\n", Arrays.stream(parts).map(String::valueOf).toList())));
    }
}
