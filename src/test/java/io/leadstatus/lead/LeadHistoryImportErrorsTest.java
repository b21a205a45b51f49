package io.leadstatus.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.leadstatus.testing.ServiceTest;

/** What an import refuses, what it says of it, and that it takes it once it is mended. */
@ServiceTest
class LeadHistoryImportErrorsTest extends ImportedOrganization {

    @Test
    void ofALeadWithAWrongChangeNothingIsImportedAndTheProblemIsTold() throws SQLException {
        addWaiting(List.of(
                new Change("lead_right", START, null, "Potential", true),
                new Change("lead_wrong", START, null, "Potential", true),
                new Change("lead_wrong", START.plusSeconds(1), null, "no such", false),
                new Change("lead_late", START, "Potential", "Qualified", false),
                new Change("lead_future", Instant.now().plusSeconds(3_600), null, "Potential", false),
                new Change("acme", START, null, "Potential", false)));

        assertThat(importWaiting(2)).isEqualTo(5);

        assertThat(rows("select lead, problem from lead_history_import where organization = ?", imported))
                .satisfiesExactlyInAnyOrder(
                        row -> assertThat(row).isEqualTo("lead_wrong, another change of this lead is refused"),
                        row -> assertThat(row)
                                .isEqualTo("lead_wrong, new_status: lead status no such does not exist in this"
                                        + " organization"),
                        row -> assertThat(row)
                                .isEqualTo("lead_late, old_status: the first change of lead lead_late creates it,"
                                        + " out of no status"),
                        row -> assertThat(row)
                                .startsWith("lead_future, occurred_at: ")
                                .endsWith("lies in the future"),
                        row -> assertThat(row).isEqualTo("acme, lead: acme is not the id of a lead, such as lead_1"));
        assertThat(events(imported)).hasSize(1);
        assertThat(differences()).isEmpty();
    }

    @Test
    void aDocumentThatIsNoObjectIsRefusedByItself() throws SQLException {
        addWaiting(List.of(
                new Change("lead_array", START, null, "Potential", true),
                new Change("lead_null", START, null, "Potential", true),
                new Change("lead_right", START, null, "Potential", true),
                new Change("lead_without", START, null, "Potential", true)));
        setDocument("lead_array", "[]");
        setDocument("lead_null", "null");
        setDocument("lead_right", "{\"name\": \"Acme\"}");

        assertThat(importWaiting(10)).isEqualTo(2);

        assertThat(rows("select lead, problem from lead_history_import where organization = ?", imported))
                .containsExactlyInAnyOrder(
                        "lead_array, document: a JSON array is not an object, such as {\"name\": \"Acme\"}",
                        "lead_null, document: a JSON null is not an object, such as {\"name\": \"Acme\"}");
        assertThat(events(imported)).hasSize(2);
    }

    @Test
    void whatWasWrongIsImportedWhenItIsMended() throws SQLException {
        addWaiting(List.of(
                new Change("lead_1", START, null, "Potential", true),
                new Change("lead_1", START.plusSeconds(1), null, "no such", false)));
        importWaiting(10);

        rows(
                "update lead_history_import set problem = null, new_status = (select lead_status.public_id from"
                        + " lead_status join organization using (organization_id) where organization.public_id = organization and label ="
                        + " 'Qualified') where organization = ? and new_status = 'no such' returning 1",
                imported);
        assertThat(importWaiting(10)).isZero();

        assertThat(events(imported)).hasSize(2);
    }

    @Test
    void aChangeBeforeTheCreationOfALeadThatIsThereIsRefused() throws SQLException {
        addWaiting(List.of(new Change("lead_1", START, null, "Potential", true)));
        importWaiting(10);

        addWaiting(List.of(new Change("lead_1", START.minusSeconds(1), null, "Qualified", false)));

        assertThat(importWaiting(10)).isEqualTo(1);
        assertThat(rows("select problem from lead_history_import where organization = ?", imported))
                .singleElement()
                .asString()
                .contains("is before the creation of lead lead_1");
    }

    @Test
    void anUnknownOrganizationIsRefused() {
        assertThatThrownBy(() -> {
                    imported = "orga_unknown";
                    importWaiting(10);
                })
                .hasMessageContaining("organization: orga_unknown does not exist");
    }

    private void setDocument(String lead, String document) throws SQLException {
        rows(
                "update lead_history_import set document = cast(? as jsonb) where organization = ? and lead = ?"
                        + " returning 1",
                document,
                imported,
                lead);
    }
}
