package io.leadstatus.benchmark;

import java.util.List;
import java.util.random.RandomGenerator;

/** Made-up first words of company names: about 170,000, some frequent and most rare. */
final class CompanyNames {
    private static final List<String> STARTS = List.of(
            "Ac", "Bel", "Cor", "Dal", "El", "Fen", "Gar", "Hal", "In", "Jor", "Kel", "Lum", "Mon", "Nor", "Or", "Pel",
            "Quan", "Ros", "Sol", "Ter", "Ul", "Ven", "Wes", "Xan", "Yor", "Zen");
    private static final List<String> MIDDLES = List.of(
            "a", "an", "be", "co", "da", "di", "em", "fi", "go", "i", "ka", "la", "li", "me", "na", "no", "or", "pa",
            "ri", "ta");
    private static final List<String> ENDS = List.of(
            "bit", "con", "dex", "field", "gen", "ly", "mark", "nova", "plex", "ra", "sys", "tron", "via", "works");

    private CompanyNames() {}

    static String next(RandomGenerator random) {
        StringBuilder name = new StringBuilder(frequent(STARTS, random));
        for (int i = random.nextInt(3); i > 0; i--) {
            name.append(frequent(MIDDLES, random));
        }
        return name.append(frequent(ENDS, random)).toString();
    }

    /** The first ones more often. */
    private static String frequent(List<String> parts, RandomGenerator random) {
        double share = random.nextDouble();
        return parts.get((int) (parts.size() * share * share));
    }
}
