// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target; `CONTRIBUTING.md` explains each.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// Targets that read whole strategies are optimised in debug builds too (with every check kept), so that tests can use
/// texts of millions of lines.
let fast: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// The settings for measuring only: system and C calls without the checks of memory safety.
let measuring: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// What the libraries of the application stand on.
let below: [Target.Dependency] = [
  "Decisions", "Diagnostics", "Git", "History", "Numbers", "Pictures", "Presentation", "StrategyModel", "StrictYAML",
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

// The targets are in the order in which data flows; each may import only those above it.
let package = Package(
  name: "northstar",
  products: [
    .executable(name: "northstar", targets: ["northstar"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(
      name: "CLibGit2",
      linkerSettings: [
        .linkedLibrary(":libgit2.a"), .linkedLibrary(":libhttp_parser.a"), .linkedLibrary(":libmbedcrypto.a"),
        .linkedLibrary(":libpcre2-8.a"), .linkedLibrary(":libz.a"), .linkedLibrary(":libdeflate.a"),
        // libgit2's calls of zlib's inflate go to inflate.c: decision 99.
        .unsafeFlags(["-Xlinker", "--wrap=inflate"]),
      ]),
    .target(name: "CTerminal"),
    .target(name: "CUTF8Proc", linkerSettings: [.linkedLibrary(":libutf8proc.a")]),
    .target(name: "Presentation", swiftSettings: fast),
    .target(name: "Git", dependencies: ["CLibGit2", "CUTF8Proc", "Presentation"], swiftSettings: fast),
    .target(name: "StrictYAML", swiftSettings: fast),
    .target(name: "Diagnostics", dependencies: ["Presentation", "StrictYAML"], swiftSettings: fast),
    .target(name: "StrategyModel", dependencies: ["Diagnostics", "Presentation", "StrictYAML"], swiftSettings: fast),
    .target(name: "Numbers", dependencies: ["Diagnostics", "Presentation", "StrategyModel"], swiftSettings: fast),
    .target(
      name: "Rules", dependencies: ["Diagnostics", "Numbers", "Presentation", "StrategyModel", "StrictYAML"],
      swiftSettings: fast),
    .target(name: "History", dependencies: ["StrategyModel", "StrictYAML"], swiftSettings: fast),
    .target(
      name: "Decisions",
      dependencies: ["Diagnostics", "Git", "History", "Presentation", "Rules", "StrategyModel", "StrictYAML"],
      swiftSettings: fast),
    .target(
      name: "Pictures", dependencies: ["Diagnostics", "Numbers", "Presentation", "StrategyModel"],
      swiftSettings: fast),
    .target(name: "StrategyStore", dependencies: below + ["Rules"], swiftSettings: fast),
    .target(name: "Editing", dependencies: below + ["Rules", "StrategyStore"], swiftSettings: fast),
    .target(name: "Governance", dependencies: below + ["Editing", "Rules", "StrategyStore"], swiftSettings: fast),
    .target(
      name: "Insight", dependencies: below + ["Editing", "Governance", "Rules", "StrategyStore"],
      swiftSettings: fast),
    .executableTarget(
      name: "northstar",
      dependencies: below + [
        "CTerminal", "Editing", "Governance", "Insight", "Rules", "StrategyStore", argumentParser,
      ],
      swiftSettings: fast,
      // Relocations, pages of symbols and libraries to load make every process start slower: decisions 21 and 98.
      linkerSettings: [
        .unsafeFlags(["-Xclang-linker", "-no-pie", "-Xlinker", "-s"], .when(configuration: .release)),
        .unsafeFlags(
          [
            "-use-ld=lld", "-Xclang-linker", "-static-libgcc", "-Xlinker", "-l:libstdc++.a",
            "-Xlinker", "--remap-inputs=*/libstdc++.so=/dev/null", "-Xlinker", "--no-export-dynamic",
          ], .when(configuration: .release)),
      ]),

    // Measures; `Scripts/bench` runs it.
    .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),
    .executableTarget(
      name: "benchmarks", dependencies: ["CLibYAML", "StrategyModel", "StrictYAML", yams], path: "Sources/Benchmarks",
      swiftSettings: measuring),

    // Huddle's invented history; `Scripts/make-sample` runs it.
    .executableTarget(
      name: "samplehistory", dependencies: ["Presentation"], path: "Sources/SampleHistory", swiftSettings: fast),

    // Shared by the tests of several targets.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: fast),

    .testTarget(
      name: "CommandTests",
      dependencies: below + [
        "Editing", "Governance", "Insight", "Rules", "StrategyStore", "TestSupport", "northstar", "samplehistory",
        argumentParser, yams,
      ],
      exclude: ["Validation"], swiftSettings: strict),
    .testTarget(
      name: "DecisionsTests",
      dependencies: [
        "Decisions", "Diagnostics", "Git", "History", "Rules", "StrategyModel", "StrictYAML", "TestSupport", yams,
      ],
      swiftSettings: fast),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "Presentation", "StrictYAML", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "ConventionTests", swiftSettings: strict),
    .testTarget(
      name: "CorpusTests", dependencies: ["Diagnostics", "Rules", "StrategyModel", "StrictYAML"], swiftSettings: fast),
    .testTarget(name: "GitTests", dependencies: ["Git", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "HistoryTests",
      dependencies: [
        "Decisions", "Diagnostics", "Git", "History", "StrategyModel", "StrategyStore", "StrictYAML", "TestSupport",
        yams,
      ],
      swiftSettings: fast),
    .testTarget(
      name: "LibraryTests",
      dependencies: ["Decisions", "Git", "Governance", "History", "Presentation", "StrategyStore"],
      swiftSettings: strict),
    .testTarget(
      name: "NumbersTests", dependencies: ["Numbers", "Presentation", "StrategyModel", "StrictYAML", "TestSupport"],
      exclude: ["Validation"],
      swiftSettings: fast),
    .testTarget(
      name: "PicturesTests",
      dependencies: ["Diagnostics", "Numbers", "Pictures", "Presentation", "StrategyModel", "TestSupport"],
      exclude: ["Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "RulesTests", dependencies: ["Diagnostics", "Rules", "StrategyModel", "StrictYAML", "TestSupport"],
      swiftSettings: fast),
    .testTarget(
      name: "SampleHistoryTests",
      dependencies: ["Diagnostics", "Rules", "StrategyModel", "TestSupport", "samplehistory", yams],
      swiftSettings: strict),
    .testTarget(
      name: "StrategyModelTests", dependencies: ["StrategyModel", "StrictYAML", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "StrictYAMLTests", dependencies: ["StrictYAML", "TestSupport", "benchmarks", yams], exclude: ["Validation"],
      swiftSettings: fast),
  ],
  swiftLanguageModes: [.v6]
)
