package dev.adjoint.processor.diagnostic;

/**
 * Everything that Adjoint can have to say. The text says what was met and why it is a problem, the remedy what to write
 * instead; {@code {0}}, {@code {1}} stand for the arguments of the {@link Diagnostic}.
 */
public enum Problem {
    // ---------------------------------------------------------------------------------- the annotated method
    NOT_STATIC(
            "ADJ001",
            "'{0}' is an instance method of the class {1}: fields of an object have no derivative here, because other code can see and change them.",
            "Make the method static and hand it what it needs as parameters, or make {1} a record."),
    NO_BODY(
            "ADJ002",
            "'{0}' has no body, so there is nothing to differentiate.",
            "Annotate a method that is neither abstract nor native."),
    UNKNOWN_PARAMETER(
            "ADJ003",
            "there is no parameter '{0}' in '{1}'.",
            "The parameters that can be differentiated by are: {2}."),
    NOTHING_TO_DIFFERENTIATE_BY(
            "ADJ004",
            "'{0}' has no parameter that can be differentiated by.",
            "Differentiable are double, float, arrays of those, and records that hold those."),
    NOTHING_TO_DIFFERENTIATE(
            "ADJ005",
            "the result of '{0}' is of the type {1}, which has no derivative.",
            "Return double, float, an array of those or a record that holds those; a void method needs an array parameter that it writes into."),
    NAME_CLASH(
            "ADJ006",
            "'{0}' would be generated twice in {1}: for this method and for {2}.",
            "Give one of the methods another base name: @Differentiable(name = \"...\")."),
    FUNCTIONAL_PARAMETER(
            "ADJ007",
            "the parameter '{0}' is a function of the type {1}, whose derivative is not known at compile time.",
            "Annotate the method that passes the lambda, and call this one from there."),
    BAD_ORDER(
            "ADJ008",
            "the order {0} is not supported.",
            "Use order = 1 or order = 2; for higher orders annotate a method that calls a generated derivative."),
    INACTIVE_PARAMETER(
            "ADJ009",
            "the parameter '{0}' is of the type {1}, which has no derivative.",
            "The parameters that can be differentiated by are: {2}."),
    CHECKED_RECORD(
            "ADJ010",
            "a gradient by '{0}' would be built by the constructor of {1}, which does more than assign.",
            "Move the checks of {1} out of its constructor, or leave '{0}' out of wrt."),
    BAD_NAME(
            "ADJ011",
            "no method can be named after '{0}', which is not a Java identifier.",
            "Give a base name like those of methods: @Differentiable(name = \"area\") generates areaGrad."),
    NOT_VISIBLE("ADJ012", "{0} is not visible to the generated class.", "Make it visible in its package."),
    SUPPLIER_OF_NOTHING(
            "ADJ013",
            "@Sample names '{0}', but no differentiable method of this class has that base name, so the inputs would never be used.",
            "The names there are: {1}."),
    WRITTEN_RECORD(
            "ADJ014",
            "'{0}' has no result and writes into '{1}', which is of the type {2}: there is no place for the adjoint of what it writes.",
            "Return a new record, or let the method write into arrays of numbers that it is given one by one."),
    TOO_MANY_PARAMETERS(
            "ADJ015",
            "'{0}' would take more than the 255 places that the Java virtual machine has for the parameters of a method; a double or long takes two.",
            "Take the numbers together as an array or a record, or leave out what needs the most of them: by wrt or modes."),

    // ---------------------------------------------------------------------------------- statements
    SYNCHRONIZED(
            "ADJ020",
            "'synchronized' cannot be differentiated: the derivative runs at other times than the block.",
            "Take the lock around the call of the method."),
    RESOURCES(
            "ADJ021",
            "'try' with resources cannot be differentiated: the derivative would have to open the resource again.",
            "Read what is needed beforehand and hand it to the method."),
    LOCAL_CLASS(
            "ADJ022",
            "the class {0} is declared inside the method, where the generated class cannot see it.",
            "Declare it outside of the method."),
    ACTIVE_WRITE_IN_TRY(
            "ADJ023",
            "a value that has a derivative is written inside 'try', and whether the write happens depends on where an exception is thrown.",
            "Do the writing before or after the 'try', which may compute what cannot fail."),
    CASE_PATTERN("ADJ024", "a pattern as a case label is not supported.", "Use instanceof, or constants as labels."),

