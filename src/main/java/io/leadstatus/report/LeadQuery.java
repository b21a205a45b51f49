package io.leadstatus.report;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.leadstatus.search.Expression;
import io.leadstatus.search.ExpressionPrinter;

/** The two ways in which a report hands out a query: its text, and the path of the page that shows its leads. */
final class LeadQuery {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
    private static final String HEX = "0123456789ABCDEF";

    private LeadQuery() {}

    static String text(Expression query) {
        return ExpressionPrinter.print(query);
    }

    static String leadsPageUrl(Expression query) {
        return "/search/" + percentEncode(text(query)) + "/";
    }

    /** By figure, in alphabetical order. */
    static Map<String, String> texts(Map<String, Expression> queries) {
        return mapValues(queries, LeadQuery::text);
    }

    /** By figure, in alphabetical order. */
    static Map<String, String> leadsPageUrls(Map<String, Expression> queries) {
        return mapValues(queries, LeadQuery::leadsPageUrl);
    }

    private static Map<String, String> mapValues(
            Map<String, Expression> queries, Function<Expression, String> function) {
        Map<String, String> mapped = new TreeMap<>();
        queries.forEach((figure, query) -> mapped.put(figure, function.apply(query)));
        return mapped;
    }

    /** Every byte but the unreserved characters of RFC 3986, which neither URLEncoder nor URI does. */
    private static String percentEncode(String text) {
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
