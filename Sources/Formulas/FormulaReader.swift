import LaTeX
import Source
import Tensors

public enum FormulaReader {}
