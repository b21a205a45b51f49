package io.leadstatus.operation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import org.jboss.logging.Logger;

/**
 * Whether the process lives, and whether it can answer: for load balancers, which have no credential. Tells nothing else;
 * why it cannot answer stands in the log.
 */
@Path("/q/health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    private static final Logger LOG = Logger.getLogger(HealthResource.class);
    private static final int LONGEST_WAIT_SECONDS = 2;

    private final DataSource database;

    HealthResource(DataSource database) {
        this.database = database;
    }

    /** The process answers. */
    @GET
    @Path("live")
    @NonBlocking
    public Response live() {
        return health(true);
    }

    /** The database answers too. */
    @GET
    @Path("ready")
    @Blocking
    public Response ready() {
        try (Connection connection = database.getConnection()) {
            return health(connection.isValid(LONGEST_WAIT_SECONDS));
        } catch (SQLException e) {
            LOG.warn("not ready: the database cannot be reached", e);
            return health(false);
        }
    }

    private static Response health(boolean up) {
        return Response.status(up ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("status", up ? "UP" : "DOWN"))
                .build();
    }
}
