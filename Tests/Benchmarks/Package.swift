// swift-tools-version: 6.2
import PackageDescription

/// Measurements, apart from the program so that nobody who only reads newspapers builds them:
/// `swift run -c release -Xswiftc -enable-testing --package-path Tests/Benchmarks typesetting FILE`, or `parsing FILE`.
let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "broadsheet", path: "../..")],
    targets: [
        .executableTarget(
            name: "typesetting", dependencies: [.product(name: "Typesetting", package: "broadsheet")]),
        .executableTarget(
            name: "parsing", dependencies: [.product(name: "PageText", package: "broadsheet")]),
    ],
    swiftLanguageModes: [.v6]
)
