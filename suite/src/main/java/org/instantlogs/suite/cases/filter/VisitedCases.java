package org.instantlogs.suite.cases.filter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Zone;

/**
 * The operators on what an HTTP request through the edge can shape, for targets that records can't be put into.
 * Source page: "Create an Instant Logs Job", Filters.
 */
@Needs(Need.EDGE)
public final class VisitedCases {

    @Check("IL-FILTER-01.lets-the-equal-requests-through")
    void letsTheEqualRequestsThrough(Zone zone) {
        judge(zone, methods("GET", "PUT", "POST"), predicate("ClientRequestMethod", Operator.EQ, "POST"));
    }

    @Check("IL-FILTER-02.lets-the-unequal-requests-through")
    void letsTheUnequalRequestsThrough(Zone zone) {
        judge(zone, methods("GET", "POST", "PUT"), predicate("ClientRequestMethod", Operator.NEQ, "POST"));
    }

    @Check("IL-FILTER-03.lets-requests-of-a-greater-status-through")
    void letsRequestsOfAGreaterStatusThrough(Zone zone) {
        judge(zone, statuses(200, 403, 404, 405, 503), predicate("EdgeResponseStatus", Operator.GT, "404"));
    }

    @Check("IL-FILTER-04.lets-requests-of-no-lower-status-through")
    void letsRequestsOfNoLowerStatusThrough(Zone zone) {
        judge(zone, statuses(200, 403, 404, 503, 405), predicate("EdgeResponseStatus", Operator.GEQ, "404"));
    }

    @Check("IL-FILTER-05.lets-requests-of-a-lower-status-through")
    void letsRequestsOfALowerStatusThrough(Zone zone) {
        judge(zone, statuses(200, 404, 405, 503, 403), predicate("EdgeResponseStatus", Operator.LT, "404"));
    }

    @Check("IL-FILTER-06.lets-requests-of-no-greater-status-through")
    void letsRequestsOfNoGreaterStatusThrough(Zone zone) {
        judge(zone, statuses(200, 405, 503, 403, 404), predicate("EdgeResponseStatus", Operator.LEQ, "404"));
    }

    @Check("IL-FILTER-07.lets-requests-through-whose-path-begins-with-the-value")
    void letsRequestsThroughWhosePathBeginsWithTheValue(Zone zone) {
        judge(zone, statuses(200, 404, 403, 400), predicate("ClientRequestPath", Operator.STARTS_WITH, "/status/40"));
    }

    @Check("IL-FILTER-08.lets-requests-through-whose-path-ends-with-the-value")
    void letsRequestsThroughWhosePathEndsWithTheValue(Zone zone) {
        judge(
                zone,
                paths("/static/app.css", "/static/app.css/", "/static/app.cssx", "", "/app.css"),
                predicate("ClientRequestPath", Operator.ENDS_WITH, "/app.css"));
    }

    @Check("IL-FILTER-09.lets-requests-through-whose-path-holds-the-value")
    void letsRequestsThroughWhosePathHoldsTheValue(Zone zone) {
        judge(
                zone,
                paths("/a/static/b", "/a/stati/c", "/astatic", "/a/static"),
                predicate("ClientRequestPath", Operator.CONTAINS, "/static"));
    }

    @Check("IL-FILTER-10.lets-requests-of-one-of-the-values-through")
    void letsRequestsOfOneOfTheValuesThrough(Zone zone) {
        judge(zone, methods("GET", "PUT", "DELETE", "POST"), predicate("ClientRequestMethod", Operator.IN, "PUT,POST"));
    }

    @Check("IL-FILTER-14.compares-statuses-by-number")
    void comparesStatusesByNumber(Zone zone) {
        judge(
                zone,
                statuses(200, 404, 503),
                predicate("EdgeResponseStatus", Operator.GT, "99"),
                predicate("EdgeResponseStatus", Operator.LT, "1000"));
    }

    @Check("IL-FILTER-17.takes-patterns-of-paths-literally")
    void takesPatternsOfPathsLiterally(Zone zone) {
        judge(
                zone,
                paths("/x_y.*", "/xay.bc", "/x.y", "/w_y.*"),
                predicate("ClientRequestPath", Operator.ENDS_WITH, "_y.*"));
    }

    @Check("IL-FILTER-18.and-lets-requests-through-that-all-let-through")
    void andLetsRequestsThroughThatAllLetThrough(Zone zone) {
        judge(
                zone,
                List.of(
                        Visit.visit().method("POST").status(200),
                        Visit.visit().method("GET").status(404),
                        Visit.visit().method("GET").status(200),
                        Visit.visit().method("POST").status(404)),
                predicate("ClientRequestMethod", Operator.EQ, "POST"),
                predicate("EdgeResponseStatus", Operator.EQ, "404"));
    }

    @Check("IL-FILTER-23.tells-requests-apart-by-method-path-and-status")
    void tellsRequestsApartByMethodPathAndStatus(Zone zone) {
        judge(
                zone,
                List.of(
                        Visit.visit().method("POST").status(404),
                        Visit.visit().method("PUT").status(404).suffix("/static"),
                        Visit.visit().method("POST").status(403).suffix("/static"),
                        Visit.visit().method("POST").status(404).suffix("/static")),
                predicate("ClientRequestHost", Operator.EQ, zone.host()),
                predicate("ClientRequestMethod", Operator.EQ, "POST"),
                predicate("ClientRequestPath", Operator.ENDS_WITH, "/static"),
                predicate("EdgeResponseStatus", Operator.EQ, "404"));
    }

    private static Filter predicate(String key, Operator operator, Object value) {
        return Filter.predicate(key, operator, value);
    }

    /** Visits of which the last has to be let through. */
    private static void judge(Zone zone, List<Visit> visits, Filter... predicates) {
        var filter = Filter.and(predicates);
        Passage.ofRequests(zone, filter, visits).throughAnyOf(ValueForms.of(filter.toWire()));
    }

    private static List<Visit> methods(String... methods) {
        return Arrays.stream(methods).map(Visit.visit()::method).toList();
    }

    private static List<Visit> statuses(int... statuses) {
        return IntStream.of(statuses).mapToObj(Visit.visit()::status).toList();
    }

    private static List<Visit> paths(String... suffixes) {
        return Arrays.stream(suffixes).map(Visit.visit()::suffix).toList();
    }
}
