namespace Relais.Reinforcement.PublicReports;

/// <summary>What everybody may read: no number in it counts so few people that they could be recognised.</summary>
/// <param name="Facilities">How many establishments asked.</param>
/// <param name="Asked">Places of the needs that were published and not cancelled.</param>
/// <param name="Came">What came of it, over the whole.</param>
/// <param name="FirstYesMinutes">The median, over the needs that had one, of the time from publishing to the first yes.</param>
/// <param name="Professions">By profession, most asked for first.</param>
/// <param name="Departments">By department, most asked for first.</param>
/// <param name="LeastPeople">Smaller numbers of people are not in here.</param>
/// <param name="Reference">Why that number.</param>
internal sealed record PublicFigures(
    int Facilities, int Asked, Presence? Came, int? FirstYesMinutes, IReadOnlyList<PublicLine> Professions, IReadOnlyList<PublicLine> Departments, int LeastPeople, string Reference);

/// <param name="Name">A profession in French, as the code has it, or a department.</param>
/// <param name="Asked">Places asked for: they count nobody.</param>
/// <param name="Came">Nothing when it is not published.</param>
internal sealed record PublicLine(string Name, int Asked, Presence? Came);

/// <param name="Filled">Places that somebody held.</param>
/// <param name="People">How many different people held them.</param>
internal sealed record Presence(int Filled, int People);
