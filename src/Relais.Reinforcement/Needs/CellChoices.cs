using Microsoft.AspNetCore.Mvc.Rendering;
using Relais.Kernel.Wording;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>The 28 cells as a list to choose from, grouped by profession.</summary>
internal static class CellChoices
{
    public static IEnumerable<SelectListItem> All(Words t)
    {
        var groups = new Dictionary<string, SelectListGroup>(StringComparer.Ordinal);
        foreach (var cell in ProfessionUnit.All)
        {
            SelectListGroup? group = null;
            if (cell.Unit is not null && !groups.TryGetValue(cell.Profession.Code, out group))
            {
                group = groups[cell.Profession.Code] = new SelectListGroup { Name = t[cell.Profession.Label] };
            }

            yield return new SelectListItem(t[cell.Label], cell.Code) { Group = group };
        }
    }
}
