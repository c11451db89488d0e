using System.Text.Json;
using Relais.Kernel.Identifiers;
using Relais.Volunteers.Practice;
using Relais.Volunteers.Skills;
using Relais.Volunteers.When;
using Relais.Volunteers.Where;

namespace Relais.Volunteers.Registration;

/// <summary>The answers of a registration, step by step; a step not yet answered is nothing.</summary>
internal sealed record RegistrationAnswers
{
    // What is stored was checked when it was typed; a sandbox number of a demonstration is read back as it was.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new IdentifierJson<Rpps>(text => Rpps.Stored(text ?? "")) },
    };

    public WhoForm? Who { get; init; }

    public PracticeForm? Practice { get; init; }

    public SkillsForm? Skills { get; init; }

    public WhereForm? Where { get; init; }

    public WhenForm? When { get; init; }

    /// <summary>The first step without an answer: nobody jumps further.</summary>
    public int NextStep => Who is null ? 1 : Practice is null ? 2 : Skills is null ? 3 : Where is null ? 4 : When is null ? 5 : Steps.Last;

    public static RegistrationAnswers Read(string json) => JsonSerializer.Deserialize<RegistrationAnswers>(json, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);
}
