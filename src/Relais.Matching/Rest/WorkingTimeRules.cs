using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relais.Matching.Rest;

/// <summary>The dated rules on working time: all the law that this library knows, and it comes from outside.</summary>
public sealed class WorkingTimeRules
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        AllowOutOfOrderMetadataProperties = true,
    };

    private readonly IReadOnlyList<WorkingTimeRule> _rules;
    private readonly IReadOnlyList<NightHours> _nights;

    /// <summary>Rules as rows, in the order in which a refusal cites them.</summary>
    /// <exception cref="FormatException">A row has an impossible figure, or two rows of a kind count on the same day.</exception>
    public WorkingTimeRules(IEnumerable<WorkingTimeRule> rules, IEnumerable<NightHours> nights)
    {
        _rules = [.. rules];
        _nights = [.. nights];
        foreach (var (rule, index) in _rules.Select((rule, index) => (rule, index)))
        {
            Require(rule.Fault is null, index, rule.Fault);
            Require(rule.Article.Length > 0, index, "a rule cites its article");
            Require(rule.ValidTo is not { } end || rule.ValidFrom < end, index, "validTo is not after validFrom");
            Require(!_rules.Take(index).Any(other => SameKind(rule, other) && Meet(rule, other)), index, "another row of this kind and regime is in force on the same day");
        }
    }

    /// <summary>Every row, whatever its dates.</summary>
    public IReadOnlyList<WorkingTimeRule> All => _rules;

    /// <summary>The rows that count for somebody whose shift starts on that day.</summary>
    public IReadOnlyList<WorkingTimeRule> InForce(Regime regime, DateOnly day) =>
        [.. _rules.Where(rule => rule.Regime == regime && rule.InForce(day))];

    /// <summary>What night is on that day; null when no row says.</summary>
    public NightHours? NightOn(DateOnly day) =>
        _nights.LastOrDefault(night => night.ValidFrom <= day && (night.ValidTo is not { } end || day < end));

    /// <summary>Reads a JSON document like the embedded <c>Rest/working-time.json</c>; unknown members are refused.</summary>
    /// <exception cref="FormatException">The document is not one, with the path or the row at fault.</exception>
    public static WorkingTimeRules Parse(string json)
    {
        try
        {
            var document = JsonSerializer.Deserialize<Document>(json, Strict)!;
            return new WorkingTimeRules(document.Rules, document.Nights);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"Working-time rules: {exception.Message}", exception);
        }
    }

    /// <summary>The rows that come with the library, with their articles: French law as of November 2025.</summary>
    public static WorkingTimeRules ReadEmbedded()
    {
        using var reader = new StreamReader(typeof(WorkingTimeRules).Assembly.GetManifestResourceStream("working-time.json")!);
        return Parse(reader.ReadToEnd());
    }

    private static bool SameKind(WorkingTimeRule one, WorkingTimeRule other) => one.GetType() == other.GetType() && one.Regime == other.Regime;

    private static bool Meet(WorkingTimeRule one, WorkingTimeRule other) =>
        (other.ValidTo is not { } otherEnd || one.ValidFrom < otherEnd) && (one.ValidTo is not { } oneEnd || other.ValidFrom < oneEnd);

    private static void Require(bool condition, int index, string? fault)
    {
        if (!condition)
        {
            throw new FormatException($"Working-time rules: row {index + 1}: {fault}.");
        }
    }

    private sealed record Document
    {
        public string? Source { get; init; }

        public required IReadOnlyList<WorkingTimeRule> Rules { get; init; }

        public required IReadOnlyList<NightHours> Nights { get; init; }
    }
}
