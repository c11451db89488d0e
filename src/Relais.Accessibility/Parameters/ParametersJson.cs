using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Relais.Accessibility.Parameters;

/// <summary>
/// Parameters as JSON: <c>{"method":"e2sfca","steps":[{"below":10,"weight":1}]}</c>; <c>3sfca</c> with steps too; <c>2sfca</c> and
/// <c>bfca</c> with <c>"cutoff"</c>; <c>kernel</c> with <c>"decay"</c> (<c>exponential</c> or <c>gaussian</c>), <c>"rate"</c> and
/// <c>"cutoff"</c>. <c>"version"</c> and <c>"source"</c> may be said. A key of no use is refused: it may be a slip of the pen.
/// </summary>
public static class ParametersJson
{
    private static readonly string[] Known = ["method", "version", "source"];

    /// <param name="json">UTF-8; a byte order mark is passed over.</param>
    /// <param name="reason">What is wrong, in one English sentence without a full stop.</param>
    public static bool TryRead(ReadOnlyMemory<byte> json, [NotNullWhen(true)] out CatchmentParameters? parameters, [NotNullWhen(false)] out string? reason)
    {
        (parameters, reason) = (null, null);
        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json);
            parameters = Read(document.RootElement);
            return true;
        }
        catch (JsonException fault)
        {
            reason = $"this is not JSON: {fault.Message.TrimEnd('.')}";
        }
        catch (BadParametersException fault)
        {
            reason = fault.Message;
        }

        return false;
    }

    /// <summary>The same as it is read; a set read back is equal.</summary>
    public static byte[] Write(CatchmentParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("method", parameters.Method switch
            {
                CatchmentMethod.TwoStep => "2sfca",
                CatchmentMethod.Enhanced => "e2sfca",
                CatchmentMethod.Kernel => "kernel",
                CatchmentMethod.ThreeStep => "3sfca",
                _ => "bfca",
            });
            Write(writer, parameters.Decay);
            if (parameters.Version is { } version)
            {
                writer.WriteString("version", version);
            }

            if (parameters.Source is { } source)
            {
                writer.WriteString("source", source);
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Decay decay)
    {
        switch (decay)
        {
            case StepDecay { Steps: var steps }:
                writer.WriteStartArray("steps");
                foreach (var step in steps)
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("below", step.Below);
                    writer.WriteNumber("weight", step.Weight);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                break;
            case KernelDecay kernel:
                writer.WriteString("decay", kernel.Shape is KernelShape.Exponential ? "exponential" : "gaussian");
                writer.WriteNumber("rate", kernel.Rate);
                writer.WriteNumber("cutoff", kernel.Cutoff);
                break;
            default:
                writer.WriteNumber("cutoff", decay.Limit);
                break;
        }
    }

    private static CatchmentParameters Read(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            throw new BadParametersException("parameters must be an object");
        }

        var (method, decay) = Text(root, "method") switch
        {
            "2sfca" => (CatchmentMethod.TwoStep, Cutoff(root)),
            "e2sfca" => (CatchmentMethod.Enhanced, Steps(root)),
            "kernel" => (CatchmentMethod.Kernel, Kernel(root)),
            "3sfca" => (CatchmentMethod.ThreeStep, Steps(root)),
            "bfca" => (CatchmentMethod.Balanced, Cutoff(root)),
            null => throw new BadParametersException("method is missing"),
            var other => throw new BadParametersException($"method '{other}' is unknown: 2sfca, e2sfca, kernel, 3sfca or bfca"),
        };
        Only(root, [.. Known, .. decay switch { StepDecay => ["steps"], KernelDecay => ["decay", "rate", "cutoff"], _ => (string[])["cutoff"] }]);
        return new CatchmentParameters(method, decay, Text(root, "version"), Text(root, "source"));
    }

    private static Decay Cutoff(JsonElement root) => new CutoffDecay(Positive(root, "cutoff"));

    private static Decay Kernel(JsonElement root) => new KernelDecay(
        Text(root, "decay") switch
        {
            "exponential" => KernelShape.Exponential,
            "gaussian" => KernelShape.Gaussian,
            null => throw new BadParametersException("decay is missing"),
            var other => throw new BadParametersException($"decay '{other}' is unknown: exponential or gaussian"),
        },
        Positive(root, "rate"),
        Positive(root, "cutoff"));

    private static Decay Steps(JsonElement root)
    {
        if (!root.TryGetProperty("steps", out var list) || list.ValueKind is not JsonValueKind.Array)
        {
            throw new BadParametersException("steps is missing, or is no list");
        }

        WeightStep[] steps = [.. list.EnumerateArray().Select(Step)];
        return StepDecay.FaultOf(steps) is { } fault ? throw new BadParametersException(fault) : new StepDecay(steps);
    }

    private static WeightStep Step(JsonElement step)
    {
        if (step.ValueKind is not JsonValueKind.Object)
        {
            throw new BadParametersException("steps: each must be an object with below and weight");
        }

        Only(step, ["below", "weight"]);
        return new WeightStep(Number(step, "below"), Number(step, "weight"));
    }

    private static void Only(JsonElement element, string[] known)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (!known.Contains(property.Name))
            {
                throw new BadParametersException($"'{property.Name}' was not expected: {string.Join(", ", known)}");
            }

            if (!names.Add(property.Name))
            {
                throw new BadParametersException($"'{property.Name}' is said twice");
            }
        }
    }

    private static string? Text(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind is JsonValueKind.String ? value.GetString()
        : throw new BadParametersException($"{name} must be a text");

    private static double Positive(JsonElement element, string name) =>
        Number(element, name) is > 0 and var value ? value : throw new BadParametersException($"{name} must be more than zero");

    private static double Number(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) ? throw new BadParametersException($"{name} is missing")
        : value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number
        : throw new BadParametersException($"{name} must be a number");

    private sealed class BadParametersException(string message) : Exception(message);
}
