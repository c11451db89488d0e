using Microsoft.Extensions.Configuration;
using Relais.Kernel.Data;
using Relais.Kernel.Exercises;

namespace Relais.Kernel.Messages;

/// <summary>The folders that stand for the post.</summary>
/// <param name="Mail">Where e-mails are written as files, if anywhere.</param>
/// <param name="Sms">The same for SMS.</param>
/// <param name="NothingLeaves">Whatever servers the configuration names, messages go to these folders.</param>
public sealed record StandInPost(string? Mail, string? Sms, bool NothingLeaves);

/// <summary>Where messages stop instead of leaving: in the folders that the configuration names, and during an exercise beside its database.</summary>
public sealed class PostFolders(IConfiguration configuration, ExerciseMark exercise, DatabaseCatalog databases)
{
    public async ValueTask<StandInPost> FindAsync(CancellationToken cancellation)
    {
        if (await exercise.FindAsync(cancellation) is null)
        {
            return new StandInPost(configuration["Mail:Folder"], configuration["Sms:Folder"], NothingLeaves: false);
        }

        var folder = ExerciseFolder.Of(databases[Database.Main]);
        return new StandInPost(Path.Combine(folder, "mail"), Path.Combine(folder, "sms"), NothingLeaves: true);
    }
}
