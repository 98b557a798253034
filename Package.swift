// swift-tools-version: 6.2
import PackageDescription

/// Modules that go over every byte of a page: optimised in debug builds too, so that tests may read large pages.
let hot: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// What is installed needs no library but the C library: those of C++ and of the terminal are taken from their archives, by the
/// linker scripts in `.linking`, as they are asked for by names that stand for the shared ones first. To find and to bind
/// ncurses would take an eighth of the start.
///
/// It runs at the address that it is linked for: a move to another touches a hundred pages, half a millisecond of the start.
let selfContained: [LinkerSetting] = [
    .unsafeFlags(
        ["-L\(Context.packageDirectory)/.linking", "-Xclang-linker", "-static-libgcc", "-Xclang-linker", "-no-pie"],
        .when(configuration: .release))
]

/// Generic types are made from their parts, not from their names: for a name the runtime looks through all conformances that
/// there are, thousands, for each that the type needs, at every start.
let quickToStart: [SwiftSetting] = [
    .unsafeFlags(
        ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release))
]

/// One target a module, grouped as the architecture is: each group may use the groups above it.
let package = Package(
    name: "broadsheet",
    products: [.executable(name: "broadsheet", targets: ["broadsheet"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // Values: what everything else speaks of.
        .target(name: "Newspaper", dependencies: ["TextDecoding", "TextFolding"], swiftSettings: hot),
        .target(name: "Screen", swiftSettings: hot),
        // What happens where there is no memory left, and how much other processes may have.
        .target(name: "CMemory"),
        .target(name: "Files", dependencies: ["TextDecoding", "TextFolding", "CMemory"]),
        .target(name: "TextDecoding", swiftSettings: hot),
        .target(name: "CUnicodeTables"),
        .target(name: "TextFolding", dependencies: ["CUnicodeTables"], swiftSettings: hot),
        .target(
            name: "Settings",
            dependencies: ["Screen", "Files", "TextDecoding", .product(name: "TOMLKit", package: "TOMLKit")]),

        // Formats: bytes and text become stories.
        .target(name: "CLexiconTables"),
        .target(name: "CCostTable", exclude: ["costs.txt"]),
        .target(
            name: "PageText",
            dependencies: ["Newspaper", "TextDecoding", "TextFolding", "CLexiconTables", "CCostTable"],
            swiftSettings: hot),
        .target(name: "PageLayout", dependencies: ["Newspaper", "PageText"], swiftSettings: hot),
        // HTML.
        .systemLibrary(name: "CGumbo"),
        .target(name: "Markup", dependencies: ["Newspaper", "TextDecoding", "CGumbo"], swiftSettings: hot),
        // XML, by expat.
        .systemLibrary(name: "CExpat"),
        .target(name: "XML", dependencies: ["TextDecoding", "CExpat"], swiftSettings: hot),
        .target(name: "Feeds", dependencies: ["Newspaper", "TextDecoding", "Markup", "XML"], swiftSettings: hot),

        // Stores: what outlives the program.
        .target(name: "Marks", dependencies: ["Newspaper", "Files"]),

        // Services: work beside the loop, and where editions come from.
        .target(name: "Jobs"),
        // gzip and ZIP.
        .systemLibrary(name: "CZlib"),
        .target(
            name: "Sources",
            dependencies: [
                "Newspaper", "TextDecoding", "PageText", "PageLayout", "Markup", "Feeds", "Files", "Jobs",
                "TextFolding",
                "CMemory", "Screen",
                "CZlib", "XML",
            ]),

        // HTTP by libcurl, which is opened when it is first needed.
        .target(name: "CCurl"),
        .target(name: "Fetching", dependencies: ["CCurl", "Files", "Jobs", "Newspaper", "TextDecoding"]),

        // What the reader follows, and the day's edition of it.
        .target(
            name: "Following",
            dependencies: [
                "Newspaper", "TextDecoding", "TextFolding", "TextSearch", "Files", "Feeds", "Settings", "Fetching",
                "Sources", "Markup",
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            swiftSettings: hot),

        // View: pure, down to the frame of cells.
        .target(
            name: "Typesetting", dependencies: ["CUnicodeTables", "TextDecoding", "TextFolding", "Screen"],
            swiftSettings: hot),
        .target(name: "TextSearch", dependencies: ["TextDecoding", "TextFolding"], swiftSettings: hot),
        .target(name: "Localization", dependencies: ["Newspaper", "Settings", "Resources"]),
        .target(
            name: "Reader",
            dependencies: [
                "Newspaper", "TextDecoding", "Typesetting", "TextSearch", "Screen", "Settings", "Localization",
            ]),

        // The terminal itself.
        .systemLibrary(name: "CNcurses"),
        .target(name: "CTerminalWidths", dependencies: ["CUnicodeTables"]),
        .target(
            name: "Terminal", dependencies: ["Screen", "TextDecoding", "CNcurses", "CMemory", "CTerminalWidths"],
            swiftSettings: hot),

        // Interface texts and the sample edition, embedded by the C compiler.
        .target(
            name: "Resources", path: "Resources", exclude: ["sample", "texts"], publicHeadersPath: "."),

        // Stories for other programs.
        .target(
            name: "Exports",
            dependencies: [
                "Newspaper", "TextDecoding", "Markup", "Feeds", "Settings", "Localization", "Reader", "CZlib",
            ],
            swiftSettings: hot),

        // The application: carries effects out, turns results into events.
        .target(
            name: "Application",
            dependencies: [
                "Newspaper", "TextDecoding", "Files", "Marks", "Jobs", "Sources", "Settings", "Typesetting", "Screen",
                "Reader", "Terminal", "Localization", "Fetching", "Following",
            ]),

        // The program: command line and wiring.
        .executableTarget(
            name: "broadsheet",
            dependencies: [
                "Application", "Newspaper", "TextDecoding", "PageText", "Exports", "Following", "Fetching", "Feeds",
                "Files", "Marks", "Sources",
                "Settings", "Typesetting", "Reader", "Terminal", "Localization", "Resources",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            linkerSettings: selfContained),

        .executableTarget(
            name: "ParsingBenchmark", dependencies: ["PageText", "Newspaper", "TextDecoding"],
            path: "Tests/Benchmarks/ParsingBenchmark"),
        .executableTarget(
            name: "TypesettingBenchmark", dependencies: ["Typesetting"], path: "Tests/Benchmarks/TypesettingBenchmark"),

        .target(name: "TestSupport", dependencies: ["Newspaper"], path: "Tests/TestSupport"),
        .testTarget(name: "NewspaperTests", dependencies: ["Newspaper", "TestSupport"]),
        .testTarget(name: "TextDecodingTests", dependencies: ["TextDecoding", "TestSupport"]),
        .testTarget(name: "JobsTests", dependencies: ["Jobs"]),
        .testTarget(name: "FetchingTests", dependencies: ["Fetching", "Files", "Jobs", "TestSupport"]),
        .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"]),
        .testTarget(
            name: "PageTextTests",
            dependencies: ["PageText", "CLexiconTables", "Newspaper", "TextDecoding", "TestSupport"]),
        .testTarget(name: "PageLayoutTests", dependencies: ["PageLayout", "PageText", "Newspaper", "TestSupport"]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup", "Newspaper", "TextDecoding", "TestSupport"]),
        .testTarget(name: "XMLTests", dependencies: ["XML", "TestSupport"]),
        .testTarget(name: "FeedsTests", dependencies: ["Feeds", "Newspaper", "TestSupport"]),
        .testTarget(name: "TypesettingTests", dependencies: ["Typesetting", "TestSupport"]),
        // Makes marks until it is killed.
        .executableTarget(name: "MarkWriter", dependencies: ["Marks", "Files", "Newspaper"], path: "Tests/MarkWriter"),
        .testTarget(
            name: "SettingsTests", dependencies: ["Settings", "Localization", "Screen", "Files", "TestSupport"]),
        .testTarget(name: "MarksTests", dependencies: ["Marks", "Files", "Newspaper", "TestSupport", "MarkWriter"]),
        .testTarget(
            name: "SourcesTests",
            dependencies: [
                "Sources", "Files", "Newspaper", "PageText", "PageLayout", "TextDecoding", "CZlib", "TestSupport",
            ]),
        .testTarget(
            name: "FollowingTests",
            dependencies: [
                "Following", "Fetching", "Feeds", "Files", "Newspaper", "Sources", "TextDecoding", "TextSearch",
                "TestSupport",
            ]),
        .testTarget(
            name: "ExportsTests",
            dependencies: [
                "Exports", "Newspaper", "Markup", "PageText", "TextDecoding", "Localization", "Settings", "Sources",
                "Files",
                "XML", "CZlib", "TestSupport",
            ]),
        .testTarget(name: "TextFoldingTests", dependencies: ["TextFolding", "TestSupport"]),
        .testTarget(name: "TextSearchTests", dependencies: ["TextSearch", "TextFolding", "TestSupport"]),
        .testTarget(
            name: "LocalizationTests",
            dependencies: [
                "Localization", "Following", "Newspaper", "PageText", "Settings", "Sources", "TestSupport",
            ]),
        .testTarget(name: "ScreenTests", dependencies: ["Screen", "TestSupport"]),
        .testTarget(
            name: "ReaderTests",
            dependencies: [
                "Reader", "Newspaper", "PageText", "TextSearch", "Settings", "Localization", "Typesetting", "Screen",
                "TestSupport",
            ]),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Screen", "CNcurses", "TestSupport"]),
        .testTarget(
            name: "BroadsheetTests",
            dependencies: [
                "broadsheet", "Files", "Localization", "Settings",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(
            name: "ApplicationTests",
            dependencies: [
                "Application", "Files", "Jobs", "Localization", "Marks", "Newspaper", "PageText", "Reader", "Screen",
                "Settings", "Sources", "Terminal", "TestSupport",
            ]),
        .testTarget(name: "EndToEndTests", dependencies: ["TestSupport", "Typesetting", "broadsheet"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)

for target in package.targets where [.regular, .executable].contains(target.type) {
    target.swiftSettings = (target.swiftSettings ?? []) + quickToStart
}
