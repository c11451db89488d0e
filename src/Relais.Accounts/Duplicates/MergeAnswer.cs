namespace Relais.Accounts.Duplicates;

/// <summary>What became of the wish to make two dossiers one, or to part them.</summary>
internal abstract record MergeAnswer
{
    private MergeAnswer()
    {
    }

    public sealed record Done(Guid Merger) : MergeAnswer;

    /// <param name="Why">Sentences that say what stands against it and what to do.</param>
    public sealed record Refused(IReadOnlyList<string> Why) : MergeAnswer;
}
