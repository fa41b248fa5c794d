enum SymbolTable {
  static func check(_ tree: PythonTree) throws(SyntaxFault) {}
}
