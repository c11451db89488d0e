using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;

namespace Relais.Kernel.Exercises;

/// <summary>Whether this installation is an exercise. Its database says so; no setting makes it one, and none makes it true again.</summary>
public sealed class ExerciseMark(IServiceScopeFactory scopes)
{
    private volatile bool _isKnown;
    private Exercise? _exercise;

    /// <returns>The exercise; nothing in an installation that serves. Asked of the database once: it never changes.</returns>
    public async ValueTask<Exercise?> FindAsync(CancellationToken cancellation)
    {
        if (!_isKnown)
        {
            await using var scope = scopes.CreateAsyncScope();
            _exercise = await scope.ServiceProvider.GetRequiredService<RelaisDb>().Set<Exercise>().AsNoTracking().SingleOrDefaultAsync(cancellation);
            _isKnown = true;
        }

        return _exercise;
    }
}
