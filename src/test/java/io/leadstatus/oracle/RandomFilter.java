package io.leadstatus.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A filter as a caller writes it, and what it means by the letter of the contract.
 *
 * @param leads which leads of the history fulfil it, by id
 */
record RandomFilter(String text, Predicate<String> leads) {
    private static final int DEPTH = 3;

    static RandomFilter of(RandomOrganization organization, Random random) {
        return next(organization, random, random.nextInt(DEPTH));
    }

    private static RandomFilter next(RandomOrganization organization, Random random, int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(10);
        if (kind < 7) {
            RandomFilter one = next(organization, random, depth - 1);
            if (kind == 6) {
                return new RandomFilter("not (" + one.text + ")", one.leads.negate());
            }
            RandomFilter other = next(organization, random, depth - 1);
            return kind < 3
                    ? new RandomFilter("(" + one.text + ") or " + other.text, one.leads.or(other.leads))
                    : new RandomFilter(
                            "(" + one.text + ") " + List.of("", "and ", "AND ").get(kind - 3) + "(" + other.text + ")",
                            one.leads.and(other.leads));
        }
        return condition(organization.raw, organization.moments, random);
    }

    private static RandomFilter condition(RawHistory history, List<Instant> moments, Random random) {
        RawHistory.Status status = history.statuses.get(random.nextInt(history.statuses.size()));
        Instant moment = moments.get(random.nextInt(moments.size()));
        int seats = random.nextInt(4);
        return switch (random.nextInt(7)) {
            case 0 -> {
                String word = RandomOrganization.NAMES.get(random.nextInt(3)).split(" ")[0];
                Pattern startOfAWord = Pattern.compile("\\b" + word, Pattern.CASE_INSENSITIVE);
                yield new RandomFilter(
                        "name:" + word.toUpperCase(),
                        lead -> startOfAWord
                                .matcher(history.documents.get(lead).name())
                                .find());
            }
            case 1 ->
                new RandomFilter(
                        "custom.Tier in (\"gold\", silver)",
                        lead -> List.of("gold", "silver")
                                .contains(history.documents.get(lead).tier()));
            case 2 ->
                new RandomFilter(
                        "custom.Seats > " + seats,
                        lead -> history.documents.get(lead).seats() > seats);
            case 3 ->
                new RandomFilter(
                        "status_id:" + status.id(),
                        lead -> history.statusNow(lead).equals(status.id()));
            case 4 ->
                new RandomFilter(
                        "created < \"" + moment + "\"",
                        lead -> history.createdAt(lead).getEpochSecond() < moment.getEpochSecond());
            case 5 ->
                new RandomFilter(
                        "lead_status_change(new_status_id:\"" + status.id() + "\")",
                        lead -> history.leads.get(lead).stream()
                                .anyMatch(event ->
                                        event.from() != null && event.to().equals(status.id())));
            default -> new RandomFilter("*", lead -> true);
        };
    }
}
