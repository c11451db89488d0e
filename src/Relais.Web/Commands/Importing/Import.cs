namespace Relais.Web.Commands.Importing;

/// <summary>Takes a file in: an extract of a register of the State, or figures for the observatory.</summary>
internal sealed class Import : ICommand
{
    public string Name => "import";

    public Task<int> RunAsync(string[] args) => args switch
    {
        ["rpps" or "finess", ..] => ImportRegister.RunAsync(args),
        ["undo", var id] => ImportDataset.UndoAsync(id),
        [var kind, .. var rest] when ImportDataset.Kinds.TryGetValue(kind, out var dataset) => ImportDataset.RunAsync(dataset, rest),
        _ => throw new CommandRefusedException($"say what to import. Usage: {ImportRegister.Usage} | {ImportDataset.Usage}"),
    };
}
