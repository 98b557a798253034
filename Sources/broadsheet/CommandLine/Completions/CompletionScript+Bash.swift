extension CompletionScript {
    /// For bash 4.3 or later; needs nothing of bash-completion.
    var bash: String {
        var lines = [
            "# bash completion for broadsheet",
            "",
            "_broadsheet() {",
            "    # What bash has parted at =, put together again.",
            "    local -a words=()",
            "    local word joins= cur",
            #"    for word in "${COMP_WORDS[@]::COMP_CWORD+1}"; do"#,
            "        if [[ ${#words[@]} -gt 0 && ($word == =* || -n $joins) ]]; then",
            "            words[-1]+=$word",
            "            [[ $word == = ]] && joins=1 || joins=",
            "        else",
            #"            words+=("$word")"#,
            "        fi",
            "    done",
            "    cur=${words[-1]}",
            "",
            "    local command= option= ends= offered= files=",
            "    local -i count=0",
            #"    for word in "${words[@]:1:${#words[@]}-2}"; do"#,
            "        if [[ -n $option ]]; then",
            "            option=",
            "            continue",
            "        fi",
            #"        [[ -n $ends ]] || case $word in"#,
            "        --) ends=1; continue ;;",
            "        -?*)",
            "            # After an option of its own no other command may follow.",
            "            command=${command:-\(Self.standard)}",
            "            case $word in \(valued.joined(separator: "|"))) option=$word ;; esac",
            "            continue",
            "            ;;",
            "        esac",
            "        if [[ $count -eq 0 && -z $ends ]]; then",
            #"            case "$command $word" in"#,
        ]
        for place in places where !place.commands.isEmpty {
            let names = place.commands.map { "'\(place.name) \($0.commandName)'" }
            lines.append("            \(names.joined(separator: "|"))) command=${command:+$command }$word; continue ;;")
        }
        lines += [
            "            esac",
            "            [[ -n $command ]] || command=\(Self.standard)",
            "        fi",
            "        count+=1",
            "    done",
            "",
            "    # An option's value, after it or behind its =.",
            "    if [[ -z $option && -z $ends && $cur == --*=* ]]; then",
            "        option=${cur%%=*}",
            "        cur=${cur#*=}",
            "    fi",
            "    case $option in",
        ]
        for option in valuedOptions {
            let answer =
                switch option.values {
                case .files: "files=-f"
                case .folders: "files=-d"
                case .words(let words): "offered='\(words.joined(separator: " "))'"
                case .none: ":"
                }
            lines.append("    \(option.shownNames.joined(separator: "|"))) \(answer) ;;")
        }
        lines += ["    '')", "        case $command in"]
        for place in places {
            let words = (place.commands.map(\.commandName) + place.words).joined(separator: " ")
            let files = place.positions.filter { $0.values == .files }
            let limit = files.contains(where: \.isRepeating) ? "" : "[[ $count -lt \(files.count) ]] && "
            lines.append("        '\(place.name)')")
            lines.append("            if [[ $cur == -* && -z $ends ]]; then")
            lines.append("                offered='\(place.options.flatMap(\.shownNames).joined(separator: " "))'")
            lines.append("            else")
            lines.append(
                words.isEmpty
                    ? "                :" : "                [[ $count -gt 0 || -n $ends ]] || offered='\(words)'")
            if place.takesFiles { lines.append("                \(limit)files=-f") }
            lines += ["            fi", "            ;;"]
        }
        lines += [
            "        esac",
            "        ;;",
            "    esac",
            "",
            "    COMPREPLY=()",
            "    local part=",
            #"    [[ $COMP_WORDBREAKS == *=* && $cur == *=* ]] && part=${cur%"${cur##*=}"}"#,
            "    while IFS= read -r word; do",
            #"        [[ -n $word ]] && COMPREPLY+=("${word#"$part"}")"#,
            #"    done < <(compgen -W "$offered" -- "$cur")"#,
            "    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2> /dev/null",
            "    if [[ -n $files ]]; then",
            "        compopt -o filenames 2> /dev/null",
            "        while IFS= read -r word; do",
            #"            COMPREPLY+=("$word")"#,
            #"        done < <(compgen "$files" -- "$cur")"#,
            "    fi",
            "    return 0",
            "}",
            "",
            "complete -F _broadsheet broadsheet",
        ]
        return lines.joined(separator: "\n")
    }
}
