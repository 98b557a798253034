import Glibc

/// Characters that HTML spells (character references): `&mdash;`, `&#8212;`, `&#x2014;`.
package enum CharacterReference {
    /// The character that the reference at `offset`, where `&` is, stands for, and the offset behind it; nil where it is
    /// no reference, so that `A&B` stays.
    package static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (
        scalar: Unicode.Scalar, end: Int
    )? {
        let start = offset + 1
        guard let end = bytes[start..<min(start + longest, bytes.count)].firstIndex(of: UInt8(ascii: ";")), end > start
        else { return nil }
        let name = bytes[start..<end]
        if name.first == UInt8(ascii: "#") { return number(name.dropFirst()).map { ($0, end + 1) } }
        return names[String(decoding: name, as: UTF8.self)].map { ($0, end + 1) }
    }

    /// The same, and of `&amp;ldquo;`, a mark that was written down twice, the mark; `&amp;lt;` may be meant as it is.
    package static func decodeTwice(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (scalar: Unicode.Scalar, end: Int)? {
        guard let reference = decode(bytes, at: offset) else { return nil }
        if reference.scalar == "&", let inner = decode(bytes, at: reference.end - 1),
            !["&", "<", ">", "\""].contains(inner.scalar)
        {
            return inner
        }
        return reference
    }

    /// The same, but for what the sanitizer takes out.
    package static func decodeVisible(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (scalar: Unicode.Scalar, end: Int)? {
        decodeTwice(bytes, at: offset).flatMap { SanitizerClass(of: $0.scalar.value) == .plain ? $0 : nil }
    }

    /// What the sanitizer takes out where the references of a text are shown as their characters.
    package static func hidden(in utf8: [UInt8]) -> SanitizerReport {
        utf8.withUnsafeBufferPointer { bytes in
            guard let first = next(in: bytes, from: 0) else { return SanitizerReport() }
            // Nearly all references are of characters that stay.
            var (found, isHiding): (Found?, Bool) = (first, false)
            while let reference = found, !isHiding {
                isHiding = SanitizerClass(of: reference.scalar.value) != .plain
                found = next(in: bytes, from: reference.place.upperBound)
            }
            guard isHiding else { return SanitizerReport() }
            var (decoded, copied): ([UInt8], Int) = ([], first.place.lowerBound)
            found = first
            while let reference = found {
                decoded += bytes[copied..<reference.place.lowerBound]
                decoded.append(contentsOf: UTF8.encode(reference.scalar).unsafelyUnwrapped)
                copied = reference.place.upperBound
                found = next(in: bytes, from: copied)
            }
            decoded += bytes[copied...]
            return TextSanitizer.pass(decoded).removed
        }
    }

    private typealias Found = (scalar: Unicode.Scalar, place: Range<Int>)

    /// The first reference from an offset on.
    private static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Found? {
        guard let base = bytes.baseAddress else { return nil }
        var place = start
        while let found = memchr(base + place, Int32(UInt8(ascii: "&")), bytes.count - place) {
            place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
            if let (scalar, end) = decodeTwice(bytes, at: place) { return (scalar, place..<end) }
            place += 1
        }
        return nil
    }

    /// Behind `&`, with the semicolon.
    private static let longest = 10

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
        let isHex = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
        guard let value = UInt32(text, radix: isHex ? 16 : 10) else { return nil }
        // As every browser does, numbers of C1 controls are read as what Windows has there.
        return windows(value) ?? Unicode.Scalar(value)
    }

    /// What windows-1252 has at the number of a C1 control; nil for other numbers.
    package static func windows(_ value: UInt32) -> Unicode.Scalar? {
        (0x80..<0xA0).contains(value) ? Unicode.Scalar(windows[Int(value) - 0x80]) : nil
    }

    /// Windows-1252, 80 to 9F.
    static let windows: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D,
        0x17E, 0x178,
    ]

    /// The names of HTML 4 and `apos`.
    private static let names: [String: Unicode.Scalar] = {
        var names: [String: Unicode.Scalar] = [:]
        let words = table.split { $0 == " " || $0 == "\n" }
        for place in stride(from: 0, to: words.count - 1, by: 2) {
            names[String(words[place])] = UInt32(words[place + 1], radix: 16).flatMap(Unicode.Scalar.init)
        }
        return names
    }()

    private static let table = """
        AElig C6 Aacute C1 Acirc C2 Agrave C0 Alpha 391 Aring C5 Atilde C3 Auml C4 Beta 392 Ccedil C7 Chi 3A7 Dagger
        2021 Delta 394 ETH D0 Eacute C9 Ecirc CA Egrave C8 Epsilon 395 Eta 397 Euml CB Gamma 393 Iacute CD Icirc CE
        Igrave CC Iota 399 Iuml CF Kappa 39A Lambda 39B Mu 39C Ntilde D1 Nu 39D OElig 152 Oacute D3 Ocirc D4 Ograve D2
        Omega 3A9 Omicron 39F Oslash D8 Otilde D5 Ouml D6 Phi 3A6 Pi 3A0 Prime 2033 Psi 3A8 Rho 3A1 Scaron 160 Sigma 3A3
        THORN DE Tau 3A4 Theta 398 Uacute DA Ucirc DB Ugrave D9 Upsilon 3A5 Uuml DC Xi 39E Yacute DD Yuml 178 Zeta 396
        aacute E1 acirc E2 acute B4 aelig E6 agrave E0 alefsym 2135 alpha 3B1 amp 26 and 2227 ang 2220 aring E5 asymp
        2248 atilde E3 auml E4 bdquo 201E beta 3B2 brvbar A6 bull 2022 cap 2229 ccedil E7 cedil B8 cent A2 chi 3C7 circ
        2C6 clubs 2663 cong 2245 copy A9 crarr 21B5 cup 222A curren A4 dArr 21D3 dagger 2020 darr 2193 deg B0 delta 3B4
        diams 2666 divide F7 eacute E9 ecirc EA egrave E8 empty 2205 emsp 2003 ensp 2002 epsilon 3B5 equiv 2261 eta 3B7
        eth F0 euml EB euro 20AC exist 2203 fnof 192 forall 2200 frac12 BD frac14 BC frac34 BE frasl 2044 gamma 3B3 ge
        2265 gt 3E hArr 21D4 harr 2194 hearts 2665 hellip 2026 iacute ED icirc EE iexcl A1 igrave EC image 2111 infin
        221E int 222B iota 3B9 iquest BF isin 2208 iuml EF kappa 3BA lArr 21D0 lambda 3BB lang 2329 laquo AB larr 2190
        lceil 2308 ldquo 201C le 2264 lfloor 230A lowast 2217 loz 25CA lrm 200E lsaquo 2039 lsquo 2018 lt 3C macr AF
        mdash 2014 micro B5 middot B7 minus 2212 mu 3BC nabla 2207 nbsp A0 ndash 2013 ne 2260 ni 220B not AC notin 2209
        nsub 2284 ntilde F1 nu 3BD oacute F3 ocirc F4 oelig 153 ograve F2 oline 203E omega 3C9 omicron 3BF oplus 2295 or
        2228 ordf AA ordm BA oslash F8 otilde F5 otimes 2297 ouml F6 para B6 part 2202 permil 2030 perp 22A5 phi 3C6 pi
        3C0 piv 3D6 plusmn B1 pound A3 prime 2032 prod 220F prop 221D psi 3C8 quot 22 rArr 21D2 radic 221A rang 232A
        raquo BB rarr 2192 rceil 2309 rdquo 201D real 211C reg AE rfloor 230B rho 3C1 rlm 200F rsaquo 203A rsquo 2019
        sbquo 201A scaron 161 sdot 22C5 sect A7 shy AD sigma 3C3 sigmaf 3C2 sim 223C spades 2660 sub 2282 sube 2286 sum
        2211 sup 2283 sup1 B9 sup2 B2 sup3 B3 supe 2287 szlig DF tau 3C4 there4 2234 theta 3B8 thetasym 3D1 thinsp 2009
        thorn FE tilde 2DC times D7 trade 2122 uArr 21D1 uacute FA uarr 2191 ucirc FB ugrave F9 uml A8 upsih 3D2 upsilon
        3C5 uuml FC weierp 2118 xi 3BE yacute FD yen A5 yuml FF zeta 3B6 zwj 200D zwnj 200C apos 27
        """
}
