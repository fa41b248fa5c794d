import Source

/// Pages of the checks on Python.
extension CheckPage {
    static let pythonSyntax = CheckPage(
        .pythonSyntax,
        what: "Python that does not parse. The place is where CPython 3.11 puts its caret.",
        why: "Readers who paste it get a SyntaxError.",
        wrong: .note(
            #"""
            ```python
            def relu(x)
                return max(0, x)
            ```
            """#),
        right: .note(
            #"""
            ```python
            def relu(x):
                return max(0, x)
            ```
            """#),
        advice: "Mend the syntax. For pseudo-code name another language, `text` for example.")

    static let pythonError = CheckPage(
        .pythonError,
        what: "Python that raises an error when it runs after the blocks before it.",
        why: "Readers who run the note get the same error.",
        wrong: .note(
            #"""
            ```python
            import numpy as np

            W = np.ones((3, 4))
            x = np.ones(3)
            h = W @ x
            ```
            """#),
        right: .note(
            #"""
            ```python
            import numpy as np

            W = np.ones((3, 4))
            x = np.ones(4)
            h = W @ x
            ```
            """#),
        advice: "Mend the code; `<!-- gloss: skip \"reason\" -->` before a block that is meant to fail.")

    static let wrongSnippet = CheckPage(
        .wrongSnippet,
        what: "A function whose name ties it to an implementation of the catalogue and that computes something else in every accepted convention.",
        why: "Code in notes is copied.",
        wrong: .note(
            #"""
            ```python
            import numpy as np

            def sigmoid(x):
                return 1 / (1 + np.exp(x))
            ```
            """#),
        right: .note(
            #"""
            ```python
            import numpy as np

            def sigmoid(x):
                return 1 / (1 + np.exp(-x))
            ```
            """#),
        advice: "Compare with the counterexample; rename the function if it is meant to be another.")

    static let failedAssert = CheckPage(
        .failedAssert,
        what: "An `assert` of a snippet that fails.",
        why: "The note contradicts itself.",
        wrong: .note(
            #"""
            ```python
            assert abs(0.1 + 0.2 - 0.4) < 1e-9
            ```
            """#),
        right: .note(
            #"""
            ```python
            assert abs(0.1 + 0.2 - 0.3) < 1e-9
            ```
            """#),
        advice: "Mend the code or the assertion.")

    static let wrongOutput = CheckPage(
        .wrongOutput,
        what: "A block of text right after a Python block that states other numbers than that block prints.",
        why: "The output was edited or comes from an older version of the code.",
        wrong: .note(
            #"""
            ```python
            print(1 + 1)
            ```

            ```text
            3
            ```
            """#),
        right: .note(
            #"""
            ```python
            print(1 + 1)
            ```

            ```text
            2
            ```
            """#),
        advice: "Paste the output again.")

    static let undefinedName = CheckPage(
        .undefinedName,
        what: "A name or attribute that exists nowhere and is one slip away from one that does.",
        why: "Readers who run it get a NameError or AttributeError.",
        wrong: .note(
            #"""
            ```python
            import numpy as np

            print(np.linspcae(0, 1, 3))
            ```
            """#),
        right: .note(
            #"""
            ```python
            import numpy as np

            print(np.linspace(0, 1, 3))
            ```
            """#),
        advice: "Mend the spelling.")

    static let codeLimit = CheckPage(
        .codeLimit,
        what: "A snippet that was stopped at a limit of steps, memory, output or recursion.",
        why: "What comes after it was not run.",
        wrong: .note(
            #"""
            ```python
            n = 0
            while True:
                n += 1
            ```
            """#),
        right: .note(
            #"""
            ```python
            n = 0
            while n < 10:
                n += 1
            ```
            """#),
        advice: "Make the example smaller, or `skip` it.")
}
