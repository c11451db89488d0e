namespace Relais.Replies.Reading;

internal enum ReplyMeaning
{
    Yes,
    No,

    /// <summary>No more SMS.</summary>
    Stop,

    /// <summary>Anything else, and anything that says more than yes or no: a person reads it.</summary>
    Unclear,
}
