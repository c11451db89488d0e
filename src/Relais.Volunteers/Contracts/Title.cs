namespace Relais.Volunteers.Contracts;

/// <summary>The right to practise a profession, as the person claims it and as it was verified.</summary>
/// <param name="Profession">The profession.</param>
/// <param name="AskedLevel">The level that the person asks to be known for.</param>
/// <param name="Verified">What was verified, or nothing yet.</param>
public sealed record Title(Profession Profession, CredentialLevel AskedLevel, VerifiedTitle? Verified = null)
{
    /// <summary>The level that counts on that day: nothing before the verification and after its expiry.</summary>
    public CredentialLevel? LevelOn(DateOnly day) => Verified is { } verified && day < verified.ValidUntil ? verified.Level : null;
}

/// <param name="Level">The level that was found.</param>
/// <param name="ValidUntil">The first day on which the verification no longer counts.</param>
/// <param name="At">When it was verified.</param>
/// <param name="By">The account that decided, or nothing for a check against an open register.</param>
public sealed record VerifiedTitle(CredentialLevel Level, DateOnly ValidUntil, DateTimeOffset At, Guid? By);

/// <summary>
/// How much is known of a right to practise, the higher the more: the four levels of the advance registration of health
/// volunteers in the United States (ESAR-VHP, which numbers them the other way), in the words of this country.
/// </summary>
public enum CredentialLevel
{
    /// <summary>Student, retired, or experience alone verified: works under the responsibility of another.</summary>
    Supervised = 1,

    /// <summary>Right to practise verified, does not practise now.</summary>
    Licensed = 2,

    /// <summary>Right to practise verified, practises now outside hospital.</summary>
    Active = 3,

    /// <summary>Right to practise verified, practises in a hospital now.</summary>
    HospitalActive = 4,
}
