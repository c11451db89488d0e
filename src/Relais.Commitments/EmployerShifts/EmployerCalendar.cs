using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;

namespace Relais.Commitments.EmployerShifts;

/// <summary>A calendar file: waiting with its content, then imported without it.</summary>
internal sealed partial class EmployerCalendar
{
    public const string Source = "employer-calendar";

    private const int LongestName = 120;

    private EmployerCalendar()
    {
    }

    public EmployerImportId Id { get; private init; } = EmployerImportId.New();

    public PersonId PersonId { get; private init; }

    public string FileName { get; private init; } = "";

    public string Digest { get; private init; } = "";

    public string TimeZone { get; private init; } = "";

    public bool WholeDaysWork { get; private init; }

    public byte[]? Content { get; private set; }

    public DateTimeOffset ReadAt { get; private init; }

    public DateTimeOffset? ImportedAt { get; private set; }

    public static EmployerCalendar Waiting(CalendarUpload upload, byte[] content, DateTimeOffset at) => new()
    {
        PersonId = upload.Person,
        FileName = NameOf(upload.FileName),
        Digest = Convert.ToHexStringLower(SHA256.HashData(content)),
        TimeZone = upload.TimeZone,
        WholeDaysWork = upload.WholeDaysAreWorked,
        Content = content,
        ReadAt = at,
    };

    /// <summary>Whether the other is this file, or a version of it.</summary>
    public bool Continues(EmployerCalendar other) =>
        other.Digest == Digest || other.FileName.Equals(FileName, StringComparison.OrdinalIgnoreCase);

    public void WasImported(DateTimeOffset at)
    {
        Content = null;
        ImportedAt = at;
    }

    /// <summary>The name without its folder, nor the figure that browsers add to a file downloaded twice: <c>planning (1).ics</c>.</summary>
    private static string NameOf(string given)
    {
        var name = DownloadedAgain().Replace(given.Replace('\\', '/').Split('/')[^1].Trim(), "");
        return name.Length is 0 ? "calendrier.ics" : name[..Math.Min(name.Length, LongestName)];
    }

    [GeneratedRegex(@" ?\(\d{1,3}\)(?=\.\w{1,5}$|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex DownloadedAgain();

    internal sealed class Mapping : IEntityTypeConfiguration<EmployerCalendar>
    {
        public void Configure(EntityTypeBuilder<EmployerCalendar> calendar) => calendar.HasKey(c => c.Id);
    }
}
