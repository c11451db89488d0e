using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;

namespace Relais.Kernel.Links;

internal sealed record SigningKey(byte Number, byte[] Secret);

/// <summary>
/// The secrets behind signed links, shared by every node through the database and wrapped by the data-protection keys.
/// The one with the highest number signs; older ones still read.
/// </summary>
public sealed class SigningKeys(IServiceScopeFactory scopes, IDataProtectionProvider protection) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private volatile SigningKey[] _keys = [];

    internal async ValueTask<SigningKey> CurrentAsync(CancellationToken cancellation)
    {
        if (_keys.Length is 0)
        {
            await LoadAsync(cancellation);
        }

        return _keys[^1];
    }

    internal async ValueTask<SigningKey?> FindAsync(byte number, CancellationToken cancellation)
    {
        if (_keys.Length is 0)
        {
            await LoadAsync(cancellation);
        }

        return Array.Find(_keys, key => key.Number == number);
    }

    public void Dispose() => _loading.Dispose();

    private static Task<List<LinkKey>> ReadAsync(RelaisDb db, CancellationToken cancellation) =>
        db.Set<LinkKey>().AsNoTracking().OrderBy(key => key.Number).ToListAsync(cancellation);

    private async Task LoadAsync(CancellationToken cancellation)
    {
        await _loading.WaitAsync(cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
            var wrapper = protection.CreateProtector("Relais.SignedLinks");

            var rows = await ReadAsync(db, cancellation);
            if (rows.Count is 0)
            {
                // Nodes that start together all propose a first key; the primary key lets one through.
                var proposal = wrapper.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
                await db.InTransactionAsync(
                    () => db.Database.ExecuteSqlAsync($"INSERT INTO link_key (number, secret) VALUES (1, {proposal}) ON CONFLICT (number) DO NOTHING", cancellation),
                    cancellation);
                rows = await ReadAsync(db, cancellation);
            }

            _keys = [.. rows.Select(row => new SigningKey((byte)row.Number, Convert.FromBase64String(wrapper.Unprotect(row.Secret))))];
        }
        finally
        {
            _loading.Release();
        }
    }
}

internal sealed class LinkKey
{
    public int Number { get; init; }

    public required string Secret { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<LinkKey>
    {
        public void Configure(EntityTypeBuilder<LinkKey> key)
        {
            key.HasKey(k => k.Number);
            key.Property(k => k.Number).ValueGeneratedNever();
        }
    }
}
