namespace Relais.Web.Commands;

/// <summary>Finds the command that was asked for. Options alone mean <c>serve</c>.</summary>
internal static class CommandLine
{
    private static readonly ICommand[] Commands =
    [
        new Serve(), new Demo(), new Worker(), new Importing.Import(), new JournalCommand(), new BackupCommand(), new RestoreCommand(), new ExerciseCommand(), new Planning.Plan(), new Planning.Rank(), new Planning.Repair(), new Accessibility.Apl(), new Accessibility.WhatIf(),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var (name, rest) = args is [var first, ..] && !first.StartsWith('-') ? (first, args[1..]) : ("serve", args);
        if (Array.Find(Commands, command => command.Name == name) is not { } command)
        {
            await Console.Error.WriteLineAsync($"relais: there is no command '{name}'. Try: {string.Join(", ", Commands.Select(command => command.Name))}");
            return 2;
        }

        try
        {
            return await command.RunAsync(rest);
        }
        catch (CommandRefusedException refusal)
        {
            await Console.Error.WriteLineAsync($"relais: {refusal.Message}");
            return refusal.Code;
        }
    }
}

/// <summary>One word after <c>./relais</c>.</summary>
internal interface ICommand
{
    string Name { get; }

    /// <returns>0 done, 2 asked for something impossible, 1 otherwise.</returns>
    Task<int> RunAsync(string[] args);
}

/// <summary>The command cannot do what was asked; the message says why in one sentence.</summary>
/// <param name="code">2 when it was asked for something impossible, 1 when it failed on the way.</param>
internal sealed class CommandRefusedException(string message, int code = 2) : Exception(message)
{
    public int Code => code;
}
