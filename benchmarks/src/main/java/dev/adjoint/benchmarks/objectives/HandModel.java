package dev.adjoint.benchmarks.objectives;

/**
 * A skeleton and the skin around it. Matrices are 4 by 4, arrays of rows.
 *
 * @param parents for each bone the one it hangs on, which comes before it, or -1
 * @param baseRelatives each bone's place relative to its parent, at rest
 * @param inverseBaseAbsolutes the inverse of each bone's place, at rest
 * @param basePositions the vertices at rest, four homogeneous coordinates each
 * @param bones for each vertex the bones that move it
 * @param weights for each vertex the weights of these bones
 * @param triangles three vertices each
 * @param mirrored whether the first coordinate is negated
 */
public record HandModel(
        int[] parents,
        double[][][] baseRelatives,
        double[][][] inverseBaseAbsolutes,
        double[][] basePositions,
        int[][] bones,
        double[][] weights,
        int[][] triangles,
        boolean mirrored) {}
