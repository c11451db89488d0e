using System.Globalization;

namespace Relais.Observatory.Indicators;

/// <summary>Something that is measured commune by commune.</summary>
/// <param name="Slug">As addresses say it: <c>densite-medecins-generalistes</c>.</param>
/// <param name="Name">In the language of who reads.</param>
/// <param name="Unit">After the figure: « pour 10 000 habitants ».</param>
/// <param name="Decimals">How many are shown: no more than the source bears.</param>
/// <param name="Question">What it answers, in the words of who asks.</param>
internal sealed record Indicator(string Slug, string Name, string Unit, int Decimals, string Question)
{
    /// <summary>Values that a rule gives a meaning to: a figure whose range holds one is not classed.</summary>
    public IReadOnlyList<double> Thresholds { get; init; } = [];

    /// <summary>Values at which the classes of a map change, low first; none when they are drawn from the figures.</summary>
    public IReadOnlyList<double> MapThresholds { get; init; } = [];

    /// <summary>Under which heading menus list it; nothing for what stands first.</summary>
    public string? Group { get; init; }

    /// <summary>Which end calls for attention.</summary>
    public Alarm Alarm { get; init; } = Alarm.Low;

    /// <summary>It is a part of something, in per cent.</summary>
    public bool IsShare => Unit is "%";

    /// <summary>A value as it is read, in the language of who reads.</summary>
    public string Write(double value) => value.ToString($"N{Decimals}", CultureInfo.CurrentCulture);

    /// <summary>A difference as it is read, with its sign.</summary>
    public string WriteSigned(double difference) => Math.Round(difference, Decimals) switch
    {
        > 0 => $"+{Write(difference)}",
        < 0 => $"−{Write(-difference)}",
        _ => Write(0),
    };
}

/// <summary>Which values call for attention.</summary>
internal enum Alarm
{
    /// <summary>Neither end: a plain count.</summary>
    None,

    Low,
    High,
}

/// <summary>Measures one indicator for all the communes at once.</summary>
internal interface IMeasure
{
    Indicator Indicator { get; }

    /// <returns>Nothing as long as what it rests on was not imported.</returns>
    ValueTask<Reading?> ReadAsync(CancellationToken cancellation);

    /// <summary>Whether menus list it: one of many of a kind is left out as long as it has nothing.</summary>
    ValueTask<bool> IsOfferedAsync(CancellationToken cancellation) => ValueTask.FromResult(true);

    /// <summary>What to import, and where from, when <see cref="ReadAsync"/> has nothing; nothing for what is always there.</summary>
    MissingData? Missing { get; }
}

/// <param name="What">A sentence that says what is missing.</param>
/// <param name="From">Where it is found.</param>
/// <param name="Command">What to type on the server.</param>
internal sealed record MissingData(string What, string From, string Command);
