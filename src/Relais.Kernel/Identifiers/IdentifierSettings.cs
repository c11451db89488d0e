namespace Relais.Kernel.Identifiers;

/// <summary>Section <c>Identifiers</c> of the settings.</summary>
public sealed class IdentifierSettings
{
    /// <summary>True in a demonstration only: the RPPS numbers of the State's test environments have a wrong key.</summary>
    public bool AcceptSandboxRpps { get; set; }

    public Parsed<Rpps> ParseRpps(string? text) => Rpps.Parse(text, AcceptSandboxRpps);
}
