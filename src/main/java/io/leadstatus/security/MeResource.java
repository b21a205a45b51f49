package io.leadstatus.security;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestQuery;

import io.leadstatus.api.FieldSelection;

/**
 * {@code GET /api/v1/me/}: who asks. In Close that is a user; a credential here belongs to an organization and to no
 * user, so that all that Close tells of the user is null.
 */
@Path("/api/v1/me")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    private static final List<String> FIELDS_OF_A_USER = List.of(
            "id", "email", "first_name", "last_name", "image", "last_used_timezone", "date_created", "date_updated");

    private final CallerOrganization caller;

    MeResource(CallerOrganization caller) {
        this.caller = caller;
    }

    @GET
    public ObjectNode me(@RestQuery(FieldSelection.PARAMETER) List<String> fields) {
        return FieldSelection.of(fields).of(memberOf(caller.get()));
    }

    private static ObjectNode memberOf(Organization organization) {
        ObjectNode me = JsonNodeFactory.instance.objectNode();
        FIELDS_OF_A_USER.forEach(me::putNull);
        me.put("organization_id", organization.id());
        me.putArray("organizations").addObject().put("id", organization.id()).put("name", organization.name());
        me.putArray("memberships")
                .addObject()
                .put("organization_id", organization.id())
                .putNull("user_id");
        return me;
    }
}
