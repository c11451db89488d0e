using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Registers.Contracts;
using Relais.Registers.Importing;

namespace Relais.Registers.Administration;

/// <summary>What each register holds, and what came of the last extracts.</summary>
internal sealed class RegistersModel(RegistersDb db, IRegisters registers, IEnumerable<IRegisterWatch> watches, Words t) : PageModel, IHasTables
{
    private const int LastRuns = 10;

    public IReadOnlyList<State> States { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var states = new List<State>();
        foreach (var register in Enum.GetValues<RegisterKind>())
        {
            var runs = await db.Set<RegisterRun>().AsNoTracking().Where(run => run.Register == register)
                .OrderByDescending(run => run.Number).Take(this.RowsFrom(LastRuns)).ToListAsync(cancellation);
            var open = new List<Differing>();
            foreach (var watch in watches.Where(watch => watch.Register == register))
            {
                open.Add(new Differing(watch.Address, await watch.OpenAsync(cancellation)));
            }

            states.Add(new State(register, await registers.StandingAsync(register, cancellation), [.. open.Where(one => one.Count > 0)], runs));
        }

        States = states;
    }

    Sheet? IHasTables.Table(string? name) => States.FirstOrDefault(state => NameOf(state) == name) is { } asked
        ? Sheet.Of(
            TitleOf(asked),
            asked.Runs,
            (t["Fichier"], run => Cell.Of(run.File)),
            (t["Le (UTC)"], run => Cell.At(run.EndedAt, "UTC")),
            (t["Lignes lues"], run => Cell.Of(run.Lines)),
            (t["Résultat"], run => Cell.Of(OutcomeOf(run))))
        : null;

    /// <summary>As addresses and commands say it.</summary>
    public static string NameOf(State state) => state.Register is RegisterKind.Rpps ? "rpps" : "finess";

    public string TitleOf(State state) => state.Register is RegisterKind.Rpps ? t["RPPS : professionnels de santé"] : t["FINESS : établissements"];

    public string OutcomeOf(RegisterRun run) => run.Fault switch
    {
        null => t["{0:N0} ajoutées, {1:N0} changées, {2:N0} disparues", run.Added, run.Changed, run.Vanished],
        RegisterFault.Empty => t["Refusé : le fichier est vide"],
        RegisterFault.TornLine => t["Refusé : la ligne {0} est coupée ou d’une autre forme ({1} colonnes)", run.FaultLine ?? 0, run.Detail ?? ""],
        RegisterFault.NotJson => t["Refusé : ce n’est pas du JSON, ou pas tout (ligne et colonne {0})", run.Detail ?? ""],
        RegisterFault.MissingColumn when run.IsJson => t["Refusé : la liste « {0} » n’y est pas", run.Detail ?? ""],
        RegisterFault.MissingColumn => t["Refusé : la colonne « {0} » manque", run.Detail ?? ""],
        RegisterFault.ManyBadLines when run.IsJson => t["Refusé : trop d’établissements illisibles ({0}), le premier est le n° {1}", run.Detail ?? "", run.FaultLine ?? 0],
        RegisterFault.ManyBadLines => t["Refusé : trop de lignes illisibles ({0}), la première est la ligne {1}", run.Detail ?? "", run.FaultLine ?? 0],
        RegisterFault.Shrunk => t["Refusé : trop de lignes manquent ({0})", run.Detail ?? ""],
        _ => t["Refusé : l’extrait en place est plus récent ({0})", run.Detail ?? ""],
    };

    /// <param name="Open">Where differences wait for a person to look at them.</param>
    internal sealed record State(RegisterKind Register, RegisterStanding? Standing, IReadOnlyList<Differing> Open, IReadOnlyList<RegisterRun> Runs);

    internal sealed record Differing(string Address, int Count);
}
