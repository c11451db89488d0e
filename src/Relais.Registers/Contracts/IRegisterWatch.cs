namespace Relais.Registers.Contracts;

/// <summary>A room that compares each night what it knows with a register, and asks a person to look at what differs.</summary>
public interface IRegisterWatch
{
    RegisterKind Register { get; }

    /// <summary>The page where they are looked at.</summary>
    string Address { get; }

    /// <summary>How many differences wait for somebody to look at them.</summary>
    Task<int> OpenAsync(CancellationToken cancellation);
}
