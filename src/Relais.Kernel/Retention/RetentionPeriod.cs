namespace Relais.Kernel.Retention;

/// <summary>The value of a dated rule of retention.</summary>
/// <param name="Days">For how long after its end something is kept.</param>
/// <param name="What">In French, what is erased or made nameless then: shown to people through the words of the house.</param>
public sealed record RetentionPeriod(int Days, string? What = null)
{
    /// <summary>The kind of these dated rules.</summary>
    public static string Kind => "retention";
}
