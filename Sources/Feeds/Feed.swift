/// JSON Feed 1.1 (jsonfeed.org/version/1.1) with what a newspaper has and a feed has not under `_broadsheet`.
package enum Feed {
    static let version = "https://jsonfeed.org/version/1.1"
}
