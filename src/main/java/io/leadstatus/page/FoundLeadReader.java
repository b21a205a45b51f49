package io.leadstatus.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.leadstatus.api.Page;
import io.leadstatus.lead.LeadTimeline;
import io.leadstatus.lead.ShownLead;
import io.leadstatus.page.FoundLeads.FoundLead;
import io.leadstatus.security.Organization;

/** Takes what pages show out of leads as the API answers them. */
@ApplicationScoped
class FoundLeadReader {
    private final LeadTimeline timeline;
    private final ObjectMapper json;

    FoundLeadReader(LeadTimeline timeline, ObjectMapper json) {
        this.timeline = timeline;
        this.json = json;
    }

    FoundLeads read(Page<ShownLead> page, SearchForm form, Organization organization) {
        List<JsonNode> leads = page.data().stream().map(this::parse).toList();
        Map<String, Instant> lastChanges = timeline.lastChanges(
                organization,
                leads.stream().map(lead -> lead.path("id").asText()).toList());
        return new FoundLeads(
                leads.stream()
                        .map(lead -> read(lead, lastChanges.get(lead.path("id").asText())))
                        .toList(),
                page.totalResults(),
                (form.page() - 1L) * FoundLeads.PAGE_SIZE + 1,
                form.page() == 1 ? null : form.url(form.page() - 1),
                page.hasMore() ? form.url(form.page() + 1) : null);
    }

    FoundLead read(ShownLead shown) {
        return read(parse(shown), null);
    }

    private static FoundLead read(JsonNode lead, Instant lastChange) {
        String id = lead.path("id").asText();
        String name = lead.path("display_name").asText();
        return new FoundLead(
                id,
                LeadPage.PATH + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/",
                name.isBlank() ? "Untitled" : name,
                lead.path("status_label").asText(),
                lead.path("date_created").asText(),
                lastChange);
    }

    private JsonNode parse(ShownLead lead) {
        try {
            return json.readTree(lead.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
