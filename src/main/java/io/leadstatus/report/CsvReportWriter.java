package io.leadstatus.report;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

/** Writes the report as a table, for callers that ask for {@code text/csv}. */
@Provider
@Produces(CsvReportWriter.TEXT_CSV)
public class CsvReportWriter implements MessageBodyWriter<LeadStatusReport> {
    static final String TEXT_CSV = "text/csv";

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == LeadStatusReport.class;
    }

    @Override
    public void writeTo(
            LeadStatusReport report,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, TEXT_CSV + ";charset=UTF-8");
        headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"lead-status-report.csv\"");
        body.write(CsvReport.of(report).getBytes(StandardCharsets.UTF_8));
    }
}
