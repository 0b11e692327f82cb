using Newsroom.Console.Api;

namespace Newsroom.Console.Tests.Api;

public sealed class ApiAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://[::]:8080", "http://localhost:8080/")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080/")]
    [InlineData("http://*:8080", "http://localhost:8080/")]
    [InlineData("http://+:8080", "http://localhost:8080/")]
    [InlineData("http://newsroom.example", "http://newsroom.example/")]
    public void The_host_calls_itself_at_an_address_of_its_machine(string listens, string called) =>
        ApiAddress.LoopbackOf(listens).ToString().ShouldBe(called);
}
