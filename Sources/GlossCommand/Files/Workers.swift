import Glibc
import Synchronization

/// Runs work on threads of our own, whose stacks are large enough for every nesting that the limits allow.
enum Workers {
    private static let stackBytes = 256 << 20

    /// `transform` of every element, at most `jobs` at a time, in the order of the elements.
    static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], jobs: Int, _ transform: @escaping @Sendable (Element) -> Result
    ) -> [Result] {
        guard !elements.isEmpty else { return [] }
        let box = Box(elements: elements, transform: transform)
        var threads: [pthread_t] = []
        for _ in 0..<min(max(1, jobs), elements.count) {
            guard let thread = start({ box.work() }) else { break }
            threads.append(thread)
        }
        // Without a thread of our own (no memory for its stack) the work is done here.
        if threads.isEmpty { box.work() }
        for thread in threads { pthread_join(thread, nil) }
        return box.results.withLock { results in results.compactMap { $0 } }
    }

    /// The number of processors that are online.
    static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    private final class Box<Element: Sendable, Result: Sendable>: Sendable {
        let elements: [Element]
        let transform: @Sendable (Element) -> Result
        let next = Atomic<Int>(0)
        let results: Mutex<[Result?]>

        init(elements: [Element], transform: @escaping @Sendable (Element) -> Result) {
            self.elements = elements
            self.transform = transform
            results = Mutex([Result?](repeating: nil, count: elements.count))
        }

        func work() {
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < elements.count else { return }
                let result = transform(elements[index])
                results.withLock { $0[index] = result }
            }
        }
    }

    private final class Body {
        let run: () -> Void
        init(_ run: @escaping () -> Void) { self.run = run }
    }

    private static func start(_ body: @escaping () -> Void) -> pthread_t? {
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        pthread_attr_init(attributes)
        defer {
            pthread_attr_destroy(attributes)
            attributes.deallocate()
        }
        pthread_attr_setstacksize(attributes, stackBytes)
        let context = Unmanaged.passRetained(Body(body)).toOpaque()
        var thread: pthread_t = 0
        let code = pthread_create(
            &thread, attributes,
            { context in
                guard let context else { return nil }
                Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context)
        if code != 0 {
            Unmanaged<Body>.fromOpaque(context).release()
            return nil
        }
        return thread
    }
}
