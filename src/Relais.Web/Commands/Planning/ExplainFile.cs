using System.Text.Json;
using Relais.Matching.Explaining;

namespace Relais.Web.Commands.Planning;

/// <summary>The explanations of a plan as JSON: a list, one object a shift with an open post.</summary>
internal static class ExplainFile
{
    public static void Write(string path, IReadOnlyList<OpenShift> explanations) => OutputFile.Write(path, writer => writer.Write(JsonSerializer.Serialize(explanations.Select(one => new
    {
        shift = one.Shift,
        open = one.Open,
        funnel = new { profession = one.Funnel.Profession, skill = one.Funnel.Skill, distance = one.Funnel.Distance, available = one.Funnel.Available, eligible = one.Funnel.Eligible },
        kind = one.Kind.ToString().ToLowerInvariant(),
        needs = one.Needs,
        blocked = one.Blocked.Select(blocked => new { volunteer = blocked.Volunteer, rule = blocked.Rule, by = blocked.By }),
        unblock = one.Remedies.Select(remedy => new { change = NameOf(remedy.Kind), volunteer = remedy.Volunteer, by = remedy.By }),
    }))));

    /// <summary>With its unit.</summary>
    private static string NameOf(RemedyKind kind) => kind switch
    {
        RemedyKind.Skill => "skill",
        RemedyKind.Kilometres => "km",
        RemedyKind.Hours => "free_min",
        RemedyKind.Shifts => "shifts",
        RemedyKind.StartLater => "start_later_min",
        _ => "end_earlier_min",
    };
}
