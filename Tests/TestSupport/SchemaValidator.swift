import Source

/// As much of JSON Schema as this repository's schemas use: type, required, properties, items, enum, const,
/// additionalProperties.
public struct SchemaValidator {
    private let schema: JSONValue

    public init(_ schema: JSONValue) { self.schema = schema }

    /// What is wrong, each with its path; empty where the value conforms.
    public func faults(in value: JSONValue) -> [String] { check(value, schema, "$") }

    private func check(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
        var faults: [String] = []
        if let type = schema["type"] {
            let allowed = type.elements?.compactMap(\.string) ?? [type.string ?? ""]
            if !allowed.contains(where: { Self.matches(value, $0) }) { return ["\(path) is no \(allowed.joined(separator: " or "))"] }
        }
        if let allowed = schema["enum"]?.elements, !allowed.contains(value) { faults.append("\(path) is not one of the values allowed") }
        if let constant = schema["const"], constant != value { faults.append("\(path) is not the constant") }
        if case .object(let members) = value {
            let properties = schema["properties"]
            for key in schema["required"]?.elements?.compactMap(\.string) ?? [] where members[key] == nil {
                faults.append("\(path).\(key) is missing")
            }
            for (key, member) in members.sorted(by: { $0.key < $1.key }) {
                if let inner = properties?[key] {
                    faults += check(member, inner, "\(path).\(key)")
                } else if schema["additionalProperties"] == .bool(false) {
                    faults.append("\(path).\(key) is not in the schema")
                }
            }
        }
        if case .array(let elements) = value, let items = schema["items"] {
            for (index, element) in elements.enumerated() { faults += check(element, items, "\(path)[\(index)]") }
        }
        return faults
    }

    private static func matches(_ value: JSONValue, _ type: String) -> Bool {
        switch (value, type) {
        case (.null, "null"), (.bool, "boolean"), (.integer, "integer"), (.integer, "number"), (.number, "number"),
            (.string, "string"), (.array, "array"), (.object, "object"):
            true
        case (.number(let number), "integer"): number == number.rounded()
        default: false
        }
    }
}
