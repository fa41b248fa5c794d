import Glibc

/// Runs work that recurses with its input on a thread with a stack of its own, large enough for every depth that the
/// limits allow: the stack of the caller's thread may be small, and an overflow cannot be caught.
enum DeepStack {
    static let bytes = 512 << 20

    private final class Job {
        let work: () -> Void
        init(_ work: @escaping () -> Void) { self.work = work }
    }

    static func run<Result>(_ work: () -> Result) -> Result {
        if isDeep { return work() }
        var result: Result?
        withoutActuallyEscaping(work) { work in
            let job = Job { result = work() }
            let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
            pthread_attr_init(attributes)
            pthread_attr_setstacksize(attributes, bytes)
            defer {
                pthread_attr_destroy(attributes)
                attributes.deallocate()
            }
            var thread = pthread_t()
            let context = Unmanaged.passRetained(job)
            let status = pthread_create(
                &thread, attributes,
                { context in
                    guard let context else { return nil }
                    let job = Unmanaged<Job>.fromOpaque(context).takeRetainedValue()
                    pthread_setspecific(DeepStack.key, UnsafeRawPointer(bitPattern: 1))
                    job.work()
                    return nil
                }, context.toOpaque())
            if status == 0 {
                pthread_join(thread, nil)
            } else {
                // No thread to be had: the caller's stack has to do.
                context.takeRetainedValue().work()
            }
        }
        return result ?? work()
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    private static var isDeep: Bool { pthread_getspecific(key) != nil }
}
