using Relais.Registers.Contracts;

namespace Relais.Registers.Importing;

/// <summary>Ends an import from wherever it is, and with it its transaction.</summary>
internal sealed class RegisterRefusedException(RegisterRefusal refusal) : Exception(refusal.Fault.ToString())
{
    public RegisterRefusedException(RegisterFault fault, string detail, int? line = null)
        : this(new RegisterRefusal(fault, line, detail))
    {
    }

    public RegisterRefusal Refusal { get; } = refusal;
}
