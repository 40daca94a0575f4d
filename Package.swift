// swift-tools-version: 6.2
import PackageDescription

// A house of six floors (docs/path.md). A module imports from lower floors and, on its own floor, from those
// named before it; the build refuses an arrow that is not drawn here.

/// Every target of ours is compiled by these rules.
let rules: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

func module(_ name: String, _ uses: [String] = [], embedding files: [String] = []) -> Target {
  .target(
    name: name, dependencies: uses.map { .byName(name: $0) },
    resources: files.map { .embedInCode("Resources/" + $0) }, swiftSettings: rules)
}

/// Optimised in debug too: reading and learning thousands of lines before a test would else take a minute.
func optimisedModule(_ name: String, _ uses: [String] = [], copying folders: [String] = []) -> Target {
  .target(
    name: name, dependencies: uses.map { .byName(name: $0) }, resources: folders.map { .copy($0) },
    swiftSettings: rules + [.unsafeFlags(["-O"], .when(configuration: .debug))])
}

func tests(_ name: String, _ uses: [String], beside files: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: uses.map { .byName(name: $0) }, exclude: files, swiftSettings: rules)
}

func library(_ name: String, pkgConfig: String, debian: String) -> Target {
  .systemLibrary(name: name, path: "Sources/C/" + name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

/// C++ behind a plain C header.
func shim(_ name: String, library: String) -> Target {
  .target(name: name, path: "Sources/C/" + name, linkerSettings: [.linkedLibrary(library)])
}

let package = Package(
  name: "RetailMind",
  products: [
    .executable(name: "retailmind", targets: ["App"]),
    .executable(name: "retailmind-bench", targets: ["Bench"]),
    .executable(name: "retailmind-fuzz", targets: ["Fuzz"]),
    .executable(name: "retailmind-torture", targets: ["Torture"]),
    .executable(name: "retailmind-ledgers", targets: ["Ledgers"]),
  ],
  targets: [
    // 1 values
    library("CPostgres", pkgConfig: "libpq", debian: "libpq-dev"),
    library("COpenSSL", pkgConfig: "openssl", debian: "libssl-dev"),
    library("CMicroHTTPD", pkgConfig: "libmicrohttpd", debian: "libmicrohttpd-dev"),
    library("CCurl", pkgConfig: "libcurl", debian: "libcurl4-openssl-dev"),
    library("CXLSXWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev"),
    library("CMinizip", pkgConfig: "minizip", debian: "libminizip-dev"),
    library("CZlib", pkgConfig: "zlib", debian: "zlib1g-dev"),
    library("CXML", pkgConfig: "libxml-2.0", debian: "libxml2-dev"),
    library("CQREncode", pkgConfig: "libqrencode", debian: "libqrencode-dev"),
    library("CCairo", pkgConfig: "cairo", debian: "libpango1.0-dev"),
    .systemLibrary(name: "CEpoll", path: "Sources/C/CEpoll"),
    .systemLibrary(name: "CSpawn", path: "Sources/C/CSpawn"),
    shim("CSimdJSON", library: "simdjson"),  // libsimdjson-dev
    optimisedModule("Measures"),
    module("Messages"),
    optimisedModule("Forecast", ["Measures"]),
    optimisedModule("Pricing", ["Measures"]),
    optimisedModule("Learning"),

    // 2 ground
    module("Crypto", ["COpenSSL"]),
    module("Telemetry"),
    module("Database", ["CPostgres", "CEpoll", "CSpawn", "Measures"]),
    module("HTTP", ["CMicroHTTPD", "CCurl", "CSimdJSON"]),
    optimisedModule("Language", ["Measures", "Forecast"]),
    optimisedModule("Sheets", ["CXLSXWriter", "CMinizip", "CXML", "Measures"]),
    module("Scheduler", ["Telemetry", "Measures", "Database"]),

    // 3 services
    optimisedModule("Intents", ["Measures", "Learning", "Language"], copying: ["Training"]),
    module("WhatsApp", ["Messages", "Crypto", "Database", "HTTP"]),
    module("GoogleSheets", ["HTTP"]),
    module("Reports", ["CQREncode", "CCairo", "CZlib", "Measures"]),

    // 4 shop
    module("Inventory", ["Measures", "Database", "Scheduler", "Language", "Intents"]),
    module("Commerce", ["Measures", "Database", "Language", "Sheets", "Inventory"]),
    module("Insights", ["Measures", "Database", "Language"]),
    module("Demand", ["Measures", "Forecast", "Database", "Inventory"]),
    module(
      "Alerts",
      ["Measures", "Forecast", "Pricing", "Database", "Scheduler", "Inventory", "Commerce", "Demand"]),
    module("Custody", ["Database", "Sheets"]),
    module("DemoShop", ["Measures"]),

    // 5 doors
    module("Webhook", ["Messages", "Crypto", "HTTP"]),
    module(
      "Handlers",
      [
        "Measures", "Messages", "Database", "Language", "Sheets", "Scheduler", "Intents", "WhatsApp", "GoogleSheets",
        "Reports", "Forecast", "Pricing", "Inventory", "Commerce", "Insights", "Demand", "Alerts", "Custody",
      ]),
    module(
      "API",
      [
        "Measures", "Messages", "Crypto", "Telemetry", "Database", "HTTP", "Language", "Scheduler", "WhatsApp",
        "Inventory", "Commerce", "Forecast", "Demand", "Alerts",
      ]),
    module(
      "Simulator", ["Crypto", "HTTP"],
      embedding: [
        "phone.html", "phone.css", "icon.svg", "main.js", "api.js", "bubble.js", "calls.js", "chatview.js",
        "composer.js", "dom.js", "examples.js", "newcomer.js", "people.js", "sheet.js", "store.js", "trouble.js",
      ]),

    // 6 the program
    .executableTarget(
      name: "App",
      dependencies: [
        "CZlib", "Forecast",
        "Measures", "Messages", "Crypto", "Telemetry", "Database", "HTTP", "Language", "Scheduler", "Intents",
        "Sheets", "WhatsApp", "GoogleSheets", "Reports", "Inventory", "Commerce", "Demand", "Alerts", "Custody",
        "DemoShop", "Webhook", "Handlers", "API", "Simulator",
      ], swiftSettings: rules),

    // measurements, from outside
    .executableTarget(
      name: "Bench",
      dependencies: [
        "Measures", "Messages", "Forecast", "Crypto", "Database", "HTTP", "Language", "Scheduler", "Intents", "Reports",
        "Insights", "Demand", "Alerts", "DemoShop", "Handlers", "PriceTrial",
      ],
      path: "Benchmarks",
      exclude: [
        "peer", "wrk", "understanding/peers.py", "understanding/requirements.txt", "Forecast/peers.py",
        "Forecast/requirements.txt",
      ],
      swiftSettings: rules),

    // trials: hostile input, from outside
    .executableTarget(
      name: "Fuzz",
      dependencies: ["Measures", "Messages", "Crypto", "HTTP", "Language", "Intents", "DemoShop", "Webhook"],
      path: "Trials/Fuzz",
      resources: ["messages", "statuses", "changes", "bodies"].map { .embedInCode("Seeds/\($0).jsonl") },
      swiftSettings: rules),

    // trials: crashes, from outside
    .executableTarget(
      name: "Torture", dependencies: ["CSpawn", "Crypto", "Database", "HTTP", "Simulator", "TestSupport"],
      path: "Trials/Torture", swiftSettings: rules),

    // trials: random entries in the books, beside sums in memory
    .executableTarget(
      name: "Ledgers", dependencies: ["Measures", "Database", "Inventory", "Commerce", "TestSupport"],
      path: "Trials/Ledgers", swiftSettings: rules),

    // trials: shops that follow the advice on prices, beside those that do not
    .target(
      name: "PriceTrial", dependencies: ["Measures", "Pricing"], path: "Trials/Pricing",
      swiftSettings: rules + [.unsafeFlags(["-O"], .when(configuration: .debug))]),

    // tests
    .target(name: "TestSupport", dependencies: ["Database"], path: "Tests/TestSupport", swiftSettings: rules),
    tests("Measures", ["Measures"]),
    tests("Forecast", ["Measures", "Forecast"]),
    tests("Pricing", ["Measures", "Pricing", "PriceTrial"]),
    tests("Telemetry", ["Telemetry"]),
    tests("Crypto", ["Crypto"]),
    tests("HTTP", ["HTTP"]),
    tests("Sheets", ["Measures", "Sheets"]),
    tests("Database", ["Measures", "Database", "TestSupport"]),
    tests("Language", ["Measures", "Forecast", "Language"]),
    tests("Scheduler", ["Telemetry", "Database", "Scheduler", "TestSupport"]),
    tests("Phrasebook", ["Measures", "Language"]),
    tests("Intents", ["Measures", "Learning", "Language", "Intents", "TestSupport"]),
    tests("WhatsApp", ["Messages", "Crypto", "Database", "HTTP", "WhatsApp", "TestSupport"]),
    tests("GoogleSheets", ["HTTP", "GoogleSheets", "TestSupport"]),
    tests("Reports", ["CZlib", "Measures", "Reports"]),
    tests("Inventory", ["Measures", "Database", "Language", "Inventory", "TestSupport"]),
    tests("Commerce", ["Measures", "Database", "Sheets", "Inventory", "Commerce", "TestSupport"]),
    tests("Demand", ["Measures", "Forecast", "Database", "Inventory", "Demand", "TestSupport"]),
    tests("Alerts", ["Measures", "Database", "Scheduler", "Inventory", "Alerts", "TestSupport"]),
    tests("Insights", ["Measures", "Database", "Language", "Insights", "TestSupport"]),
    tests("DemoShop", ["Measures", "DemoShop"]),
    tests("Webhook", ["Messages", "Crypto", "HTTP", "Webhook"]),
    tests(
      "Handlers",
      [
        "Measures", "Messages", "Database", "Language", "Sheets", "Scheduler", "Intents", "WhatsApp", "GoogleSheets",
        "Inventory", "Commerce", "Insights", "Reports", "Handlers", "TestSupport",
      ],
      beside: ["Transcripts"]),
    tests(
      "Path",
      [
        "Measures", "Messages", "Crypto", "Telemetry", "Database", "HTTP", "Language", "Sheets", "Scheduler", "Intents",
        "Inventory", "Demand", "Alerts", "API", "Simulator", "App", "TestSupport",
      ]),
    tests(
      "Schema",
      [
        "Messages", "Database", "Language", "Sheets", "Scheduler", "Intents", "WhatsApp", "Custody", "Handlers",
        "TestSupport",
      ]),
    tests(
      "Contract",
      [
        "Messages", "Crypto", "Telemetry", "Database", "HTTP", "Language", "Scheduler", "Intents", "WhatsApp",
        "Webhook", "Handlers", "Simulator", "App", "TestSupport",
      ],
      beside: ["Corpus"]),
    tests("Tidy", ["Language"]),
    tests("App", ["Measures", "Forecast", "Database", "DemoShop", "App", "TestSupport"]),
    tests("Simulator", ["Crypto", "HTTP", "Simulator"]),
    tests("Torture", ["Torture"]),
    tests("Ledgers", ["Measures", "Database", "Inventory", "Commerce", "Ledgers", "TestSupport"]),
  ],
  cxxLanguageStandard: .cxx17
)
