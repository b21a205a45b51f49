package io.leadstatus.lead;

import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.leadstatus.api.FieldSelection;
import io.leadstatus.api.Page;
import io.leadstatus.api.RequestException;
import io.leadstatus.security.CallerOrganization;
import io.leadstatus.security.Organization;

/** {@code GET /api/v1/lead/}, the lead search, and {@code …/{id}/}, as in the Close API. */
@Path("/api/v1/lead")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class LeadResource {
    private final CallerOrganization caller;
    private final LeadSearch search;
    private final LeadRepository leads;

    LeadResource(CallerOrganization caller, LeadSearch search, LeadRepository leads) {
        this.caller = caller;
        this.search = search;
        this.leads = leads;
    }

    @GET
    public Page<ShownLead> list(@BeanParam LeadParameters parameters) {
        Organization organization = caller.get();
        return leads.find(organization, LeadRequest.of(parameters, organization, search));
    }

    @GET
    @Path("/{id}")
    public ShownLead get(@RestPath String id, @RestQuery(FieldSelection.PARAMETER) List<String> fields) {
        return leads.byId(caller.get(), id, FieldSelection.of(fields))
                .orElseThrow(() -> RequestException.notFound("Empty query: Lead matching query does not exist."));
    }
}
