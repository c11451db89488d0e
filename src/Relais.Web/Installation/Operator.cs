namespace Relais.Web.Installation;

/// <summary>Who runs this installation, from the section « Operator » of the configuration; what is missing is said to be missing.</summary>
internal sealed record Operator
{
    public string? Name { get; init; }

    public string? Address { get; init; }

    public string? LegalForm { get; init; }

    public string? PublicationDirector { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? PhoneHours { get; init; }

    public string? HostName { get; init; }

    public string? HostAddress { get; init; }

    public string? HostPhone { get; init; }

    public string? DataProtectionOfficer { get; init; }

    public Uri? SourceCode { get; init; }

    /// <summary>The number as a telephone wants it: digits and a leading plus.</summary>
    public string? PhoneLink => Phone is null ? null : $"tel:{string.Concat(Phone.Where(character => char.IsDigit(character) || character is '+'))}";
}
