namespace Relais.Web.Commands.Accessibility;

/// <summary>Computes the accessibility of every commune of a file.</summary>
internal sealed class Apl : ICommand
{
    private const string Usage = "relais apl --communes F --supply F --times F [--parameters F] --out F [--skip-bad-lines]";

    public string Name => "apl";

    public Task<int> RunAsync(string[] args)
    {
        var options = Options.WithoutFolder(args, Usage, Inputs.Names, "skip-bad-lines");
        var inputs = Inputs.Read(options);
        var figures = inputs.Catchment().Divide(inputs.Supply);
        var computing = inputs.Computing();
        if (figures.LostSupply > 0)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"relais: {figures.LostSupply} acts are at places where nobody would come: they are in no figure"));
        }

        inputs.Write(options.Required("out"), "apl", figures.Values);
        inputs.Print("", computing);
        return Task.FromResult(0);
    }
}
