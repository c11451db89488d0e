using Relais.Matching.Instances;

namespace Relais.Web.Commands.Planning;

/// <summary>Turns a fault of a file into a refusal of the command: exit code 2, the file, the line and the reason.</summary>
internal static class BadInput
{
    public static T Refuse<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (BadInstanceException bad)
        {
            throw new CommandRefusedException(bad.Message);
        }
    }
}
