using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Registers.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Titles;

/// <summary>A title with the number under which the register would know it.</summary>
internal sealed record NumberedTitle(Guid Id, PersonId Person, Profession Profession, Rpps Number);

/// <summary>Compares titles with the extract of the RPPS in place.</summary>
internal sealed class TitlesInRegister(IRegisters registers, IPeople people, Words t)
{
    public Task<RegisterStanding?> StandingAsync(CancellationToken cancellation) => registers.StandingAsync(RegisterKind.Rpps, cancellation);

    public async Task<IReadOnlyDictionary<Guid, RegisterAgreement>> CompareAsync(IReadOnlyCollection<NumberedTitle> titles, CancellationToken cancellation)
    {
        var registered = await registers.FindAsync([.. titles.Select(title => title.Number)], cancellation);
        var names = await people.FindAsync([.. titles.Select(title => title.Person).Distinct()], cancellation);
        return titles.Where(title => title.Profession.HasRpps && names.ContainsKey(title.Person)).ToDictionary(
            title => title.Id,
            title => RegisterAgreement.Of(title.Profession, names[title.Person], registered.GetValueOrDefault(title.Number)));
    }

    /// <summary>« même nom, profession Infirmier ».</summary>
    public string Sentence(RegisterAgreement agreement) => agreement.Agreement switch
    {
        Agreement.Same => t["même nom, profession {0}", t[agreement.Said]],
        Agreement.OtherName => t["autre nom : {0}", agreement.Said],
        Agreement.OtherProfession => t["même nom, autre profession : {0}", agreement.Said],
        _ => t["ce numéro n’y figure pas"],
    };
}
