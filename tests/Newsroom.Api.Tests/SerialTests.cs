namespace Newsroom.Api.Tests;

/// <summary>Runs its test classes one at a time: they change data or settings that all tests share.</summary>
[CollectionDefinition(DisableParallelization = true)]
public class SerialTests;
