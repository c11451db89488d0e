namespace Relais.Accounts.Delegations;

/// <summary>What became of a wish to hand over, or to take over.</summary>
internal abstract record DelegationAnswer
{
    private DelegationAnswer()
    {
    }

    public static DelegationAnswer Done { get; } = new Finished();

    public static DelegationAnswer Unknown { get; } = new NotThere();

    /// <param name="Field">Of the form, where it is about one.</param>
    /// <param name="Sentence">To who asks.</param>
    public sealed record Refused(string Field, string Sentence) : DelegationAnswer;

    private sealed record Finished : DelegationAnswer;

    private sealed record NotThere : DelegationAnswer;
}
