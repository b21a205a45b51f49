package io.leadstatus.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How a search names a status: by its label without regard to case, or by the label's slug. */
public final class StatusLabels {

    private StatusLabels() {}

    /** The label as Close's own smart views write it: {@code bad_fit} for "Bad Fit". */
    public static String slug(String label) {
        return fold(label).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    /** Whether a search for this text means the status with this label. */
    public static boolean isNamed(String label, String text) {
        String folded = fold(text);
        return fold(label).equals(folded) || slug(label).equals(folded);
    }

    /** Those of an organization's labels that, used in a search, would find another status too. */
    public static Set<String> ambiguous(Collection<String> labels) {
        Map<String, Integer> statusesByName = new HashMap<>();
        labels.forEach(label -> names(label).forEach(name -> statusesByName.merge(name, 1, Integer::sum)));
        Set<String> ambiguous = new HashSet<>();
        labels.stream().filter(label -> statusesByName.get(fold(label)) > 1).forEach(ambiguous::add);
        return ambiguous;
    }

    private static Stream<String> names(String label) {
        return Set.copyOf(List.of(fold(label), slug(label))).stream();
    }

    private static String fold(String label) {
        return label.toLowerCase(Locale.ROOT);
    }
}
