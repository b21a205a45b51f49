package io.leadstatus.lead;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * The door for writing lead history, for tests: the functions of the schema, which keep events, current statuses and
 * snapshots right in one transaction. Organizations, leads and statuses are named by their ids as in Close. What a
 * function refuses comes out as a {@link jakarta.persistence.PersistenceException} whose cause names the argument.
 */
@ApplicationScoped
@Transactional
public class LeadHistory {
    private final EntityManager entityManager;

    LeadHistory(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Creates a lead in a status.
     *
     * @param lead the id that it is to have; null for a random one
     * @param document the lead as Close shows it, a JSON object
     * @return the lead's id
     */
    public String createLead(String organization, String status, Instant occurredAt, String lead, String document) {
        return (String) call("""
                select create_lead(cast(?1 as text), cast(?2 as text), cast(?3 as timestamptz), cast(?4 as text),
                                   cast(?5 as jsonb))
                """, organization, status, occurredAt.toString(), lead, document);
    }

    /**
     * Records that a lead changed its status, now or at a past moment.
     *
     * @param oldStatus the origin that the source recorded; null for the lead's status at that moment
     * @return false if nothing changed: from a status to itself
     */
    public boolean changeStatus(
            String organization, String lead, String newStatus, Instant occurredAt, String oldStatus) {
        return (Boolean) call("""
                select change_lead_status(cast(?1 as text), cast(?2 as text), cast(?3 as text),
                                          cast(?4 as timestamptz), cast(?5 as text))
                """, organization, lead, newStatus, occurredAt.toString(), oldStatus);
    }

    /** Deletes a lead: it counts nowhere any more, in the past neither. */
    public void deleteLead(String organization, String lead) {
        call("select 1 from delete_lead(cast(?1 as text), cast(?2 as text))", organization, lead);
    }

    /** Merges one lead into another, which keeps its own history; the source counts nowhere any more. */
    public void mergeLeads(String organization, String source, String destination) {
        call(
                "select 1 from merge_leads(cast(?1 as text), cast(?2 as text), cast(?3 as text))",
                organization,
                source,
                destination);
    }

    /**
     * Creates a status behind the organization's others.
     *
     * @param color such as {@code #3B82F6}; null for none
     * @param status the id that it is to have; null for a random one
     * @return the status's id
     */
    public String createStatus(String organization, String label, String color, String status) {
        return (String) call(
                "select create_lead_status(cast(?1 as text), cast(?2 as text), cast(?3 as text), cast(?4 as text))",
                organization,
                label,
                color,
                status);
    }

    public void renameStatus(String organization, String status, String label) {
        call(
                "select 1 from rename_lead_status(cast(?1 as text), cast(?2 as text), cast(?3 as text))",
                organization,
                status,
                label);
    }

    /** Moves a status to a place in the organization's order; 0 is the first. */
    public void moveStatus(String organization, String status, int place) {
        call(
                "select 1 from move_lead_status(cast(?1 as text), cast(?2 as text), cast(?3 as integer))",
                organization,
                status,
                place);
    }

    /** Deletes a status. Its history stays, and leads that are in it stay there. */
    public void deleteStatus(String organization, String status) {
        call("select 1 from delete_lead_status(cast(?1 as text), cast(?2 as text))", organization, status);
    }

    /**
     * Derives everything that is derived from events anew.
     *
     * @return how many leads and events were not right
     */
    public long rebuild(String organization) {
        return ((Number) call("call rebuild_lead_history(cast(?1 as text), null)", organization)).longValue();
    }

    /** What of the derived data disagrees with the events, a line each; empty if everything is right. */
    @SuppressWarnings("unchecked")
    public List<String> verify(String organization) {
        return entityManager
                .createNativeQuery("""
                        select part || ' ' || subject || ': ' || coalesce(actual, 'nothing')
                               || ' instead of ' || coalesce(expected, 'nothing')
                        from verify_lead_history(cast(?1 as text))
                        """)
                .setParameter(1, organization)
                .getResultList();
    }

    private Object call(String function, Object... arguments) {
        var query = entityManager.createNativeQuery(function);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query.getSingleResult();
    }
}
