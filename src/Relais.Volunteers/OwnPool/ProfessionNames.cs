using Relais.Kernel.Text;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.OwnPool;

/// <summary>The ways in which rosters write the professions of the grid.</summary>
internal static class ProfessionNames
{
    private static readonly Dictionary<string, Profession> Known = Names();

    public static Profession? Find(string text) => Known.GetValueOrDefault(KeyOf(text));

    private static Dictionary<string, Profession> Names()
    {
        var names = new Dictionary<string, Profession>(StringComparer.Ordinal);
        foreach (var profession in Profession.All)
        {
            names[KeyOf(profession.Label)] = profession;
            names[KeyOf(profession.Code)] = profession;
        }

        foreach (var (name, profession) in ((string, Profession)[])
        [
            ("IDE", Profession.Nurse), ("Infirmière", Profession.Nurse), ("Infirmier(e)", Profession.Nurse), ("Infirmier diplômé d'État", Profession.Nurse),
            ("AS", Profession.CareAssistant), ("Aide-soignante", Profession.CareAssistant), ("IADE", Profession.NurseAnaesthetist), ("IBODE", Profession.TheatreNurse),
            ("ASH", Profession.HospitalServiceAgent), ("ESH", Profession.HospitalServiceEmployee), ("ARM", Profession.DispatchAssistant),
            ("Brancardière", Profession.Porter), ("Ambulancier", Profession.AmbulanceDriver), ("Ambulancière", Profession.AmbulanceDriver),
            ("Manip", Profession.Radiographer), ("Manipulateur", Profession.Radiographer), ("Manipulatrice", Profession.Radiographer),
            ("Docteur", Profession.Physician), ("Pharmacienne", Profession.Pharmacist), ("Préparateur", Profession.PharmacyTechnician), ("Préparatrice", Profession.PharmacyTechnician),
            ("Chirurgienne", Profession.Surgeon),
        ])
        {
            names[KeyOf(name)] = profession;
        }

        return names;
    }

    private static string KeyOf(string text) => string.Concat(SearchKey.From(text).Where(char.IsLetter));
}
