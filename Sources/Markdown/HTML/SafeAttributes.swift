/// The attributes of one element that may stay.
struct SafeAttributes {
    private(set) var attributes: [HTMLAttribute] = []
    private(set) var removed: [String] = []

    init(_ element: String, _ given: [HTMLAttribute], isCentered: Bool) {
        var style: [String] = isCentered ? ["text-align:center"] : []
        for attribute in given {
            let name = attribute.name
            if name.hasPrefix("on") {
                removed.append(name)
            } else if name == "style" {
                let (kept, left) = HTMLPolicy.style(attribute.value)
                style += kept
                removed += left
            } else if name == "align", element != "img" {
                let (kept, _) = HTMLPolicy.style("text-align:\(attribute.value)")
                style += kept
            } else if name == "href", element == "a" {
                address(attribute, isImage: false)
            } else if name == "src", element == "img" {
                address(attribute, isImage: true)
            } else if element == "img", name == "width" || name == "height" {
                size(attribute)
            } else if HTMLPolicy.numbers[element]?.contains(name) == true {
                if let number = Int(attribute.value), (0...1000).contains(number) {
                    attributes.append(HTMLAttribute(name, String(number)))
                }
            } else if HTMLPolicy.attributes[""]?.contains(name) == true || HTMLPolicy.attributes[element]?.contains(name) == true {
                attributes.append(attribute)
            }
        }
        if element == "img" {
            if !attributes.contains(where: { $0.name == "alt" }) { attributes.append(HTMLAttribute("alt", "")) }
            attributes.append(HTMLAttribute("loading", "lazy"))
        }
        if !style.isEmpty { attributes.append(HTMLAttribute("style", style.joined(separator: ";"))) }
    }

    private mutating func address(_ attribute: HTMLAttribute, isImage: Bool) {
        if !attribute.value.isEmpty, HTMLPolicy.isSafe(address: attribute.value, isImage: isImage) {
            attributes.append(attribute)
        } else if !attribute.value.isEmpty {
            removed.append(attribute.name)
        }
    }

    /// `300`, `300px` and `50%`; browsers take whole pixels in the attribute, a percentage goes on as it is.
    private mutating func size(_ attribute: HTMLAttribute) {
        var value = attribute.value
        if value.hasSuffix("px") { value.removeLast(2) }
        if HTMLPolicy.isLength(value, units: ["", "%"], limit: 8192) { attributes.append(HTMLAttribute(attribute.name, value)) }
    }
}
