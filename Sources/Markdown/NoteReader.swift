import Source

/// Reads notes: front matter, mathematics, then CommonMark and its dialects.
public enum NoteReader {
    public static func read(_ source: SourceText, limits: Limits = Limits()) -> Note { Note(source: source) }
}
