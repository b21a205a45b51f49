package io.leadstatus.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateData;

import io.leadstatus.report.ReportParameters;
import io.leadstatus.smartview.SmartView;

/** What was asked for, as it was typed, and what is wrong with it. */
@TemplateData
record ReportForm(
        String organization,
        String dateStart,
        String dateEnd,
        String query,
        String smartViewId,
        String timezone,
        List<SmartView> smartViews,
        Map<String, String> fieldErrors,
        List<String> errors) {

    /** No address is longer at any server or gateway that there is here. */
    private static final int LONGEST_ADDRESS = 16 * 1024;

    /** A link to the same report of another period. */
    record PresetLink(String label, String url) {}

    ReportForm(
            String organization,
            ReportParameters parameters,
            List<SmartView> smartViews,
            Map<String, String> fieldErrors,
            List<String> errors) {
        this(
                organization,
                text(parameters.dateStart),
                text(parameters.dateEnd),
                text(parameters.query),
                text(parameters.smartViewId),
                text(parameters.timezone),
                smartViews,
                fieldErrors,
                errors);
    }

    /** Whether an address can hold what was asked for: there are no links to it where none can. */
    public boolean isLinkable() {
        return query.length() <= LONGEST_ADDRESS && jsonUrl().length() <= LONGEST_ADDRESS;
    }

    public List<PresetLink> presets() {
        return Arrays.stream(Preset.values())
                .map(preset -> new PresetLink(
                        preset.label(),
                        Address.of(ReportPage.PATH + "/")
                                .with("preset", preset.address())
                                .with("query", query)
                                .with("smart_view_id", smartViewId)
                                .with("timezone", timezone)
                                .toString()))
                .toList();
    }

    /** What the element of a parameter has to say where something is wrong with it. */
    public RawString describedBy(String parameter) {
        return new RawString(
                fieldErrors.containsKey(parameter)
                        ? " aria-invalid=\"true\" aria-describedby=\"" + parameter + "-error\""
                        : "");
    }

    public boolean isOverall() {
        return dateStart.isEmpty();
    }

    /** In words, for the heading. */
    public String period() {
        if (isOverall()) {
            return dateEnd.isEmpty() ? "All time" : "Until " + dateEnd;
        }
        return dateEnd.isEmpty() ? "Since " + dateStart : dateStart + " to " + dateEnd;
    }

    public String zone() {
        return timezone.isEmpty() ? "UTC" : timezone;
    }

    public String jsonUrl() {
        return api().toString();
    }

    public String csvUrl() {
        return api().with("_format", "csv").toString();
    }

    /** The page of leads behind a number. Relative dates in a filter are read in the zone of the report. */
    public String leadsUrl(String leadsPageUrl) {
        return Address.of(leadsPageUrl).with("timezone", timezone).toString();
    }

    private Address api() {
        return Address.of("/api/v1/report/statuses/lead/" + organization + "/")
                .with("date_start", dateStart)
                .with("date_end", dateEnd)
                .with("query", query)
                .with("smart_view_id", smartViewId)
                .with("timezone", timezone);
    }

    private static String text(String parameter) {
        return Objects.requireNonNullElse(parameter, "");
    }
}
