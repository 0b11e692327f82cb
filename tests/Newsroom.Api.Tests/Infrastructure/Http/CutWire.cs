using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>A proxy between a host and its database server that can be cut: connections break, and new ones are refused.</summary>
public sealed class CutWire : IDisposable
{
    private readonly ConcurrentDictionary<TcpClient, bool> open = new();
    private readonly (string Host, int Port) server;
    private readonly int port;
    private TcpListener? listener;
    private Socket? kept;

    /// <summary>A wire to the server of a connection string.</summary>
    public CutWire(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        server = (builder.Host!, builder.Port);
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = ServeAsync(listener);
    }

    /// <summary>The connection string through the wire.</summary>
    public string Through(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = port }.ConnectionString;

    /// <summary>Breaks every connection, and refuses new ones.</summary>
    public void Cut()
    {
        listener?.Stop();
        listener = null;
        kept?.Dispose();

        // Bound and not listening: connections are refused, and no other process can take the port.
        kept = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        kept.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        SpinWait.SpinUntil(TryBind, Eventually.Timeout).ShouldBeTrue($"port {port} is free");
        Break();
    }

    /// <summary>Takes connections again.</summary>
    public void Mend()
    {
        kept?.Dispose();
        kept = null;
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = ServeAsync(listener);
    }

    public void Dispose()
    {
        listener?.Stop();
        kept?.Dispose();
        Break();
    }

    // A listener that was stopped holds its port until the pending accept has ended.
    private bool TryBind()
    {
        try
        {
            kept!.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }

    private void Break()
    {
        foreach (var client in open.Keys)
        {
            client.Dispose();
        }
    }

    private async Task ServeAsync(TcpListener listening)
    {
        try
        {
            while (true)
            {
                _ = RelayAsync(await listening.AcceptTcpClientAsync());
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // It was stopped.
        }
    }

    private async Task RelayAsync(TcpClient near)
    {
        using var far = new TcpClient();
        open[near] = open[far] = true;
        if (listener is null)
        {
            // Accepted at the moment of the cut.
            near.Dispose();
        }

        try
        {
            await far.ConnectAsync(server.Host, server.Port);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
        catch (Exception cut) when (cut is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the ends is closed.
        }
        finally
        {
            near.Dispose();
            open.TryRemove(near, out _);
            open.TryRemove(far, out _);
        }
    }
}
