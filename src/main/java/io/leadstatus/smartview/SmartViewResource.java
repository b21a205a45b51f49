package io.leadstatus.smartview;

import java.util.List;

import jakarta.ws.rs.BeanParam;
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
import io.leadstatus.api.Page;
import io.leadstatus.api.Paging;
import io.leadstatus.api.RequestException;
import io.leadstatus.api.Timestamps;
import io.leadstatus.security.CallerOrganization;
import io.leadstatus.security.Organization;

/** {@code GET /api/v1/saved_search/} and {@code …/{id}/}: smart views as in the Close API, by name. */
@Path("/api/v1/saved_search")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class SmartViewResource {
    private final CallerOrganization caller;
    private final SmartViewRepository smartViews;

    SmartViewResource(CallerOrganization caller, SmartViewRepository smartViews) {
        this.caller = caller;
        this.smartViews = smartViews;
    }

    @GET
    public Page<ObjectNode> list(@BeanParam SmartViewParameters parameters) {
        Paging paging = Paging.of(parameters.limit, parameters.skip);
        FieldSelection fields = FieldSelection.of(parameters.fields);
        Organization organization = caller.get();
        List<ObjectNode> found = parameters.asksForLeads()
                ? smartViews.of(organization).stream()
                        .map(view -> fields.of(show(view, organization)))
                        .toList()
                : List.of();
        return Page.of(found, paging);
    }

    @GET
    @Path("/{id}")
    public ObjectNode get(@RestPath String id, @RestQuery(FieldSelection.PARAMETER) List<String> fields) {
        Organization organization = caller.get();
        return smartViews
                .byId(organization, id)
                .map(view -> FieldSelection.of(fields).of(show(view, organization)))
                .orElseThrow(
                        () -> RequestException.notFound("Empty query: SavedSearch matching query does not exist."));
    }

    /** Everything that Close tells of a smart view. It is the organization's, as the credentials are: shared, no user's. */
    private static ObjectNode show(SmartView view, Organization organization) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", view.id());
        shown.put("name", view.name());
        shown.put("type", SmartViewParameters.LEAD);
        shown.put("query", view.query());
        shown.putNull("s_query");
        shown.put("is_shared", true);
        shown.put("is_user_dependent", false);
        shown.putNull("description");
        shown.putNull("selected_fields");
        shown.putNull("shared_with");
        shown.putNull("sharing_settings");
        shown.put("organization_id", organization.id());
        shown.putNull("user_id");
        shown.put("date_created", Timestamps.format(view.createdAt()));
        shown.put("date_updated", Timestamps.format(view.updatedAt()));
        return shown;
    }
}
