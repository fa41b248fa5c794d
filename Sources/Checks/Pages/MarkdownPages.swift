import Source

/// Pages of what can go wrong before anything is read as mathematics.
extension CheckPage {
    static let unreadableFile = CheckPage(
        .unreadableFile,
        what: "A note that the file system does not give: no permission, a broken link, a read error.",
        why: "What is not read is not checked, and a silent gap would look like a clean note.",
        wrong: .words(
            #"""
            A file without read permission in the notes folder.
            """#),
        right: .words(
            #"""
            The same file, readable.
            """#),
        advice: "Mend the permissions, or leave the path out with `exclude` in gloss.yaml.")

    static let invalidUTF8 = CheckPage(
        .invalidUTF8,
        what: "A note whose bytes are not UTF-8. The finding names the first bad byte.",
        why: "Notes in other encodings would show wrong characters, and formulas would be cut in the wrong places.",
        wrong: .words(
            #"""
            A note saved as GBK or Latin-1.
            """#),
        right: .words(
            #"""
            The same note saved as UTF-8.
            """#),
        advice: "Save the file as UTF-8; a byte-order mark is allowed.")

    static let noteTooLarge = CheckPage(
        .noteTooLarge,
        what: "A note larger than the limit, 4 MiB by default.",
        why: "A limit keeps one file from making a run endless.",
        wrong: .words(
            #"""
            A generated note of 5 MiB.
            """#),
        right: .words(
            #"""
            The same text in several notes.
            """#),
        advice: "Split the note, or raise `noteBytes` in gloss.yaml.")

    static let nestingTooDeep = CheckPage(
        .nestingTooDeep,
        what: "Quotes and lists nested deeper than 64 containers.",
        why: "Nobody reads such a note; parsers fail on it.",
        wrong: .words(
            #"""
            A line of 100 quote marks before its text.
            """#),
        right: .note(
            #"""
            > > A quote in a quote with $x$.
            """#),
        advice: "Remove levels of quotes or lists.")

    static let unclosedMath = CheckPage(
        .unclosedMath,
        what: "A formula whose opening delimiter has no closing one.",
        why: "Without its end nobody can say where the formula stops, and the rest of the note turns into mathematics.",
        wrong: .note(
            #"""
            The loss is

            $$
            \ell = -\log p

            and the text goes on.
            """#),
        right: .note(
            #"""
            The loss is

            $$
            \ell = -\log p
            $$

            and the text goes on.
            """#),
        advice: "Add the closing delimiter.")

    static let frontMatterSyntax = CheckPage(
        .frontMatterSyntax,
        what: "Front matter that is not valid YAML or TOML.",
        why: "Its settings are lost, and other programs will stumble over it as well.",
        wrong: .note(
            #"""
            ---
            title: "an open quote
            ---

            Text.
            """#),
        right: .note(
            #"""
            ---
            title: "closed"
            ---

            Text.
            """#),
        advice: "Mend the line that the finding names.")

    static let frontMatterLimit = CheckPage(
        .frontMatterLimit,
        what: "Front matter larger than 64 KiB, nested deeper than 32 levels, or with YAML aliases.",
        why: "Aliases can make a small file expand without end.",
        wrong: .note(
            #"""
            ---
            a: &a [1, 2]
            b: *a
            ---

            Text.
            """#),
        right: .note(
            #"""
            ---
            a: [1, 2]
            b: [1, 2]
            ---

            Text.
            """#),
        advice: "Write the values out, or move data to a file of its own.")

    static let tableTooLarge = CheckPage(
        .tableTooLarge,
        what: "A table of more than 256 columns or 262,144 cells.",
        why: "No page can show it.",
        wrong: .words(
            #"""
            A table with 300 columns.
            """#),
        right: .note(
            #"""
            | a | b |
            |---|---|
            | 1 | 2 |
            """#),
        advice: "Split the table, or raise `tableColumns` and `tableCells` in gloss.yaml.")

    static let nulByte = CheckPage(
        .nulByte,
        what: "A note that holds a NUL byte.",
        why: "It is no text; it often comes from a damaged or binary file. It is shown as U+FFFD.",
        wrong: .words(
            #"""
            A file with a zero byte in it.
            """#),
        right: .note(
            #"""
            Plain text.
            """#),
        advice: "Remove the byte.")

    static let tooManyBrackets = CheckPage(
        .tooManyBrackets,
        what: "One block with more than 1,000 opening square brackets.",
        why: "The Markdown parser needs time that grows with their square, so the block is not parsed.",
        wrong: .words(
            #"""
            A paragraph of 2,000 opening brackets.
            """#),
        right: .note(
            #"""
            A [link](https://example.org).
            """#),
        advice: "Escape brackets that are no links, or put the text into a code block.")

    static let unclosedFrontMatter = CheckPage(
        .unclosedFrontMatter,
        what: "Front matter that opens with `---` or `+++` and has no closing line.",
        why: "The settings are not read, and the note begins with them as text.",
        wrong: .note(
            #"""
            ---
            title: endless

            # Heading
            """#),
        right: .note(
            #"""
            ---
            title: closed
            ---

            # Heading
            """#),
        advice: "Add the closing line.")

    static let removedHTML = CheckPage(
        .removedHTML,
        what: "Raw HTML that a page may not carry: scripts, frames, event handlers, unsafe addresses.",
        why: "Pages are inert: a note must not be able to run anything in its reader's browser.",
        wrong: .note(
            #"""
            Text <b onclick="x()">bold</b>.
            """#),
        right: .note(
            #"""
            Text <b>bold</b>.
            """#),
        advice: "Remove the tag or attribute; everything else on the page stays as it is.")

    static let tooManyFindings = CheckPage(
        .tooManyFindings,
        what: "A note with more findings than are listed, 100 by default.",
        why: "A long list hides the first causes. Errors are listed before warnings.",
        wrong: .words(
            #"""
            A note with 150 unknown commands.
            """#),
        right: .note(
            #"""
            One formula $x + 1$.
            """#),
        advice: "Mend what is listed and run again, or raise `findingsInNote` in gloss.yaml.")

    static let configSyntax = CheckPage(
        .configSyntax,
        what: "A gloss.yaml that is not valid YAML.",
        why: "None of its settings apply.",
        wrong: .configuration(
            #"""
            title: "an open quote
            """#),
        right: .configuration(
            #"""
            title: "closed"
            """#),
        advice: "Mend the line that the finding names.")

    static let pageNameCollision = CheckPage(
        .pageNameCollision,
        what: "Two notes whose pages would have the same name, or a note named as a page of Gloss's own.",
        why: "One page would overwrite the other, so one gets a suffix.",
        wrong: .words(
            #"""
            `Notes.md` and `notes.md` in one folder.
            """#),
        right: .words(
            #"""
            `Notes.md` and `more.md`.
            """#),
        advice: "Rename one of the notes if you want another address.")
}
