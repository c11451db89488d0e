using Relais.Accounts.Contracts;
using Relais.Kernel.Text;
using Relais.Registers.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Titles;

internal enum Agreement
{
    /// <summary>Same name, same profession.</summary>
    Same,

    /// <summary>The number is not in the register, or was not for longer than the delay in force.</summary>
    Absent,

    OtherName,

    OtherProfession,
}

/// <summary>What the national directory says of a title: for a person to judge, never a verdict.</summary>
/// <param name="Said">The name or the professions that the register has instead.</param>
internal sealed record RegisterAgreement(Agreement Agreement, string Said)
{
    public static RegisterAgreement Of(Profession profession, PersonName person, RegisteredPerson? registered)
    {
        var practices = registered?.Practices.Where(practice => !practice.IsGone).ToList() ?? [];
        if (registered is null || practices.Count is 0)
        {
            return new RegisterAgreement(Agreement.Absent, "");
        }

        if (!IsNamed(registered, person.FirstName, person.LastName))
        {
            return new RegisterAgreement(Agreement.OtherName, $"{registered.FirstName} {registered.LastName}");
        }

        return practices.Exists(practice => practice.Profession == profession.Nos)
            ? new RegisterAgreement(Agreement.Same, NameOf(profession.Nos!))
            : new RegisterAgreement(Agreement.OtherProfession, string.Join(", ", practices.Select(practice => NameOf(practice.Profession)).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>The directory writes « LE GOFF » where people write « Le Goff » or « Le-Goff ».</summary>
    public static bool IsNamed(RegisteredPerson registered, string firstName, string lastName) =>
        Letters(registered.LastName) == Letters(lastName) && FirstOf(registered.FirstName) == FirstOf(firstName);

    /// <summary>In French, as the grid names it; professions outside the grid keep their code.</summary>
    private static string NameOf(string nos) => Profession.All.FirstOrDefault(known => known.Nos == nos)?.Label ?? nos;

    private static string Letters(string name) => string.Concat(SearchKey.From(name).Where(char.IsLetter));

    /// <summary>The directory often has the first name only, or joins several with apostrophes.</summary>
    private static string FirstOf(string names) =>
        Letters(SearchKey.From(names).Split([' ', '\'', '’', '-'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "");
}
