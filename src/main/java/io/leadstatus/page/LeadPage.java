package io.leadstatus.page;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestPath;

import io.leadstatus.api.FieldSelection;
import io.leadstatus.api.RequestException;
import io.leadstatus.lead.LeadRepository;
import io.leadstatus.lead.LeadTimeline;
import io.leadstatus.security.CallerOrganization;
import io.leadstatus.security.Organization;

/** {@code /lead/ID/}: what happened to the status of a lead. */
@Path(LeadPage.PATH)
@Blocking
@HtmlPage
@Produces(MediaType.TEXT_HTML)
public class LeadPage {
    static final String PATH = "/lead";

    private static final FieldSelection SHOWN =
            new FieldSelection(false, Set.of("id", "display_name", "status_label", "date_created"));

    private final CallerOrganization caller;
    private final LeadRepository leads;
    private final LeadTimeline timeline;
    private final FoundLeadReader reader;

    LeadPage(CallerOrganization caller, LeadRepository leads, LeadTimeline timeline, FoundLeadReader reader) {
        this.caller = caller;
        this.leads = leads;
        this.timeline = timeline;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "page", requireTypeSafeExpressions = true)
    static class Templates {
        static native TemplateInstance lead(FoundLeads.FoundLead lead, List<LeadTimeline.Event> events);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath String id) {
        Organization organization = caller.get();
        return leads.byId(organization, id, SHOWN)
                .map(lead -> Templates.lead(reader.read(lead), timeline.of(organization, id)))
                .orElseThrow(() -> RequestException.notFound("Empty query: Lead matching query does not exist."));
    }
}
