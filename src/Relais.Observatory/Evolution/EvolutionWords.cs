using System.Globalization;
using Relais.Kernel.Wording;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;

namespace Relais.Observatory.Evolution;

/// <summary>How a change over time is written, on pages and in files.</summary>
internal static class EvolutionWords
{
    /// <summary>The value; « non couvert » where the source of that vintage does not speak of the whole territory.</summary>
    public static string Say(this Words t, Moment moment, Indicator indicator) => moment.IsCovered ? t.Say(moment.Figure, indicator) : t["non couvert"];

    /// <summary>« −0,3 », « +2 points »; nothing where there is no change to tell.</summary>
    public static string SayDifference(this Words t, Change? change, Indicator indicator)
    {
        if (change is null)
        {
            return "";
        }

        var rounded = Math.Round(change.Difference, indicator.Decimals, MidpointRounding.AwayFromZero);
        var text = Sign(rounded) + indicator.Write(Math.Abs(rounded));
        return indicator.IsShare ? t["{0} pt", text] : text;
    }

    /// <summary>« −7,7 % »; nothing for what is itself a share: a part of a part is misread.</summary>
    public static string SayShare(this Words t, Change? change, Indicator indicator)
    {
        if (change?.Share is not { } share || indicator.IsShare)
        {
            return "";
        }

        var rounded = Math.Round(share, 3, MidpointRounding.AwayFromZero);
        return t["{0} %", Sign(rounded) + Math.Abs(100 * rounded).ToString("0.0", CultureInfo.CurrentCulture)];
    }

    /// <summary>« 3,9 en 2022 ».</summary>
    public static string SayWhen(this Words t, string value, string vintage) => vintage.Length is 4 ? t["{0} en {1}", value, vintage] : t["{0} au {1}", value, vintage];

    public static string Say(this Words t, Trend trend) => trend.Direction switch
    {
        Direction.Up => t["en hausse depuis {0}", trend.Since],
        Direction.Down => t["en baisse depuis {0}", trend.Since],
        Direction.Stable => t["stable depuis {0}", trend.Since],
        _ => t["source ou méthode changée depuis {0}", trend.Since],
    };

    /// <summary>Beside the words, never alone.</summary>
    public static string? SignOf(Trend? trend) => trend?.Direction switch
    {
        Direction.Up => "↗",
        Direction.Down => "↘",
        Direction.Stable => "→",
        _ => null,
    };

    /// <summary>Why a vintage is not held against the one before it; nothing where it is.</summary>
    public static string Say(this Words t, Rupture rupture)
    {
        List<string> reasons = [];
        Add(Rupture.Source, t["la source change"]);
        Add(Rupture.Method, t["la méthode ou les paramètres changent"]);
        Add(Rupture.Quality, t["la qualité change"]);
        Add(Rupture.Invented, t["l’un des deux est inventé pour la démonstration"]);
        return reasons.Count is 0 ? "" : t["Rupture de série : {0}.", string.Join(", ", reasons)];

        void Add(Rupture reason, string text)
        {
            if (rupture.HasFlag(reason))
            {
                reasons.Add(text);
            }
        }
    }

    private static string Sign(double value) => value > 0 ? "+" : value < 0 ? "−" : "";
}
