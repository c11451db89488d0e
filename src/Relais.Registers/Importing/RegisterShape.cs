namespace Relais.Registers.Importing;

/// <summary>The table of a register: what tells its lines apart, and what they say.</summary>
internal sealed record RegisterShape(string Table, string[] Keys, string[] Values)
{
    public IReadOnlyList<string> Columns { get; } = [.. Keys, .. Values];
}
