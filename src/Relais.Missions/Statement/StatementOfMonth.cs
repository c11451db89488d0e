using System.Globalization;
using Relais.Accounts.Contracts;
using Relais.Documents;
using Relais.Kernel.Time;

namespace Relais.Missions.Statement;

/// <summary>A month of an establishment, said once for every form in which it is read.</summary>
internal sealed record StatementOfMonth
{
    /// <summary>Its first day.</summary>
    public required DateOnly Month { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Whom it names.</summary>
    public required IReadOnlyList<PersonId> People { get; init; }

    public required Sheet Sheet { get; init; }

    /// <summary>How many sums nobody has fixed yet.</summary>
    public required int WithoutRate { get; init; }

    /// <summary>When the last of its facts was noted.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The month that an address asks for; that in which we are when it says nothing readable.</summary>
    public static DateOnly Asked(string? month, DateTimeOffset now) => MonthText.Read(month) ?? new DateOnly(now.Year, now.Month, 1);

    public string FileName => string.Create(CultureInfo.InvariantCulture, $"releve-{Month:yyyy-MM}");

    /// <param name="issuer">Who stands at its head.</param>
    public byte[] Draw(string issuer) => Pdf.Bytes(new Document
    {
        Title = Title,
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        Issuer = issuer,
        DatedAt = ChangedAt,
        IsWide = true,
        Blocks = [new Block.Facts(Facts), new Block.Table(Sheet)],
    });
}
