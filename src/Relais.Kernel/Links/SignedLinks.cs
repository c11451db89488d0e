using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Relais.Kernel.Links;

/// <summary>What a link lets its holder do. A link made for one purpose opens nothing else.</summary>
public readonly record struct LinkPurpose(string Name);

/// <summary>What a token turned out to be.</summary>
public enum LinkState
{
    Valid,
    Expired,

    /// <summary>Forged, cut by a mail program, or made for another purpose.</summary>
    Invalid,
}

/// <param name="State">Whether the holder may go on.</param>
/// <param name="Subject">What the link is about; known for an expired link too, so that its page can help.</param>
/// <param name="ExpiresAt">When the link stops or stopped working.</param>
public readonly record struct LinkReading(LinkState State, Guid Subject, DateTimeOffset ExpiresAt);

/// <summary>
/// The one maker and reader of links that let somebody in without signing in: 50 characters that hold the subject and
/// the expiry, sealed with a key of the installation. Whether the subject still allows anything is for its room to say.
/// </summary>
public sealed class SignedLinks(SigningKeys keys, TimeProvider clock)
{
    private const int BodyLength = 1 + 16 + 4;
    private const int SealLength = 16;

    public async ValueTask<string> CreateAsync(LinkPurpose purpose, Guid subject, DateTimeOffset expiresAt, CancellationToken cancellation)
    {
        var key = await keys.CurrentAsync(cancellation);
        var token = new byte[BodyLength + SealLength];
        token[0] = key.Number;
        subject.TryWriteBytes(token.AsSpan(1), bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32BigEndian(token.AsSpan(17), (uint)(expiresAt.ToUnixTimeSeconds() / 60));
        Seal(key, purpose, token.AsSpan(0, BodyLength)).CopyTo(token.AsSpan(BodyLength));
        return Base64Url.EncodeToString(token);
    }

    public async ValueTask<LinkReading> ReadAsync(LinkPurpose purpose, string? token, CancellationToken cancellation)
    {
        var bytes = new byte[BodyLength + SealLength];
        if (token is null || token.Length != Base64Url.GetEncodedLength(bytes.Length) ||
            !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != bytes.Length ||
            await keys.FindAsync(bytes[0], cancellation) is not { } key ||
            !CryptographicOperations.FixedTimeEquals(Seal(key, purpose, bytes.AsSpan(0, BodyLength)), bytes.AsSpan(BodyLength)))
        {
            return new LinkReading(LinkState.Invalid, Guid.Empty, default);
        }

        var subject = new Guid(bytes.AsSpan(1, 16), bigEndian: true);
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(17)) * 60L);
        return new LinkReading(clock.GetUtcNow() < expiresAt ? LinkState.Valid : LinkState.Expired, subject, expiresAt);
    }

    private static ReadOnlySpan<byte> Seal(SigningKey key, LinkPurpose purpose, ReadOnlySpan<byte> body)
    {
        var purposeKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret, 32, info: Encoding.UTF8.GetBytes(purpose.Name));
        return HMACSHA256.HashData(purposeKey, body).AsSpan(0, SealLength);
    }
}
