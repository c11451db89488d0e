namespace Relais.Reinforcement.Day;

/// <summary>What is known of a need that lacks somebody: enough to say why, without looking at anything else.</summary>
internal sealed record OpenFigures
{
    public SearchStage Stage { get; init; } = SearchStage.UnderWay;

    /// <summary>Places that nobody holds, one at least.</summary>
    public required int Free { get; init; }

    /// <summary>People who were asked; who came forward by themselves is not among them.</summary>
    public int Asked { get; init; }

    /// <summary>Of these, those who said no or withdrew.</summary>
    public int No { get; init; }

    /// <summary>People who have not answered.</summary>
    public int Waiting { get; init; }

    /// <summary>People who said yes and wait for the establishment to choose.</summary>
    public int Candidates { get; init; }

    /// <summary>Who could still be asked; nothing when it was not looked into.</summary>
    public StillThere? Left { get; init; }

    /// <summary>Whether more people will be asked without anybody doing anything.</summary>
    public bool IsWaveDue { get; init; }

    /// <summary>Waiting and candidates are enough: whoever else could come changes nothing in the reason.</summary>
    public bool IsKnownUnsearched => Stage is not SearchStage.UnderWay || Waiting + Candidates >= Free;

    /// <summary>The one reason that is true of these figures.</summary>
    public WhyOpen Why => Stage switch
    {
        SearchStage.Planned => WhyOpen.NotPublished,
        SearchStage.Stopped => WhyOpen.Stopped,
        SearchStage.TooLate => WhyOpen.TooLate,
        _ when Candidates >= Free => WhyOpen.AwaitsChoice,
        _ when Waiting + Candidates >= Free => WhyOpen.AwaitsAnswers,
        _ => Left is { } left ? WhyOf(left) : WhyOpen.NotLookedInto,
    };

    private WhyOpen WhyOf(StillThere left) => left switch
    {
        _ when left.Count + Waiting + Candidates is 0 => Asked > 0 ? WhyOpen.NobodyLeft : WhyOpen.NobodyCan,
        _ when left.Count + Waiting + Candidates < Free => WhyOpen.TooFew,
        _ when Waiting > 0 => WhyOpen.AwaitsAnswers,
        _ when !IsWaveDue => WhyOpen.NobodyAsks,
        { Askable: 0 } => WhyOpen.QuietHours,
        _ => Asked > 0 ? WhyOpen.AwaitsNextWave : WhyOpen.NotAskedYet,
    };
}

/// <param name="Askable">People whom nothing stops now.</param>
/// <param name="Quiet">People whom only their quiet hours stop.</param>
internal sealed record StillThere(int Askable, int Quiet)
{
    public int Count => Askable + Quiet;
}
