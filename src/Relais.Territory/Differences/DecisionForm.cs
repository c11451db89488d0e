using System.ComponentModel.DataAnnotations;

namespace Relais.Territory.Differences;

internal sealed class DecisionForm
{
    [Display(Name = "Établissements")]
    public List<string> Chosen { get; init; } = [];

    [Display(Name = "Pourquoi garder le nôtre"), StringLength(500, ErrorMessage = "Au plus 500 caractères")]
    public string? Reason { get; init; }

    public IReadOnlyList<ReadDifference> Read => [.. Chosen.Select(ReadDifference.Parse).OfType<ReadDifference>().DistinctBy(one => one.Number)];
}
