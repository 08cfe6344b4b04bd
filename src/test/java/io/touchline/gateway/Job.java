package io.touchline.gateway;

/** What keeps the books behind the gateways of a test. */
public interface Job extends AutoCloseable {

    /** Starts a job, once the topics are there: the real one if the tests were told of it, and otherwise its double. */
    static Job start(String bootstrap) {
        Job job = System.getProperty(FlinkJob.CLASS_PATH) == null ? new TestJob(bootstrap) : new FlinkJob(bootstrap);
        return job.start();
    }

    /** Runs, from the beginning or where it was when it was stopped. */
    Job start();

    /** Ends it; what it wrote since it last kept its state, it writes again once it runs again. */
    void stop();

    @Override
    default void close() {
        stop();
    }
}
