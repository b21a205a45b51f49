package io.leadstatus.demo;

import java.util.List;

/**
 * An organization to look at.
 *
 * @param id {@code orga_…}
 * @param apiKey for HTTP Basic
 * @param token for Bearer
 * @param statuses in the organization's order
 */
record DemoOrganization(
        String id, String name, String apiKey, String token, List<Status> statuses, List<SmartView> smartViews) {

    record SmartView(String id, String name, String query) {}

    /**
     * A lead status.
     *
     * @param formerLabel the label before it was renamed; null if it was not
     */
    record Status(String id, String label, String formerLabel, String color, boolean isDeleted) {
        static Status of(String id, String label, String color) {
            return new Status(id, label, null, color, false);
        }
    }
}
