package io.leadstatus.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.leadstatus.testing.ServiceTest;

/** The statuses of an organization: which there are, and in which order. */
@ServiceTest
class LeadStatusOrderTest extends RecordedOrganization {

    @Test
    void aNewOrganizationHasTheStatusesOfCloseInOrder() {
        assertThat(statusesInOrder()).isEqualTo("Potential, Bad Fit, Qualified, Customer");
        assertThat(organization).matches("orga_[0-9A-Za-z]{43}");
    }

    @Test
    void statusesAreRenamedMovedAndDeleted() {
        history.renameStatus(organization, qualified, "Hot");
        history.moveStatus(organization, customer, 0);
        history.moveStatus(organization, potential, 99);
        history.deleteStatus(organization, potential);

        assertThat(statusesInOrder()).isEqualTo("Customer, Bad Fit, Hot, Potential deleted");
    }

    @Test
    void aPlaceIsOneAmongTheStatusesThatAreNotDeleted() {
        history.deleteStatus(organization, potential);

        history.moveStatus(organization, customer, 1);

        assertThat(statusesInOrder()).isEqualTo("Bad Fit, Customer, Qualified, Potential deleted");
    }

    private String statusesInOrder() {
        return select("""
                select string_agg(label || case when deleted_at is null then '' else ' deleted' end, ', '
                                  order by position)
                from lead_status where organization_id = organization_number('%s')
                """.formatted(organization));
    }
}
