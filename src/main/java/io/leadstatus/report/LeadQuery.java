package io.leadstatus.report;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.leadstatus.search.Expression;
import io.leadstatus.search.ExpressionPrinter;

/**
 * The query that finds the leads of a number, as a report hands it out: its text, and the path of the page that shows its
 * leads.
 *
 * @param condition what makes a lead count
 * @param filter null if the report is about all leads
 */
record LeadQuery(Expression condition, ReportFilter filter) {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
    private static final String HEX = "0123456789ABCDEF";

    String text() {
        String text = ExpressionPrinter.print(condition);
        return filter == null ? text : filter.before(text);
    }

    String leadsPageUrl() {
        return "/search/" + percentEncode(text()) + "/";
    }

    /** By figure, in alphabetical order. */
    static Map<String, String> texts(Map<String, LeadQuery> queries) {
        return mapValues(queries, LeadQuery::text);
    }

    /** By figure, in alphabetical order. */
    static Map<String, String> leadsPageUrls(Map<String, LeadQuery> queries) {
        return mapValues(queries, LeadQuery::leadsPageUrl);
    }

    private static Map<String, String> mapValues(Map<String, LeadQuery> queries, Function<LeadQuery, String> function) {
        Map<String, String> mapped = new TreeMap<>();
        queries.forEach((figure, query) -> mapped.put(figure, function.apply(query)));
        return mapped;
    }

    /** Every byte but the unreserved characters of RFC 3986, which neither URLEncoder nor URI does. */
    static String percentEncode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 2);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.charAt((octet >> 4) & 0xf)).append(HEX.charAt(octet & 0xf));
            }
        }
        return encoded.toString();
    }
}
