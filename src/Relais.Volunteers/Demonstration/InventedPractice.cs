using System.Globalization;
using Relais.Kernel.Identifiers;
using Relais.Matching.Rest;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Demonstration;

/// <summary>
/// What invented people do. Shares of the professions as in spring 2020: 46 % nurses, 37 % care assistants, 3 %
/// physicians (Le Quotidien du médecin, « 50 000 médecins et soignants en renfort »).
/// </summary>
internal static class InventedPractice
{
    public static Profession DrawProfession(Random random) => random.Pick(
        (Profession.Nurse, 460), (Profession.CareAssistant, 370), (Profession.Physician, 26), (Profession.Surgeon, 4), (Profession.NurseAnaesthetist, 12), (Profession.TheatreNurse, 12),
        (Profession.HospitalServiceAgent, 40), (Profession.HospitalServiceEmployee, 12), (Profession.Porter, 16), (Profession.AmbulanceDriver, 14), (Profession.DispatchAssistant, 8),
        (Profession.Radiographer, 10), (Profession.Pharmacist, 6), (Profession.PharmacyTechnician, 10));

    public static VolunteerStatus DrawStatus(Random random) => random.Pick(
        (VolunteerStatus.Active, 72), (VolunteerStatus.Retired, 14), (VolunteerStatus.Student, 8), (VolunteerStatus.Other, 6));

    public static Regime DrawRegime(Random random, Profession profession) =>
        profession == Profession.Physician || profession == Profession.Surgeon || profession == Profession.Pharmacist
            ? random.Pick((Regime.HospitalDoctor, 45), (Regime.Liberal, 40), (Regime.PrivateSector, 15))
            : profession == Profession.Nurse
                ? random.Pick((Regime.HospitalAgent, 48), (Regime.PrivateSector, 32), (Regime.Liberal, 20))
                : random.Pick((Regime.HospitalAgent, 55), (Regime.PrivateSector, 45));

    public static IReadOnlyList<Skill> DrawSkills(Random random, Profession profession, DateOnly today)
    {
        var cells = ProfessionUnit.Of(profession);
        var count = cells.Count is 1 ? 1 : random.Pick((1, 50), (2, 35), (3, 15));
        var years = random.Next(0, 31);
        return
        [
            .. Enumerable.Range(0, count).Select(_ => DrawCell(random, cells)).Distinct().Select(cell => new Skill(
                cell, random.Next(0, years + 1), random.Chance(80) ? today.AddDays(-random.Next(60)) : today.AddMonths(-random.Next(3, 90)))),
        ];
    }

    /// <summary>A number that the directory could never give: its key is wrong, as in the test environments of the State.</summary>
    public static Rpps SandboxNumber(int rank)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"99{rank:D8}");
        return Enumerable.Range(0, 10)
            .Select(key => Rpps.Parse($"{digits}{key}", acceptSandbox: true).Value!)
            .First(number => number.IsSandbox);
    }

    /// <summary>Half of those who practise have said for whom; without a draw, so that nothing else of the demonstration changes.</summary>
    public static EmployerKind? KindOf(VolunteerStatus status, Regime regime) => (status, regime) switch
    {
        (VolunteerStatus.Active, Regime.HospitalAgent) => EmployerKind.PublicAgent,
        (VolunteerStatus.Active, Regime.Liberal) => EmployerKind.SelfEmployed,
        _ => null,
    };

    /// <summary>One agent in twenty has no agreement yet.</summary>
    public static IReadOnlyList<EmployerAgreement> AgreementsOf(VolunteerStatus status, Regime regime, int rank, DateOnly today) =>
        KindOf(status, regime) is EmployerKind.PublicAgent && rank % 20 is not 0 ? [new EmployerAgreement("Centre hospitalier", today.AddDays(-30), today.AddDays(330))] : [];

    public static Title DrawTitle(Random random, Profession profession, VolunteerStatus status, Regime regime, DateTimeOffset now)
    {
        var asked = status switch
        {
            VolunteerStatus.Active => regime is Regime.HospitalAgent or Regime.HospitalDoctor ? CredentialLevel.HospitalActive : CredentialLevel.Active,
            VolunteerStatus.Other => CredentialLevel.Licensed,
            _ => CredentialLevel.Supervised,
        };
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return random.Pick((0, 72), (1, 22), (2, 6)) switch
        {
            0 => new Title(profession, asked, new VerifiedTitle(asked, today.AddDays(random.Next(60, 400)), now.AddDays(-random.Next(10, 200)), By: null)),
            1 => new Title(profession, asked),
            _ => new Title(profession, asked, new VerifiedTitle(asked, today.AddDays(-random.Next(1, 60)), now.AddDays(-400), By: null)),
        };
    }

    private static ProfessionUnit DrawCell(Random random, IReadOnlyList<ProfessionUnit> cells) =>
        cells[cells.Count is 1 ? 0 : Math.Min(cells.Count - 1, (int)(cells.Count * Math.Pow(random.NextDouble(), 1.4)))];
}
