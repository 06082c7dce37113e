// swift-tools-version: 6.2
import PackageDescription

/// Strictness shared by every target of ours: Swift 6 mode, explicit existentials and imports,
/// marked unsafe code, and no warning left standing.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// Released programs carry the Swift runtime and Foundation: they run where no toolchain is, start sooner, keep 6 MB less
/// resident and call the runtime without the detour of a shared library (10 to 15 % of a message's time).
let carried = ["-static-stdlib"]
let released = BuildSettingCondition.when(configuration: .release)

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

func layer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, swiftSettings: strict + [.unsafeFlags(carried, released)],
    linkerSettings: [.unsafeFlags(carried + ["-use-ld=lld"], released)])
}

func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies, exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "mostrador",
  products: [
    .executable(name: "mostrador", targets: ["mostrador"]),
    .executable(name: "mostrador-bench", targets: ["mostrador-bench"]),
  ],
  dependencies: [
    // The command line: parsing, help and exit codes that people expect.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // YAML with lines and columns on every node, for the authors' files.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // SQLite with transactions, migrations and statement caching done right.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Logs to stderr, in the format that the ecosystem shares.
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    // The layers, in the order in which a message meets them. Every arrow points up this list.
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icudata")]),
    // What Swift does not see of the C library's allocator.
    .target(name: "CMemory"),
    // A wall before libedit, the well-kept line editor of BSD: only the REPL uses it.
    .target(name: "CLineEditing", linkerSettings: [.linkedLibrary("edit")]),
    layer("TextAnalysis", ["CICU"]),
    layer("Spanish", ["TextAnalysis"]),
    layer("Automata", []),
    layer("Understanding", ["Spanish", "TextAnalysis", "Automata", yams]),
    layer("Dialogue", ["Understanding", "Spanish", "TextAnalysis"]),
    layer("Commerce", []),
    layer("Storage", ["Dialogue", "Commerce", grdb]),
    layer("Assistant", ["Storage", "Commerce", "Dialogue", "Understanding", "Spanish", "TextAnalysis", "CMemory"]),
    layer("Transcripts", ["Assistant", "Storage", "Commerce", "Dialogue", "Understanding", "Spanish"]),
    .target(
      name: "Service", dependencies: ["Assistant", "Storage", "Commerce", "Dialogue", "Understanding", "Spanish"],
      exclude: ["Schema"], swiftSettings: strict),
    program(
      "mostrador",
      [
        "Service", "Transcripts", "Assistant", "Storage", "Commerce", "Dialogue", "Understanding", "Spanish",
        "TextAnalysis", "CLineEditing", argumentParser, logging,
      ]),
    program(
      "mostrador-bench",
      [
        "Assistant", "Storage", "Commerce", "Dialogue", "Understanding", "Spanish", "TextAnalysis", "CICU",
        argumentParser,
      ]),
    tests(of: "TextAnalysis"),
    tests(of: "Spanish", ["TextAnalysis"]),
    tests(of: "Automata"),
    tests(of: "Understanding", ["Spanish", "TextAnalysis", "Automata"], exclude: ["DevMessages"]),
    tests(of: "Dialogue", ["Understanding", "Spanish", "TextAnalysis"]),
    tests(of: "Commerce"),
    tests(of: "Storage", ["Commerce", "Dialogue", grdb]),
    tests(of: "Assistant", ["Storage", "Commerce", "Dialogue", "Understanding", "Spanish"]),
    tests(of: "Transcripts", ["Assistant", "Storage", "Commerce", "Spanish"]),
    tests(of: "Service", ["Assistant", "Storage", "Commerce", "Understanding"]),
  ]
)
