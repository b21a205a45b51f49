package io.leadstatus.page;

import io.restassured.path.xml.XmlPath;

/** The query that a search page shows in its form. */
public final class SearchPageQuery {
    private SearchPageQuery() {}

    public static String of(String html) {
        return new XmlPath(XmlPath.CompatibilityMode.HTML, html)
                .getString("**.find { it.name() == 'textarea' }.text()");
    }
}
