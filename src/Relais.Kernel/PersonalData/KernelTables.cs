namespace Relais.Kernel.PersonalData;

/// <summary>The rows about people that the Kernel keeps. Who did what is in the journal, by account and without a name.</summary>
internal static class KernelTables
{
    public static PersonalTable[] All { get; } =
    [
        new("message", "Messages envoyés")
        {
            Merging = Merging.MovesUnless("other.template = mine.template AND other.channel = mine.channel AND other.once_key = mine.once_key"),
            Erasing = Erasing.Deleted,
            Hidden = ["lease_token", "lease_until", "provider_id", "once_key"],
        },
    ];
}
