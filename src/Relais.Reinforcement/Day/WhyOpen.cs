namespace Relais.Reinforcement.Day;

/// <summary>Why a post has nobody: one reason for each need, the most hopeless first, what can no longer be mended last.</summary>
internal enum WhyOpen
{
    /// <summary>Nobody was asked, and nobody is left after the rules.</summary>
    NobodyCan,

    /// <summary>Whoever could be asked was, and has answered.</summary>
    NobodyLeft,

    /// <summary>If everybody who may still come said yes, posts would stay open.</summary>
    TooFew,

    /// <summary>Enough people could come, and no wave will ask them: it ended when there was nobody, and they came after.</summary>
    NobodyAsks,

    /// <summary>Enough people said yes: the establishment has not chosen.</summary>
    AwaitsChoice,

    /// <summary>Whoever is left is in their quiet hours.</summary>
    QuietHours,

    /// <summary>Those who were asked have answered: others will be asked.</summary>
    AwaitsNextWave,

    /// <summary>Somebody was asked and has not answered.</summary>
    AwaitsAnswers,

    /// <summary>It is published; the first people are about to be asked.</summary>
    NotAskedYet,

    /// <summary>It publishes itself later: a date of a series.</summary>
    NotPublished,

    /// <summary>Too many needs that day: this one was not looked into.</summary>
    NotLookedInto,

    /// <summary>The establishment looks for nobody any more.</summary>
    Stopped,

    /// <summary>The shift has begun, or what is left of it is too short.</summary>
    TooLate,
}

/// <summary>Whether anybody is looked for.</summary>
internal enum SearchStage
{
    Planned,
    UnderWay,
    Stopped,
    TooLate,
}
