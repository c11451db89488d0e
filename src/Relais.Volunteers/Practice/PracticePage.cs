using Relais.Design.Fields;
using Relais.Kernel.Wording;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Practice;

/// <summary>A page that asks what a person practises: the step of the registration and the page of the dossier.</summary>
internal interface IPracticePage
{
    PracticeForm Form { get; }

    /// <summary>What the directory says of the number just typed, when that was asked.</summary>
    RppsSaid? Said { get; }
}

internal static class PracticeChoices
{
    public static IEnumerable<Choice> Professions(Words words) =>
        Profession.All.Select(profession => new Choice(profession.Code, words[profession.Label]));
}
