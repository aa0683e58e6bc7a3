package dev.adjoint.check.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.check.fixture.Catalogue;
import dev.adjoint.check.fixture.FunctionsGrad;
import dev.adjoint.check.fixture.Options;
import dev.adjoint.check.fixture.WrongGrad;
import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Outcome;
import dev.adjoint.check.model.Parameter;
import dev.adjoint.check.model.Settings;
import dev.adjoint.check.model.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerTest {
    private static Outcome check(Derivative derivative, Settings settings) {
        return new Runner(RunnerTest.class.getClassLoader(), settings).check(derivative);
    }

    private static Outcome check(Derivative derivative) {
        return check(derivative, Settings.defaults(7));
    }

    private static String findings(Outcome outcome) {
        return outcome.findings().toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"square", "squareSingle", "weighted", "spiral", "scale", "ofRecord", "relu", "root", "product"})
    void rightDerivativesPass(String method) {
        Outcome outcome = check(Catalogue.of(method, FunctionsGrad.class));
        assertEquals(Status.PASSED, outcome.status(), () -> findings(outcome) + outcome.notes());
        assertEquals(8, outcome.tally().agreed());
        assertTrue(Double.isNaN(outcome.tally().order()) || outcome.tally().order() > 1.8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"square", "squareSingle", "weighted", "spiral", "scale", "ofRecord", "relu", "product"})
    void wrongDerivativesFail(String method) {
        Outcome outcome = check(Catalogue.of(method, WrongGrad.class));
        assertEquals(Status.FAILED, outcome.status());
        assertFalse(outcome.findings().isEmpty());
    }

    @Test
    void aFailureNamesInputBothNumbersAndTheOrder() {
        Outcome outcome = check(Catalogue.of("weighted", WrongGrad.class));
        var finding = outcome.findings().get(0);
        assertTrue(
                finding.message().contains("d weighted / d p0[1] is 0.0 by the generated derivative"),
                findings(outcome));
        assertTrue(finding.message().contains("order 1.0 instead of 2"), findings(outcome));
        assertTrue(finding.input().startsWith("p0 = new double[] {"), findings(outcome));
    }

    @Test
    void theWrongResultOfSeveralIsNamed() {
        Outcome outcome = check(Catalogue.of("spiral", WrongGrad.class));
        assertTrue(findings(outcome).contains("d spiral[1] / d p1[1]"), findings(outcome));
    }

    @Test
    void aDerivativeThatThrowsAloneIsWrong() {
        Outcome outcome = check(Catalogue.of("ofRecord", WrongGrad.class));
        assertTrue(findings(outcome).contains("throws java.lang.ArrayIndexOutOfBoundsException"), findings(outcome));
    }

    @Test
    void asymmetryIsSeen() {
        Outcome outcome = check(Catalogue.of("product", WrongGrad.class));
        assertTrue(findings(outcome).contains("the Hessian is not symmetric"), findings(outcome));
    }

    @Test
    void aKinkIsNoFailure() {
        Outcome outcome = check(Catalogue.of("relu", FunctionsGrad.class, "zero"));
        assertEquals(Status.PASSED, outcome.status(), () -> findings(outcome));
        assertEquals(8, outcome.tally().kinks());
        assertTrue(outcome.notes().get(0).startsWith("kink at p0 = 0.0"), outcome.notes()::toString);
    }

    @Test
    void aKinkAtWhichTheDerivativeIsTheMeanOfBothSidesIsSeen() {
        Outcome outcome = check(Catalogue.of("magnitude", FunctionsGrad.class, "zero"));
        assertEquals(Status.PASSED, outcome.status(), () -> findings(outcome));
        assertEquals(8, outcome.tally().kinks());
    }

    @Test
    void aMethodThatDoesNotRepeatItselfIsUnchecked() {
        Outcome outcome = check(Catalogue.of("restless", FunctionsGrad.class));
        assertEquals(Status.UNCHECKED, outcome.status(), () -> findings(outcome));
        assertTrue(
                outcome.notes().get(0).contains("another result when it is called again"), outcome.notes()::toString);
    }

    @Test
    void onlyZerosAreWorthANote() {
        Outcome outcome = check(Catalogue.of("flat", FunctionsGrad.class));
        assertEquals(Status.PASSED, outcome.status(), () -> findings(outcome));
        assertTrue(outcome.notes().get(0).startsWith("the derivative is 0 at every input"), outcome.notes()::toString);
    }

    @Test
    void anEmptyDomainIsNamed() {
        Outcome outcome = check(drawnFrom(new Parameter.Domain(true, 3, 1, List.of())));
        assertEquals(Status.BROKEN, outcome.status());
        assertTrue(findings(outcome).contains("the @Domain of the parameter 'a' is empty"), findings(outcome));
    }

    @Test
    void aKinkDoesNotExcuseWhatLiesOutsideOfBothSides() {
        Outcome outcome = check(Catalogue.of("relu", WrongGrad.class, "zero"));
        assertEquals(Status.FAILED, outcome.status(), () -> outcome.notes().toString());
    }

    @Test
    void anInfiniteDerivativeIsSingular() {
        Outcome outcome = check(Catalogue.of("root", FunctionsGrad.class, "zero"));
        assertEquals(Status.PASSED, outcome.status(), () -> findings(outcome));
        assertTrue(outcome.notes().get(0).startsWith("singular at p0 = 0.0"), outcome.notes()::toString);
    }

    @Test
    void inputsOutsideOfTheDomainAreSkipped() {
        Outcome outcome = check(Catalogue.of("root", FunctionsGrad.class));
        assertTrue(outcome.tally().outside() > 0);
    }

    @Test
    void aDerivativeThatNoInputReachesIsUnchecked() {
        Outcome outcome = check(Catalogue.of("never", FunctionsGrad.class));
        assertEquals(Status.UNCHECKED, outcome.status());
        assertTrue(outcome.notes().get(0).contains("outside of the method's domain"), outcome.notes()::toString);
    }

    @Test
    void aParameterThatCannotBeDrawnLeavesItUnchecked() {
        Outcome outcome = check(Catalogue.of("ofText", FunctionsGrad.class));
        assertEquals(Status.UNCHECKED, outcome.status());
        assertTrue(outcome.notes().get(0).contains("write a @Sample supplier"), outcome.notes()::toString);
    }

    @Test
    void aSupplierThatThrowsIsNamedWithItsCause() {
        Outcome outcome = check(Catalogue.of("square", FunctionsGrad.class, "broken"));
        assertEquals(Status.BROKEN, outcome.status());
        assertEquals(
                "the sample supplier dev.adjoint.check.fixture.Functions.broken threw"
                        + " java.lang.IllegalStateException: no data today",
                outcome.findings().get(0).message());
    }

    @Test
    void aSupplierWithWrongTypesIsNamed() {
        Outcome outcome = check(Catalogue.of("square", FunctionsGrad.class, "unfit"));
        assertTrue(
                findings(outcome).contains("returned a java.lang.String for the parameter 'p0' of the type double"),
                findings(outcome));
    }

    @Test
    void anEndlessLoopEndsWithTheTime() {
        Outcome outcome = check(Catalogue.of("endless", FunctionsGrad.class), Options.hasty(1, 1));
        assertEquals(Status.BROKEN, outcome.status());
        assertTrue(outcome.findings().get(0).message().startsWith("did not end within 1 s"), findings(outcome));
        assertTrue(outcome.findings().get(0).input().startsWith("p0 = "), findings(outcome));
    }

    @Test
    void anEnormousArrayIsRefused() {
        Outcome outcome = check(drawnFrom(new Parameter.Domain(true, 0, 1, List.of(2_000_000_000))));
        assertEquals(Status.BROKEN, outcome.status());
        assertTrue(findings(outcome).contains("the array 'a' would have 2000000000 elements"), findings(outcome));
    }

    private static Derivative drawnFrom(Parameter.Domain domain) {
        Derivative plain = Catalogue.of("weighted", FunctionsGrad.class);
        return new Derivative(
                plain.owner(),
                plain.method(),
                plain.descriptor(),
                true,
                plain.companion(),
                plain.base(),
                List.of(new Parameter("a", true, domain), plain.parameters().get(1)),
                List.of(),
                plain.source(),
                plain.line());
    }

    @Test
    void aClassThatDoesNotLoadIsNamed() {
        Derivative plain = Catalogue.of("square", FunctionsGrad.class);
        Derivative derivative = new Derivative(
                plain.owner(),
                plain.method(),
                plain.descriptor(),
                true,
                "demo.Missing",
                plain.base(),
                plain.parameters(),
                List.of(),
                plain.source(),
                plain.line());
        Outcome outcome = check(derivative);
        assertEquals(Status.BROKEN, outcome.status());
        assertTrue(findings(outcome).contains("the class demo.Missing does not load"), findings(outcome));
    }

    @Test
    void theSameSeedGivesTheSameOutcome() {
        Derivative derivative = Catalogue.of("weighted", WrongGrad.class);
        assertEquals(check(derivative).findings(), check(derivative).findings());
        assertEquals(check(derivative).tally(), check(derivative).tally());
    }

    @Test
    void oneSampleCanBeRunAlone() {
        Outcome whole = check(Catalogue.of("weighted", WrongGrad.class));
        Settings one = Options.only(7, whole.findings().get(0).sample());
        assertEquals(
                whole.findings(),
                check(Catalogue.of("weighted", WrongGrad.class), one).findings());
    }
}
