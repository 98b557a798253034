import Application
import ArgumentParser
import Files
import Localization
import Newspaper
import Reader
import Screen
import Settings

struct Map: SettingsCommand {
    static let configuration = CommandConfiguration(commandName: "map", abstract: .mapAbstract)

    @Argument(help: ArgumentHelp(.pathHelp, valueName: "path"), completion: .file())
    var path: FileName

    @Option(help: ArgumentHelp(.mapWidthHelp, valueName: "cells"))
    var width: Int?

    @OptionGroup var inputOptions: InputOptions

    @OptionGroup var options: SettingOptions

    /// Cells of a map that goes to no terminal.
    private static let usualWidth = 80

    func run(in context: CommandContext) throws {
        let texts = context.localization
        if let width, !(4...1000).contains(width) { throw CommandError(texts(.badWidth, width), status: 2) }
        let input = try CommandInput(paths: [path], context, inputOptions)
        let list = input.list
        let read = MarkStore(context.environment).state(of: list).marks.read
        let look = PageMapPicture.Look(theme: .plain) { read.contains($0) }
        var settings = context.settings.preferences.reading
        settings.padsQuotes = isTerminal
        let columns = width ?? min(PageMapPicture.mostColumns, terminalColumns ?? Self.usualWidth)
        let hasStyle = isTerminal && context.environment.wantsColor
        var output = Output(texts)
        var count = 0
        for page in list.pages.indices {
            guard let map = PageMap(ofPage: page, in: list) else { continue }
            if count > 0 { output.write("\n") }
            count += 1
            let name = texts.name(of: list.pages[page])
            if list.pages.count > 1, !name.isEmpty { output.write("\(printed(name))\n") }
            let picture = PageMapPicture(map, columns: columns, settings: settings, texts: texts)
            Self.write(picture.frame(look: look, settings: settings), hasStyle: hasStyle, to: &output)
        }
        output.flush()
        try input.finish()
        if count == 0, !list.isEmpty { throw CommandError(texts(.noMapIn, input.name)) }
    }

    private static func write(_ frame: Frame, hasStyle: Bool, to output: inout Output) {
        guard hasStyle else { return output.write(frame.text + "\n") }
        for row in 0..<frame.size.rows {
            var cells = frame[row: row]
            while cells.last == .blank { cells.removeLast() }
            while let style = cells.first?.style {
                let run = cells.prefix { $0.style == style }
                let text = run.map(\.text).joined()
                switch style.attributes {
                case .bold: output.write(text, style: 1)
                case .dim: output.write(text, style: 2)
                default: output.write(text)
                }
                cells.removeFirst(run.count)
            }
            output.write("\n")
        }
    }
}
