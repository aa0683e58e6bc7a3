package dev.adjoint.processor.ir;

/** What an expression or statement takes: a variable or a literal. */
public sealed interface Operand permits Var, Literal {
    Type type();
}
