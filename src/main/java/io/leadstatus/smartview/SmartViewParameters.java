package io.leadstatus.smartview;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jboss.resteasy.reactive.RestQuery;

import io.leadstatus.api.FieldSelection;
import io.leadstatus.api.Paging;
import io.leadstatus.api.ParameterErrors;
import io.leadstatus.api.RequestException;

/** The parameters of a list of smart views as they arrive: null where absent, the first of several that repeat. */
class SmartViewParameters {
    static final String LEAD = "lead";

    /** What smart views of Close are about. Those here are about leads. */
    private static final Set<String> TYPES = Set.of(
            LEAD,
            "contact",
            "opportunity",
            "call",
            "email",
            "sms",
            "meeting",
            "note",
            "whatsapp_message",
            "custom_activity",
            "form_submission");

    @RestQuery
    String type;

    @RestQuery("type__in")
    String types;

    @RestQuery(Paging.LIMIT)
    String limit;

    @RestQuery(Paging.SKIP)
    String skip;

    @RestQuery(FieldSelection.PARAMETER)
    List<String> fields;

    /**
     * Whether smart views about leads are wanted; they are unless others are.
     *
     * @throws RequestException if there is no such type
     */
    boolean asksForLeads() {
        ParameterErrors errors = new ParameterErrors();
        boolean byType = allows("type", type, errors);
        boolean byTypes = allows("type__in", types, errors);
        errors.throwIfAny();
        return byType && byTypes;
    }

    private static boolean allows(String parameter, String value, ParameterErrors errors) {
        if (value == null || value.isEmpty()) {
            return true;
        }
        List<String> wanted = Arrays.stream(value.split(",")).map(String::strip).toList();
        if (!TYPES.containsAll(wanted)) {
            errors.add(parameter, "Not a valid choice. Use \"lead\".");
        }
        return wanted.contains(LEAD);
    }
}
