using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Relais.Kernel.Messages.Smtp;

/// <summary>Lines out, replies in, over a socket that may become encrypted. Everything has a time limit.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int LongestReply = 64 * 1024;
    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream;
    private int _start;
    private int _end;

    private SmtpConnection(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    public string LocalAddress => _socket.LocalEndPoint is IPEndPoint { Address: var address }
        ? address.AddressFamily is AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6 ? $"[IPv6:{address}]" : $"[{address.MapToIPv4()}]"
        : "[127.0.0.1]";

    public static async Task<SmtpConnection> OpenAsync(string host, int port, TimeSpan timeout)
    {
        // Without delay: a command must not wait for the acknowledgement of the one before (Nagle).
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var limit = new CancellationTokenSource(timeout);
            await socket.ConnectAsync(host, port, limit.Token);
            return new SmtpConnection(socket);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw new SmtpUnavailableException("smtp-no-connection", exception);
        }
    }

    public async Task EncryptAsync(string host, X509Certificate2? authority, TimeSpan timeout)
    {
        if (_start != _end)
        {
            throw new SmtpUnavailableException("smtp-clear-text-after-starttls");
        }

        var options = new SslClientAuthenticationOptions { TargetHost = host };
        if (authority is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { authority },
                RevocationMode = X509RevocationMode.NoCheck,
            };
        }

        var encrypted = new SslStream(_stream);
        try
        {
            using var limit = new CancellationTokenSource(timeout);
            await encrypted.AuthenticateAsClientAsync(options, limit.Token);
            _stream = encrypted;
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException or OperationCanceledException)
        {
            await encrypted.DisposeAsync();
            throw new SmtpUnavailableException("smtp-tls", exception);
        }
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, TimeSpan timeout)
    {
        try
        {
            using var limit = new CancellationTokenSource(timeout);
            await _stream.WriteAsync(bytes, limit.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            throw new SmtpUnavailableException("smtp-connection-lost", exception);
        }
    }

    public Task WriteAsync(string commands, TimeSpan timeout) => WriteAsync(Encoding.UTF8.GetBytes(commands), timeout);

    public async Task<SmtpReply> ReadReplyAsync(TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout);
        var lines = new List<string>(1);
        var length = 0;
        while (true)
        {
            var line = await ReadLineAsync(limit.Token);
            length += line.Length;
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 200 or > 599 || length > LongestReply)
            {
                throw new SmtpUnavailableException("smtp-not-understood");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length is 3 || line[3] is not '-')
            {
                return new SmtpReply(code, lines);
            }
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async ValueTask<string> ReadLineAsync(CancellationToken limit)
    {
        var line = new StringBuilder();
        while (true)
        {
            var end = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            if (end >= 0)
            {
                line.Append(Encoding.UTF8.GetString(_buffer, _start, end - _start));
                _start = end + 1;
                return line.ToString().TrimEnd('\r');
            }

            line.Append(Encoding.UTF8.GetString(_buffer, _start, _end - _start));
            (_start, _end) = (0, 0);
            if (line.Length > LongestReply)
            {
                throw new SmtpUnavailableException("smtp-not-understood");
            }

            _end = await FillAsync(limit);
        }
    }

    private async ValueTask<int> FillAsync(CancellationToken limit)
    {
        try
        {
            var read = await _stream.ReadAsync(_buffer, limit);
            return read > 0 ? read : throw new SmtpUnavailableException("smtp-connection-lost");
        }
        catch (IOException exception)
        {
            throw new SmtpUnavailableException("smtp-connection-lost", exception);
        }
        catch (OperationCanceledException exception)
        {
            throw new SmtpUnavailableException("smtp-timeout", exception);
        }
    }
}
