package io.leadstatus.page;

import java.time.Instant;
import java.util.List;

/**
 * A page of leads.
 *
 * @param total how many there are on all pages
 * @param previousUrl null on the first page
 * @param nextUrl null on the last page
 */
record FoundLeads(List<FoundLead> leads, long total, long first, String previousUrl, String nextUrl) {
    static final int PAGE_SIZE = 50;

    /**
     * A lead in a list.
     *
     * @param created as the API answers it, in UTC
     * @param lastChange null for a lead whose status never changed
     */
    record FoundLead(String id, String url, String name, String status, String created, Instant lastChange) {}

    public long last() {
        return first + leads.size() - 1;
    }
}
