namespace Relais.Observatory.Indicators;

/// <summary>A measure that is known at several vintages.</summary>
internal interface IPastMeasure : IMeasure
{
    /// <summary>The newest first, each read when it is asked for; none as long as what it rests on was not imported.</summary>
    IAsyncEnumerable<VintageReading> VintagesAsync(CancellationToken cancellation);

    /// <summary>A sentence that says what is the same at all vintages, and so makes no difference between them; nothing when all changes.</summary>
    string? Unchanged => null;

    /// <summary>The newest vintage is the one in force.</summary>
    async ValueTask<Reading?> IMeasure.ReadAsync(CancellationToken cancellation) => (await VintagesAsync(cancellation).FirstOrDefaultAsync(cancellation))?.Reading;
}

/// <summary>What a measure reads at one vintage.</summary>
/// <param name="Vintage">Of when it is, as its source says: a year or a day.</param>
internal sealed record VintageReading(string Vintage, Reading Reading);
