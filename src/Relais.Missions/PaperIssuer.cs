using Relais.Kernel.Exercises;
using Relais.Kernel.Wording;

namespace Relais.Missions;

/// <summary>Who stands at the head of our papers. One made in an exercise says so: it looks like a true one otherwise.</summary>
internal sealed class PaperIssuer(ExerciseMark exercise, Words t)
{
    public async ValueTask<string> NameAsync(CancellationToken cancellation) =>
        await exercise.FindAsync(cancellation) is null ? "Relais" : t["Relais – EXERCICE, document sans valeur"];
}
