using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Wording;
using Relais.Registers.Contracts;
using Relais.Registers.Importing;

namespace Relais.Registers.Administration;

/// <summary>What each register holds, and what came of the last extracts.</summary>
internal sealed class RegistersModel(RegistersDb db, IRegisters registers, IEnumerable<IRegisterWatch> watches, Words t) : PageModel
{
    private const int LastRuns = 10;

    public IReadOnlyList<State> States { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var states = new List<State>();
        foreach (var register in Enum.GetValues<RegisterKind>())
        {
            var runs = await db.Set<RegisterRun>().AsNoTracking().Where(run => run.Register == register)
                .OrderByDescending(run => run.Number).Take(LastRuns).ToListAsync(cancellation);
            var open = 0;
            foreach (var watch in watches.Where(watch => watch.Register == register))
            {
                open += await watch.OpenAsync(cancellation);
            }

            states.Add(new State(register, await registers.StandingAsync(register, cancellation), open, runs));
        }

        States = states;
    }

    public string OutcomeOf(RegisterRun run) => run.Fault switch
    {
        null => t["{0:N0} ajoutées, {1:N0} changées, {2:N0} disparues", run.Added, run.Changed, run.Vanished],
        RegisterFault.Empty => t["Refusé : le fichier est vide"],
        RegisterFault.MissingColumn => t["Refusé : la colonne « {0} » manque", run.Detail ?? ""],
        RegisterFault.TornLine => t["Refusé : la ligne {0} est coupée ou d’une autre forme ({1} colonnes)", run.FaultLine ?? 0, run.Detail ?? ""],
        RegisterFault.ManyBadLines => t["Refusé : trop de lignes illisibles ({0}), la première est la ligne {1}", run.Detail ?? "", run.FaultLine ?? 0],
        RegisterFault.Shrunk => t["Refusé : trop de lignes manquent ({0})", run.Detail ?? ""],
        _ => t["Refusé : l’extrait en place est plus récent ({0})", run.Detail ?? ""],
    };

    /// <param name="Open">Differences that wait for a person to look at them.</param>
    internal sealed record State(RegisterKind Register, RegisterStanding? Standing, int Open, IReadOnlyList<RegisterRun> Runs);
}
