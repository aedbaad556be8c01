package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SafeFileNameTest {

    @Test
    void aSafeNameIsLeftAlone() {
        assertThat(HarExchange.path("IL-FILTER-03.greater-by-number"))
                .isEqualTo("exchanges/IL-FILTER-03.greater-by-number.json");
    }

    @Test
    void whatIsReplacedIsToldApartByAHash() {
        assertThat(HarExchange.path("IL-FILTER-03.greater[field=RayID,value=404]"))
                .matches("exchanges/IL-FILTER-03\\.greater_field_RayID_value_404_-[0-9a-f]{8}\\.json");
    }

    @Test
    void differentIdsHaveDifferentPathsBelowTheFolderOfAtMost120Characters() {
        var ids = List.of(
                "IL-JOB-01.a[v=1]",
                "IL-JOB-01.a[v:1]",
                "IL-JOB-01.a[v/1]",
                "IL-JOB-01." + "x".repeat(200),
                "IL-JOB-01." + "x".repeat(201),
                "../../etc/passwd",
                ".",
                "..",
                "",
                "é",
                "\u0000",
                "\ud800");

        var paths = ids.stream().map(HarExchange::path).collect(Collectors.toSet());

        assertThat(paths)
                .hasSize(ids.size())
                .allMatch(path -> path.matches("exchanges/[a-zA-Z0-9_-][a-zA-Z0-9._-]{0,119}"));
    }
}
