package io.leadstatus.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.leadstatus.api.RequestException;
import io.leadstatus.search.SearchException;

/**
 * What was searched for, as it was written, and what is wrong with it.
 *
 * @param page from 1
 * @param sort empty for the order that the query asks for
 * @param mistake where the query is wrong; null if it is not, or if it is something else
 */
record SearchForm(String query, int page, String sort, String timezone, List<String> errors, Mistake mistake) {
    private static final int LAST_PAGE = 10_000_000;

    /** The query in three parts, of which the middle one is where the mistake is. */
    record Mistake(String before, String at, String after) {

        static Mistake in(String query, int position) {
            int characters = query.codePointCount(0, query.length());
            int start = query.offsetByCodePoints(0, Math.min(position, characters));
            int end = query.offsetByCodePoints(start, start < query.length() ? 1 : 0);
            return new Mistake(query.substring(0, start), query.substring(start, end), query.substring(end));
        }
    }

    SearchForm(String query, SearchPageParameters parameters) {
        this(
                query,
                pageOf(parameters.page),
                Objects.requireNonNullElse(parameters.sort, ""),
                Objects.requireNonNullElse(parameters.timezone, ""),
                List.of(),
                null);
    }

    SearchForm refused(SearchException reason) {
        return new SearchForm(
                query, page, sort, timezone, List.of(reason.getMessage()), Mistake.in(query, reason.position()));
    }

    SearchForm refused(RequestException reason) {
        List<String> all = reason.fieldErrors().isEmpty()
                ? reason.errors()
                : List.copyOf(reason.fieldErrors().values());
        return new SearchForm(query, page, sort, timezone, all, null);
    }

    /** The address of another page of the same leads. */
    String url(int otherPage) {
        return address(sort).with("page", otherPage == 1 ? null : otherPage).toString();
    }

    /** The address of the same leads in the order of a column; the other way round if they are in it already. */
    public String sortUrl(String column) {
        return address(sort.equals(column) ? "-" + column : column).toString();
    }

    /** Of a column, as ARIA names it. */
    public String ariaSort(String column) {
        return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : "none";
    }

    private Address address(String order) {
        return Address.of(query.isEmpty() ? SearchPage.PATH + "/" : SearchPage.PATH + "/" + encoded() + "/")
                .with("sort", order)
                .with("timezone", timezone);
    }

    private String encoded() {
        return URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static int pageOf(String parameter) {
        try {
            return parameter == null ? 1 : Math.min(LAST_PAGE, Math.max(1, Integer.parseInt(parameter)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
