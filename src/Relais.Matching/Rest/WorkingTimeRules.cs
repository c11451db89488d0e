using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relais.Matching.Rest;

/// <summary>The dated rules on working time: all the law that this library knows, and it comes from outside.</summary>
public sealed class WorkingTimeRules
{
    /// <summary>The kind of the rows that give a <see cref="WorkingTimeRule"/>.</summary>
    public const string Kind = "working-time";

    /// <summary>The kind of the rows that give <see cref="NightHours"/>.</summary>
    public const string NightKind = "night-hours";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        AllowOutOfOrderMetadataProperties = true,
    };

    private readonly IReadOnlyList<WorkingTimeRule> _rules;
    private readonly IReadOnlyList<NightHours> _nights;

    /// <summary>Rules as rows, in any order: a refusal cites the lack of rest before the excess of work.</summary>
    /// <exception cref="FormatException">A row has an impossible figure, or two rows of a key count on the same day.</exception>
    public WorkingTimeRules(IReadOnlyCollection<WorkingTimeRow> rows)
    {
        foreach (var row in rows)
        {
            Require(row.Reference is { Length: > 0 }, row, "cites no article");
            Require(row.ValidTo is not { } end || row.ValidFrom < end, row, "ends before it begins");
            Require(rows.All(other => ReferenceEquals(other, row) || other.Key != row.Key || !Meet(row, other)), row, "counts on the same day as another of its key");
        }

        _rules = [.. rows.Where(row => row.Kind == Kind).Select(ReadRule).OrderBy(rule => rule is DailyRest ? 0 : 1).ThenBy(rule => rule.Code, StringComparer.Ordinal)];
        _nights = [.. rows.Where(row => row.Kind == NightKind).Select(ReadNight)];
    }

    /// <summary>Every row, whatever its dates.</summary>
    public IReadOnlyList<WorkingTimeRule> All => _rules;

    /// <summary>The rows that count for somebody whose shift starts on that day.</summary>
    public IReadOnlyList<WorkingTimeRule> InForce(Regime regime, DateOnly day) =>
        [.. _rules.Where(rule => rule.Regime == regime && rule.InForce(day))];

    /// <summary>What night is on that day; null when no row says.</summary>
    public NightHours? NightOn(DateOnly day) =>
        _nights.FirstOrDefault(night => night.ValidFrom <= day && (night.ValidTo is not { } end || day < end));

    /// <summary>Reads a JSON document like the embedded <c>Rest/working-time.json</c>; unknown members are refused.</summary>
    /// <exception cref="FormatException">The document is not one, with the path or the row at fault.</exception>
    public static WorkingTimeRules Parse(string json)
    {
        try
        {
            return new WorkingTimeRules(JsonSerializer.Deserialize<WorkingTimeRow[]>(json, Strict) ?? []);
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

    private static WorkingTimeRule ReadRule(WorkingTimeRow row)
    {
        var rule = Read<WorkingTimeRule>(row) with { ValidFrom = row.ValidFrom, ValidTo = row.ValidTo, Article = row.Reference };
        Require(rule.Fault is null, row, rule.Fault);
        return rule;
    }

    private static NightHours ReadNight(WorkingTimeRow row)
    {
        var night = Read<NightHours>(row) with { ValidFrom = row.ValidFrom, ValidTo = row.ValidTo, Article = row.Reference };
        Require(night.AtLeastMinutes > 0, row, "atLeastMinutes must be above zero");
        return night;
    }

    private static T Read<T>(WorkingTimeRow row)
    {
        try
        {
            return row.Value.Deserialize<T>(Strict) ?? throw new JsonException("has no value");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"Working-time rules: {row.Key} from {row.ValidFrom:O}: {exception.Message}", exception);
        }
    }

    private static bool Meet(WorkingTimeRow one, WorkingTimeRow other) =>
        (other.ValidTo is not { } otherEnd || one.ValidFrom < otherEnd) && (one.ValidTo is not { } oneEnd || other.ValidFrom < oneEnd);

    private static void Require(bool condition, WorkingTimeRow row, string? fault)
    {
        if (!condition)
        {
            throw new FormatException($"Working-time rules: {row.Key} from {row.ValidFrom:O}: {fault}.");
        }
    }
}
