using Relais.Accessibility.Parameters;

namespace Relais.Web.Commands.Accessibility;

/// <summary>Computes what more acts at one commune, or fewer, change for every commune of a file.</summary>
internal sealed class WhatIf : ICommand
{
    private const string Usage = "relais what-if --communes F --supply F --times F [--parameters F] --at CODE --acts N --out F [--skip-bad-lines]";

    public string Name => "what-if";

    public Task<int> RunAsync(string[] args)
    {
        var options = Options.WithoutFolder(args, Usage, [.. Inputs.Names, "at", "acts"], "skip-bad-lines");
        var (code, acts) = (options.Required("at"), options.Finite("acts"));
        var inputs = Inputs.Read(options);
        var place = inputs.Communes.Codes.Find(code) is >= 0 and var rank ? rank : throw new CommandRefusedException($"--at {code} is not in the list of communes");
        var catchment = inputs.Catchment();
        var before = catchment.Divide(inputs.Supply).Values;
        var changes = catchment.Add(place, acts);
        var (deltas, threshold) = (new double[before.Count], AplThreshold.Low.Value);
        var (sum, rising, falling) = (0.0, 0.0, 0.0);
        foreach (var (commune, change) in changes)
        {
            deltas[commune] = change;
            sum += inputs.Communes.Standardised[commune] * change;
            var (wasLow, isLow) = (before[commune] < threshold, before[commune] + change < threshold);
            rising += wasLow && !isLow ? inputs.Communes.Population[commune] : 0;
            falling += isLow && !wasLow ? inputs.Communes.Population[commune] : 0;
        }

        var computing = inputs.Computing();
        if (changes.Count is 0)
        {
            Console.Error.WriteLine($"relais: nobody would come to {code}: nothing changes");
        }

        if (inputs.Supply[place] + acts < 0)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"relais: {code} has only {inputs.Supply[place]} acts; the figures are those of a supply below zero"));
        }

        inputs.Write(options.Required("out"), "delta", deltas);
        inputs.Print(FormattableString.Invariant($"\"sum_p_delta\":{sum:R},\"delta_supply\":{acts:R},\"people_rising\":{rising:R},\"people_falling\":{falling:R},"), computing);
        return Task.FromResult(0);
    }
}
