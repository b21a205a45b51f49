package io.leadstatus.lead;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.leadstatus.api.FieldSelection;
import io.leadstatus.api.RequestException;
import io.leadstatus.security.CallerOrganization;
import io.leadstatus.security.Organization;

/** {@code GET /api/v1/status/lead/} and {@code …/{id}/}: the statuses that leads can get, in the organization's order. */
@Path("/api/v1/status/lead")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class LeadStatusResource {
    private final CallerOrganization caller;
    private final LeadStatusRepository statuses;

    LeadStatusResource(CallerOrganization caller, LeadStatusRepository statuses) {
        this.caller = caller;
        this.statuses = statuses;
    }

    @GET
    public ObjectNode list(@RestQuery(FieldSelection.PARAMETER) List<String> fields) {
        Organization organization = caller.get();
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("has_more", false);
        answer.putArray("data")
                .addAll(statuses.of(organization).stream()
                        .filter(status -> !status.isDeleted())
                        .map(status -> FieldSelection.of(fields).of(show(status, organization)))
                        .toList());
        return answer;
    }

    @GET
    @Path("/{id}")
    public ObjectNode get(@RestPath String id, @RestQuery(FieldSelection.PARAMETER) List<String> fields) {
        Organization organization = caller.get();
        return statuses.live(organization, id)
                .map(status -> FieldSelection.of(fields).of(show(status, organization)))
                .orElseThrow(() -> RequestException.notFound("Empty query: LeadStatus matching query does not exist."));
    }

    private static ObjectNode show(LeadStatus status, Organization organization) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", status.id())
                .put("label", status.label())
                .put("organization_id", organization.id())
                .put("color", status.color());
    }
}