    // ---------------------------------------------------------------------------------- expressions
    ANONYMOUS_CLASS(
            "ADJ030",
            "an anonymous class cannot be differentiated: its state is not known at compile time.",
            "Write a lambda, or compute the value in a method with parameters."),
    FIELD_WRITE(
            "ADJ031",
            "'{0}' is a field: a write to it outlives the call and has no derivative.",
            "Use a local variable, and return what is needed."),
    MUTABLE_FIELD(
            "ADJ032",
            "'{0}' is a field that is not final: its value may change between the computation and its derivative.",
            "Make it final, or hand its value to the method as a parameter."),
    PRIVATE_STATE(
            "ADJ033",
            "'{0}' is private in {1}, and the generated class cannot read it.",
            "Make it visible in its package, or hand it to the method as a parameter."),
    NO_SOURCE(
            "ADJ034",
            "'{0}' gets a value that has a derivative, but its source is not in this compilation.",
            "If it is a method of yours, annotate it with @Differentiable or rebuild so that its source is compiled along; else write its derivative with @DerivativeOf, or wrap the argument in Adjoint.constant(...) if the derivative through it is to be 0."),
    INSTANCE_CALL(
            "ADJ035",
            "'{0}' is called on an object of the type {1} and gets a value that has a derivative; which code runs is known only at run time.",
            "Use a static method, a method of a record, or a lambda."),
    JAR_DERIVATIVE(
            "ADJ036",
            "'{0}' gets a value that has a derivative, and its derivative, generated where it was compiled, cannot be used here: {1}.",
            "Write its derivative with @DerivativeOf, or hand it numbers and arrays, and let it either return a result or write into its arguments."),
    FUNCTION_VALUE(
            "ADJ037",
            "a lambda can only be called, passed to a static method with source, or kept in a final local variable.",
            "Call it here, or pass it on directly."),
    BOXED("ADJ038", "a value that has a derivative is boxed as {0}, where its derivative would be lost.", "Use {1}."),
    METHOD_REFERENCE("ADJ039", "the method reference '{0}' cannot be written out as a lambda.", "Write the lambda."),
    PATTERN("ADJ040", "a pattern with several variables is not supported.", "Use the accessors of the record."),
    STORED_OUTSIDE(
            "ADJ041",
            "a value that has a derivative is stored in an array that lives outside of the method; its derivative would be lost.",
            "Use an array that is created in the method or handed to it as a parameter."),
    ACTIVE_OBJECT(
            "ADJ042",
            "an object of the class {0} is made from a value that has a derivative; only arrays and records without type parameters can hold derivatives.",
            "Make {0} such a record, or wrap the argument in Adjoint.constant(...) if the derivative through it is to be 0."),
    INTEGER_UPDATE(
            "ADJ043",
            "the old value of the boxed variable '{0}' is used.",
            "Use a primitive variable, or write the increment as a statement of its own."),
    LAMBDA_TO_LIBRARY(
            "ADJ044",
            "a lambda is passed to '{0}', whose source is not in this compilation.",
            "Write the loop, or pass the lambda to a static method with source."),
    PRIVATE_TYPE(
            "ADJ046",
            "the generated class cannot name the class {0}, which is private, or not public and in another package.",
            "Make it visible to the generated class."),
    UNSUPPORTED_EXPRESSION(
            "ADJ047",
            "{0} cannot be differentiated.",
            "Compute it before the call and hand it to the method as a parameter."),
    UNSUPPORTED_STATEMENT(
            "ADJ048",
            "{0} cannot be differentiated.",
            "Write it with if, switch, loops, assignments and calls of static methods."),
    FUNCTION_VARIABLE(
            "ADJ049",
            "the variable '{0}' holds a function and is assigned more than once, so which function it holds is not known at compile time.",
            "Declare it with its only value, or use if around the calls."),

    RECORDS_AS_OBJECTS(
            "ADJ045",
            "an array of the type {0} is handed to code that is not looked into, and the derivative has such an array as one for each component: what is written into the array would be lost.",
            "Write the loop, or hand over arrays of numbers."),
    GENERIC_ARGUMENT(
            "ADJ051",
            "a value that has a derivative is passed for the parameter '{0}' of '{1}', whose type {2} cannot hold a derivative.",
            "Declare the parameter as double, float, an array of those or a record."),
    LOST_IN_CAST(
            "ADJ052",
            "a value that has a derivative is cast from {0} to {1}, and its derivative would be lost.",
            "Keep the value in a variable of its own type."),

    OWN_ACCESSOR(
            "ADJ053",
            "the field of the component '{0}' of {1} is read, but its accessor does more than return it, and the generated class can only call the accessor.",
            "Give the computed value a method with another name, and let the accessor return the component."),
    NOT_DIFFERENTIATED_BY(
            "ADJ055",
            "argument {0} of '{1}' has a derivative, but the derivative of '{1}' by it is not known.",
            "Add the parameter to the wrt of '{1}', or wrap the argument in Adjoint.constant(...) if the derivative through it is to be 0."),
    NOT_EXPRESSIBLE("ADJ054", "{0}.", "Write the method as the text says."),
    CIRCLE(
            "ADJ056",
            "the derivatives of '{0}' are needed to compute '{0}' itself.",
            "Break the circle: a method must not call its own derivative, directly or through others."),
    NO_DERIVATIVE(
            "ADJ057",
            "{0} has no derivative: {1}.",
            "Write it with other operations, or wrap its argument in Adjoint.constant(...) if the derivative through it is to be 0."),

    CONSTANT_WRITTEN(
            "ADJ058",
            "this array is constant to the derivative, and is written under that name or leaves the method by it; under its other names its derivative would be wrong.",
            "Make a copy of it: Adjoint.constant(...).clone(), or with rows a copy of each."),
    RECORD_IDENTITY(
            "ADJ059",
            "'{0}' compares references, and of a record with derivatives the derivative has the components only.",
            "Compare components, or keep a boolean or an index beside the record that says which one it is, and whether there is one."),

