import Source

extension CheckPage {
    static let brokenLink = CheckPage(
        .brokenLink,
        what: "A link to a file of the notes folder that is not there. External addresses, paths from the top of a site, templates and addresses without a known ending are left alone.",
        why: "A reader follows it into nothing.",
        wrong: .words("`[next](lesson-2.md)` where the folder holds `lesson2.md`."),
        right: .words("`[next](lesson2.md)`."),
        advice: "Mend the path, or put the file where the link says. A note that finds none of its files gets one finding only.")

    static let missingImage = CheckPage(
        .missingImage,
        what: "A picture in the notes folder that is not there, by its path, in a folder of the note's name, or by its name alone.",
        why: "The page shows its alternative text only.",
        wrong: .words("`![curve](img/curve.png)` where there is no such file."),
        right: .words("`![curve](img/curve.png)` with the file beside the note."),
        advice: "Put the picture where the note says, or mend the path.")

    static let unresolvedWikilink = CheckPage(
        .unresolvedWikilink,
        what: "A wikilink that names no note of the folder.",
        why: "It may be a note still to be written, or a name that was misspelt or changed.",
        wrong: .words("`[[Sofmax]]` where the folder holds `Softmax.md`."),
        right: .words("`[[Softmax]]`."),
        advice: "Mend the name, or write the note.")

    static let missingAnchor = CheckPage(
        .missingAnchor,
        what: "A link to a heading that its note does not have. Letters and digits are compared, so that the anchors of other programs are found too; anchors of raw HTML count.",
        why: "The reader comes to the top of the page instead of the place that was meant.",
        wrong: .note(
            #"""
            See [the definition](#definitions).

            # Notes

            ## Definition

            Words.
            """#),
        right: .note(
            #"""
            See [the definition](#definition).

            # Notes

            ## Definition

            Words.
            """#),
        advice: "Name a heading of the note, in its own words.")
}
