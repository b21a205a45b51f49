package io.leadstatus.page;

import io.quarkus.qute.TemplateData;

/**
 * A number of leads, and the address of the page that shows just these.
 *
 * @param heat from 1 to 5, how much it is beside the largest of its table; 0 where none is shown
 */
@TemplateData
record Figure(long value, String url, int heat) {
    private static final int HOTTEST = 5;

    static Figure of(long value, String url) {
        return new Figure(value, url, 0);
    }

    static Figure of(long value, String url, long largest) {
        return new Figure(value, url, (int) ((value * HOTTEST + largest - 1) / largest));
    }
}