    // ---------------------------------------------------------------------------------- own rules, checkpoints
    RULE_TARGET(
            "ADJ060",
            "there is no static method '{0}' in {1}{2}.",
            "Name a static method of the class in @DerivativeOf(type = ..., method = ...)."),
    RULE_SIGNATURE("ADJ061", "the signature of this rule does not fit {0}: {1}.", "{2}"),
    RULE_NOT_STATIC(
            "ADJ062",
            "the rule '{0}' cannot be called by generated code: it is {1}.",
            "Declare the rule as a static method that is visible in its package, or public if the derivative is used in another package."),
    RULE_TWICE("ADJ063", "{0} already has the rule {1}.", "Remove one of the two."),
    RULE_MODE(
            "ADJ070",
            "it is not clear what the rule '{0}' computes: {1}.",
            "Say mode = Differentiable.Mode.REVERSE for the adjoints of the arguments, or FORWARD for the tangent of the result, or let the name of the method end in Vjp or Jvp; partial derivatives of a method of numbers have another name and no mode."),
    RULE_OVERLOADS(
            "ADJ071",
            "the signature of this rule fits both {0} and {1}.",
            "Give the rule another of its forms, for example one that takes the result of the method after the arguments."),
    RULE_IMPOSSIBLE(
            "ADJ072",
            "{0} cannot have a rule: {1}.",
            "A rule is for a static method of numbers and arrays of numbers; pass the components of a record one by one."),
    RULES_DIFFER(
            "ADJ073",
            "this rule for {0} does not differentiate by the same parameters as the rule {1}.",
            "Give both the same wrt."),
    NO_RULE(
            "ADJ074",
            "the derivative of '{0}' is needed in {1} mode, for which it has no rule.",
            "Add a rule for that mode with @DerivativeOf, or ask for the other mode alone: @Differentiable(modes = ...)."),
    RULE_WITHOUT_SOURCE(
            "ADJ075",
            "the derivative of '{0}' is itself to be differentiated, but the source of '{1}', which computes it, is not in this compilation.",
            "Write the rule for '{0}' in this module, or ask for first derivatives only."),
    CHECKPOINT_SLOTS(
            "ADJ064",
            "@Checkpoint needs at least one slot, not {0}.",
            "Give the number of states that may be stored at a time: slots = 8."),
    CHECKPOINT_LOOP("ADJ065", "there is no loop with the label '{0}' in '{1}'.", "{2}"),
    CHECKPOINTED(
            "ADJ066",
            Severity.NOTE,
            "reverse mode stores at most {0} states of this loop at a time. A state is: {1}.",
            "Steps run besides those that are reversed, for each step, the fewest possible: {2}."),
    CHECKPOINT_UNUSED(
            "ADJ069",
            Severity.WARNING,
            "@Checkpoint does nothing here: {0}.",
            "Put it on the method that a counted loop calls once for each step, or on the method with the loop, with the loop's label: loop = \"steps\"."),
    CHECKPOINT_UNCOUNTABLE(
            "ADJ067",
            "this loop cannot be checkpointed, because the number of its steps is not known when it starts.",
            "Write it as for (int i = a; i < n; i += c) without break, return or continue to an outer loop, where the body changes neither i nor n."),
    CHECKPOINT_NOT_REPEATABLE(
            "ADJ068",
            "this loop cannot be checkpointed, because a step cannot be run again: {0}.",
            "Let the step compute its results from numbers and arrays of numbers alone, or take @Checkpoint away."),

    // ---------------------------------------------------------------------------------- the compiler
    NOT_JAVAC(
            "ADJ090",
            "Adjoint reads the source through javac's tree API, which this compiler does not offer ({0}); no derivative is generated.",
            "Compile with javac, for instance by letting Maven or Gradle build the project and having the IDE use its output."),
    INTERNAL(
            "ADJ091",
            "Adjoint failed while it differentiated {0}: {1}.",
            "This is a defect of Adjoint, not of your code. Please report it together with the method and this text."),
    STUB_SURVIVED(
            "ADJ092",
            "Adjoint could not find out a type in '{0}' ({1}), although the compiler accepts the method.",
            "This is a defect of Adjoint, not of your code. Please report it together with the method and this text."),
    TYPE_DIFFERS(
            "ADJ093",
            "Adjoint takes '{0}' for {1}, the compiler for {2}.",
            "This is a defect of Adjoint, not of your code. Please report it together with the method and this text.");

    private final String id;
    private final Severity severity;
    private final String text;
    private final String remedy;

    Problem(String id, String text, String remedy) {
        this(id, Severity.ERROR, text, remedy);
    }

    Problem(String id, Severity severity, String text, String remedy) {
        this.id = id;
        this.severity = severity;
        this.text = text;
        this.remedy = remedy;
    }

    /** The id that {@code docs/problems.md} explains. */
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** What was met, and why it is a problem. */
    public String text() {
        return text;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
