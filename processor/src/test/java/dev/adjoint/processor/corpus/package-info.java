/**
 * The black-box proof of the processor: plain methods, one idea each, compiled in memory with the processor, run in both
 * modes and compared with each other, with finite differences and with hand-written derivatives.
 *
 * <p>The methods are in the resource folder {@code corpus}, one class per topic. For a method {@code f} a class may hold
 * <ul>
 *   <li>{@code Object[][] fInputs()}: argument lists, instead of the drawn ones;</li>
 *   <li>{@code fExpected(params)}: the derivative as a person writes it, shaped like {@code fGrad} or {@code fJacobian},
 *       several parameters as an {@code Object[]};</li>
 *   <li>{@code fDefined(params)}: the same, where the derivative is one by definition and differences say nothing;</li>
 *   <li>{@code void fStops()}: differences say nothing, because something stops the derivative;</li>
 *   <li>{@code Object[][] fAt()}: argument lists each followed by the gradient there, for kinks.</li>
 * </ul>
 */
package dev.adjoint.processor.corpus;
