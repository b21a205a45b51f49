package io.leadstatus.benchmark;

/** The twelve statuses of a benchmark's organization; the ordinal and one is the status number. */
enum PipelineStatus {
    POTENTIAL("Potential"),
    CONTACTED("Contacted"),
    QUALIFIED("Qualified"),
    DEMO_SCHEDULED("Demo Scheduled"),
    IN_TRIAL("In Trial"),
    PROPOSAL_SENT("Proposal Sent"),
    NEGOTIATING("Negotiating"),
    CUSTOMER("Customer"),
    CHURNED("Churned"),
    NURTURING("Nurturing"),
    BAD_FIT("Bad Fit"),
    LOST("Lost");

    private final String label;

    PipelineStatus(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    int number() {
        return ordinal() + 1;
    }

    static boolean isWon(int number) {
        return number == CUSTOMER.number() || number == CHURNED.number();
    }
}
