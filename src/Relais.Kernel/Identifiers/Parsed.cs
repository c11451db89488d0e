using System.Diagnostics.CodeAnalysis;
using Relais.Kernel.Wording;

namespace Relais.Kernel.Identifiers;

/// <summary>What is wrong with an identifier: a stable code for programs, a sentence for people.</summary>
public sealed record IdentifierProblem(string Code, string Sentence, params object[] Arguments)
{
    public string In(Words words) => words[Sentence, Arguments];
}

/// <summary>What came of reading an identifier: the identifier, or what is wrong with it.</summary>
public sealed record Parsed<T>
    where T : class
{
    private Parsed(T? value, IdentifierProblem? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }

    public IdentifierProblem? Problem { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsValid => Value is not null;

#pragma warning disable CA2225 // A parser returns a value or a problem; nobody needs the conversions by name.
    public static implicit operator Parsed<T>(T value) => new(value, problem: null);

    public static implicit operator Parsed<T>(IdentifierProblem problem) => new(value: null, problem);
#pragma warning restore CA2225
}
