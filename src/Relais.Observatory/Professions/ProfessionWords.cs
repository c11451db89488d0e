using Relais.Kernel.Wording;

namespace Relais.Observatory.Professions;

/// <summary>What the professions are called on screen, in addresses and in files.</summary>
internal static class ProfessionWords
{
    /// <summary>As files say it: <c>general-practitioner</c>.</summary>
    public static string CodeOf(CareProfession profession) => profession switch
    {
        CareProfession.GeneralPractitioner => "general-practitioner",
        CareProfession.Nurse => "nurse",
        CareProfession.Physiotherapist => "physiotherapist",
        CareProfession.Dentist => "dentist",
        _ => "midwife",
    };

    public static CareProfession? Read(ReadOnlySpan<char> code)
    {
        foreach (var profession in Enum.GetValues<CareProfession>())
        {
            if (code.Equals(CodeOf(profession), StringComparison.OrdinalIgnoreCase))
            {
                return profession;
            }
        }

        return null;
    }

    /// <summary>As addresses say it.</summary>
    public static string SlugOf(CareProfession profession) => profession switch
    {
        CareProfession.GeneralPractitioner => "medecins-generalistes",
        CareProfession.Nurse => "infirmiers",
        CareProfession.Physiotherapist => "kinesitherapeutes",
        CareProfession.Dentist => "chirurgiens-dentistes",
        _ => "sages-femmes",
    };

    public static CareProfession? ReadSlug(string? slug) => Enum.GetValues<CareProfession>().Cast<CareProfession?>().FirstOrDefault(profession => SlugOf(profession!.Value) == slug);

    /// <summary>Several of them, in a sentence: « médecins généralistes ».</summary>
    public static string NameOf(this Words t, CareProfession profession) => profession switch
    {
        CareProfession.GeneralPractitioner => t["médecins généralistes"],
        CareProfession.Nurse => t["infirmiers"],
        CareProfession.Physiotherapist => t["masseurs-kinésithérapeutes"],
        CareProfession.Dentist => t["chirurgiens-dentistes"],
        _ => t["sages-femmes"],
    };
}
