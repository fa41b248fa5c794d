import Source

/// As much of JSON Schema as this repository's schemas use: type, required, properties, items, enum, const, minimum,
/// additionalProperties, oneOf and references to `#/$defs`.
public struct SchemaValidator {
    private let schema: JSONValue

    public init(_ schema: JSONValue) { self.schema = schema }

    /// What is wrong, each with its path; empty where the value conforms.
    public func faults(in value: JSONValue) -> [String] { check(value, schema, "$") }

    private func check(_ value: JSONValue, _ part: JSONValue, _ path: String) -> [String] {
        var schema = part
        if let reference = part["$ref"]?.string {
            guard let name = reference.split(separator: "/").last, reference == "#/$defs/\(name)",
                let definition = self.schema["$defs"]?[String(name)]
            else { return ["\(path): the schema refers to \(reference), which is not there"] }
            schema = definition
        }
        var faults: [String] = []
        if let choices = schema["oneOf"]?.elements {
            let count = choices.count { check(value, $0, path).isEmpty }
            if count != 1 { faults.append("\(path) conforms to \(count) of \(choices.count) choices") }
        }
        if let minimum = schema["minimum"]?.double, let number = value.double, number < minimum {
            faults.append("\(path) is less than \(minimum)")
        }
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
                } else if let inner = schema["additionalProperties"], case .object = inner {
                    faults += check(member, inner, "\(path).\(key)")
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
