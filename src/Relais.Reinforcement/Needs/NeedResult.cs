namespace Relais.Reinforcement.Needs;

/// <summary>What became of an act on a need.</summary>
internal abstract record NeedResult
{
    public sealed record Done(Need Need) : NeedResult;

    /// <param name="Code">Stable, for programs.</param>
    /// <param name="Sentence">For the person.</param>
    public sealed record Refused(string Code, string Sentence) : NeedResult;

    public sealed record Unknown : NeedResult;
}

/// <summary>What may change once people were asked. The profession, the pay and who decides may not: that is another need.</summary>
internal sealed record NeedChange(
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, int BreakMinutes, int HeadCount, string Site, string ContactName, string ContactPhone, string Instructions);
