package io.leadstatus.page;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;

import io.leadstatus.api.FieldSelection;
import io.leadstatus.api.Paging;
import io.leadstatus.api.ParameterErrors;
import io.leadstatus.api.RequestException;
import io.leadstatus.api.RequestTimeZone;
import io.leadstatus.lead.LeadRepository;
import io.leadstatus.lead.LeadRequest;
import io.leadstatus.lead.LeadSearch;
import io.leadstatus.search.ParsedSearch;
import io.leadstatus.search.SearchException;
import io.leadstatus.search.SearchParser;
import io.leadstatus.search.SearchPlan;
import io.leadstatus.security.CallerOrganization;
import io.leadstatus.security.Organization;

/** {@code /search/QUERY/}: the leads that a query finds. The links of the report lead here. */
@Path(SearchPage.PATH)
@Blocking
@HtmlPage
@Produces(MediaType.TEXT_HTML)
public class SearchPage {
    static final String PATH = "/search";

    private static final FieldSelection SHOWN =
            new FieldSelection(false, Set.of("id", "display_name", "status_label", "date_created"));

    private final CallerOrganization caller;
    private final LeadSearch search;
    private final LeadRepository leads;
    private final FoundLeadReader reader;

    SearchPage(CallerOrganization caller, LeadSearch search, LeadRepository leads, FoundLeadReader reader) {
        this.caller = caller;
        this.search = search;
        this.leads = leads;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "page", requireTypeSafeExpressions = true)
    static class Templates {
        static native TemplateInstance search(SearchForm form, FoundLeads found);
    }

    /** All leads; or, of the form, the address that holds the query. */
    @GET
    public Response all(@BeanParam SearchPageParameters parameters) {
        if (parameters.query != null && !parameters.query.isBlank()) {
            return Response.seeOther(URI.create(new SearchForm(parameters.query.strip(), parameters).url(1)))
                    .build();
        }
        return show("", parameters);
    }

    @GET
    @Path("/{query: .+}")
    public Response found(@BeanParam SearchPageParameters parameters, @Context HttpServerRequest request) {
        return show(queryOf(request.uri()), parameters);
    }

    private Response show(String query, SearchPageParameters parameters) {
        SearchForm form = new SearchForm(query, parameters);
        try {
            Organization organization = caller.get();
            ParameterErrors errors = new ParameterErrors();
            SearchPlan plan = plan(form, organization, RequestTimeZone.of(form.timezone(), parameters.offset, errors));
            errors.throwIfAny();
            Paging paging = new Paging(FoundLeads.PAGE_SIZE, (form.page() - 1) * FoundLeads.PAGE_SIZE);
            FoundLeads found =
                    reader.read(leads.find(organization, new LeadRequest(plan, paging, SHOWN)), form, organization);
            return Response.ok(Templates.search(form, found)).build();
        } catch (SearchException e) {
            return refused(form.refused(e));
        } catch (RequestException e) {
            return refused(form.refused(e));
        }
    }

    private static Response refused(SearchForm form) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(Templates.search(form, null))
                .build();
    }

    private SearchPlan plan(SearchForm form, Organization organization, RequestTimeZone zone) {
        ParsedSearch written = SearchParser.parse(form.query().isEmpty() ? "*" : form.query());
        return search.plan(form.sort().isEmpty() ? written : written.sortedBy(form.sort()), organization, zone);
    }

    /**
     * The query as it was written, byte for byte: not the path that was routed, in which slashes and dots have been
     * tidied up, and in which a plus would be a plus only by luck.
     */
    private static String queryOf(String uri) {
        int end = uri.indexOf('?');
        String path = uri.substring(uri.indexOf(PATH + "/") + PATH.length() + 1, end < 0 ? uri.length() : end);
        String query = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return URLDecoder.decode(query.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
