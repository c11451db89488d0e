using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Relais.Reinforcement.Board;

internal sealed class OpenNeedsModel(OpenNeeds open) : PageModel
{
    public IReadOnlyList<OpenNeed> Needs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Needs = await open.ListAsync(cancellation);
}
