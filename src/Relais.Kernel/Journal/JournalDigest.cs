using System.Security.Cryptography;
using System.Text;

namespace Relais.Kernel.Journal;

internal static class JournalDigest
{
    /// <summary>SHA-256 over the fields, each preceded by its length, so that two can never be read as one another.</summary>
    public static string Of(IEnumerable<string?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(field ?? "");
            hash.AppendData(BitConverter.GetBytes(field is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
