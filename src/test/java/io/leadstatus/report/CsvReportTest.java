package io.leadstatus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReportTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Qualified            | Qualified
            a, b                 | "a, b"
            the "best"           | "the ""best""\"
            =1+1                 | '=1+1
            -2                   | '-2
            +49                  | '+49
            @SUM(A1)             | '@SUM(A1)
            ` =cmd`              | `' =cmd`
            ＝1                  | '＝1
            =HYPERLINK("x","y")  | "'=HYPERLINK(""x"",""y"")"
            a=b                  | a=b
            """)
    void labelsAreQuotedAndRunByNoSpreadsheet(String label, String cell) {
        OverallStatusOverview row = new OverallStatusOverview(Map.of(), Map.of(), 3, 2, 1, "stat_a", false, label);

        assertThat(CsvReport.of(new LeadStatusReport(List.of(row), List.of(), List.of(), "")))
                .endsWith("\r\nstatus_overview,stat_a," + cell + ",false,,3,,,,,2,1,,,,,,,,\r\n");
    }
}
