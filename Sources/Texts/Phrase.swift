/// Everything the interface says; the words for each stand in Resources/texts, under the case's name.
package enum Phrase: String, Sendable, CaseIterable {
    // The reading screen
    case unread
    case allSections
    case noSection
    case pageNumber
    case date
    case minutes
    case lessThanMinute
    case picture
    case brief
    case untitled
    case emptySection
    case emptyEdition
    case noMatchingStories
    case nextStory
    case editionFinished
    case storyEnd
    case filterUnread
    case filterStarred
    case nothingUndone
    case nothingRedone
    case undone
    case redone
    case markedRead
    case noUnread
    case tooSmall
    case columnsNeedAlone
    case columnsNeedRoom

    // Keys as they are named in hints and help
    case keySpace
    case keyEnter
    case keyEscape
    case keyTab
    case keyBackTab
    case keyPageUp
    case keyPageDown
    case keyHome
    case keyEnd
    case keyControl
    case keyBackspace
    case keyDelete
    case keyClick
    case keyWheel

    // Actions: what the key does, for the help; and in a word, for the hints
    case actionUp
    case actionDown
    case actionPageUp
    case actionPageDown
    case actionForward
    case actionHome
    case actionEnd
    case actionEnter
    case actionBack
    case actionNextPane
    case actionPreviousPane
    case actionNextUnread
    case actionPreviousUnread
    case actionToggleRead
    case actionReadSection
    case actionUndo
    case actionRedo
    case actionStar
    case actionFilter
    case actionColumns
    case actionAlone
    case actionHelp
    case actionQuit
    case actionRedraw
    case actionSuspend
    case actionClick
    case actionWheel
    case hintSelect
    case hintScroll
    case hintRead
    case hintOpen
    case hintBack
    case hintPage
    case hintMark
    case hintUnmark
    case hintNext
    case hintColumns
    case hintHelp
    case hintQuit
    case hintClose
    case helpTitle
    case helpSections
    case helpStories
    case helpBody
    case helpEverywhere

    // Words on the command line
    case sampleTitle
    case noFile
    case noPermission
    case noPages
    case notReadable
    case noTerminal
    case noKeyboard
    case unknownTerminal
    case noStory
    case badWidth
    case noteDecoded
    case noteMalformed
    case noteRemoved
    case noteUnknown
    case noteEmpty
    case marksNotSaved
    case marksLost
    case outputFailed
    case noFeed
    case tooLarge
    case cancelled
    case noteNoConverter

    // The help of the command line
    case commandAbstract
    case commandExamples
    case readAbstract
    case listAbstract
    case showAbstract
    case exportAbstract
    case explainAbstract
    case pathsHelp
    case storyHelp
    case unreadHelp
    case jsonHelp
    case widthHelp

    // The read marks, outside the reader
    case marksAbstract
    case marksExamples
    case marksListAbstract
    case marksMergeAbstract
    case marksCompactAbstract
    case marksExportAbstract
    case marksImportAbstract
    case marksFilesHelp
    case marksFileHelp
    case marksTaken
    case marksCompacted
    case marksNotCompacted
    case marksNotUnderstood
    case noMarks
}
