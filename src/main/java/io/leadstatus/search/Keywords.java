package io.leadstatus.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** What to say of a keyword that means nothing where it stands. */
final class Keywords {
    private static final int MOST_EDITS = 2;
    private static final int MOST_SUGGESTIONS = 3;
    /** Past this length nobody meant a keyword. */
    private static final int LONGEST = 40;

    /** Keywords of Close about what is not held here. */
    private static final Set<String> NOT_HELD = Set.of(
            "activities",
            "activity",
            "call",
            "called",
            "calls",
            "communication",
            "email_opened",
            "email_sent",
            "emails",
            "emailed",
            "first_call",
            "first_email",
            "form_submission",
            "last_activity",
            "last_call",
            "last_called",
            "last_communication",
            "last_email",
            "last_emailed",
            "last_incoming_email",
            "last_opened_email",
            "last_outgoing_email",
            "last_sms",
            "last_voicemail",
            "meeting",
            "meetings",
            "note",
            "notes",
            "notification",
            "notifications",
            "num_calls",
            "num_emails",
            "sequence",
            "sequence_subscription",
            "sequences",
            "sms",
            "sms_message",
            "sms_messages",
            "status_change",
            "user_id",
            "voicemail",
            "voicemails",
            "whatsapp_message");
    /** In parentheses these are activities, with a value they are a lead's properties. */
    private static final Set<String> NOT_HELD_AS_SUB_QUERY = Set.of("email");

    private Keywords() {}

    static boolean isNotHeld(String keyword) {
        return NOT_HELD.contains(keyword);
    }

    static String notHeld(String keyword) {
        return "\"" + keyword
                + "\" asks for what is not held here: calls, emails, texts, notes, meetings, sequences and "
                + "the history of opportunities are Close's alone.";
    }

    /** @param isSubQuery whether conditions in parentheses follow it, not a value */
    static String refusal(String anyKeyword, Scope scope, boolean isSubQuery) {
        String keyword = Comparison.shortened(anyKeyword);
        String written = keyword.toLowerCase(Locale.ROOT);
        if (written.equals(Directives.SORT) || written.equals(Directives.SLICE)) {
            return written + ": belongs to the whole query: not inside or, not, a sub-query or in (…).";
        }
        if (isSubQuery && scope.fields().find(keyword).isPresent() && !NOT_HELD_AS_SUB_QUERY.contains(written)) {
            return keyword + " takes a value, such as " + keyword + ":*, not conditions in parentheses.";
        }
        if (!isSubQuery && scope.subQueries().containsKey(written)) {
            return keyword + " takes conditions in parentheses.";
        }
        if (isNotHeld(written) || isSubQuery && NOT_HELD_AS_SUB_QUERY.contains(written)) {
            return notHeld(written);
        }
        List<String> near = near(written, scope.keywords());
        if (!near.isEmpty()) {
            return "Unknown keyword \"" + keyword + "\". Did you mean " + String.join(" or ", near) + "?";
        }
        return "Unknown keyword \"" + keyword + "\""
                + (scope == Scope.LEAD
                        ? ". Custom fields are written custom.NAME."
                        : " in " + scope.name() + ". It takes " + String.join(", ", scope.keywords()) + ".");
    }

    /** Those with the fewest edits, in alphabetical order. */
    private static List<String> near(String written, Set<String> keywords) {
        if (written.length() > LONGEST) {
            return List.of();
        }
        int most = Math.min(MOST_EDITS, written.length() / 2);
        return IntStream.rangeClosed(1, most)
                .mapToObj(wanted -> keywords.stream()
                        .filter(keyword -> edits(written, keyword) == wanted)
                        .limit(MOST_SUGGESTIONS)
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** How many letters to insert, remove, replace, or swap with the next one. */
    private static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], 1 + edits[i - 2][j - 2]);
                }
            }
        }
        return edits[from.length()][to.length()];
    }
}
