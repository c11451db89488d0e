namespace Relais.Kernel.Messages;

public enum Channel
{
    Email,
    Sms,

    /// <summary>The list of messages that a person finds when signed in.</summary>
    Inbox,
}

/// <summary>What a message is to the person who receives it; it decides when it goes and who may stop it.</summary>
public enum MessageNature
{
    /// <summary>Just asked for, or cannot wait (a sign-in link, a mission called off): at any hour, whatever was stopped.</summary>
    Immediate,

    /// <summary>Belongs to what the person takes part in (a confirmation): waits for the end of quiet hours, cannot be stopped.</summary>
    Service,

    /// <summary>Proposes something (an invitation): waits for the end of quiet hours, and stops when the person says stop.</summary>
    Notice,
}
