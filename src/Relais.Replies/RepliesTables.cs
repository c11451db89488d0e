using Relais.Kernel.PersonalData;

namespace Relais.Replies;

/// <summary>The rows about people that this room keeps.</summary>
internal static class RepliesTables
{
    public static PersonalTable[] All { get; } =
    [
        new("question", "Questions posées par SMS")
        {
            Erasing = Erasing.Blanked("number = '', retired_at = COALESCE(retired_at, @now)", "La réponse qu’elle a reçue reste comptée"),
        },
        new("sms_reply", "Réponses par SMS")
        {
            Owner = "question_id",
            OwnedBy = OwnerKind.Row("question"),
            Merging = Merging.Stays,
            Erasing = Erasing.Blanked("number = '', text = '', echo = NULL", "Qu’une réponse est venue reste compté, sans ce qu’elle disait"),
            Hidden = ["provider_id"],
        },
    ];
}
