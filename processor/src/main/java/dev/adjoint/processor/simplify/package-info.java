/**
 * Improves a function of the intermediate representation without changing what it computes. Takes the function and the
 * variables that hold derivatives; gives an equivalent function. Values outside that set keep every bit, NaN, infinities
 * and signed zeros included; a derivative keeps its value as a real function and may be rounded differently.
 *
 * <p>Passes, each a class of its own: {@code Propagation} (copies, constants, the table of rewrites, branches),
 * {@code CommonSubexpressions}, {@code LikeTerms}, {@code InvariantMotion}, {@code DeadCode}; {@code Simplifier} repeats
 * them until nothing changes, and once more after {@code Unrolling} and {@code ScalarReplacement} have made variables of
 * small arrays. Before differentiation {@code ElementSums} finds sums in arrays, and {@code Scratch} arrays that
 * each iteration fills anew. Before printing come {@code FirstContributions}, {@code DeadStores}, {@code LoopFusion} and
 * {@code Contraction}, which spare work on arrays of derivatives, then {@code TripCounts}, {@code LoopElements},
 * {@code LoopSums}, {@code ElementTotals}, {@code SlidingSums} and {@code Placement}. {@code Inliner} replaces calls by
 * bodies.
 *
 * <p>An array that holds derivatives is never the same array as one that does not: the contract forbids callers to pass
 * one array for both. Other arrays of one type may be the same unless both are seen to be allocated here.
 */
@org.jspecify.annotations.NullMarked
package dev.adjoint.processor.simplify;
