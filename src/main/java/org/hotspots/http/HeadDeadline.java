package org.hotspots.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose next request head is not complete in time. Jetty's idle time-out starts anew with each byte,
 * so a client that sends one byte now and then would otherwise hold a connection for ever. Also the longest time that a
 * kept-alive connection may rest.
 */
final class HeadDeadline extends Handler.Wrapper implements Connection.Listener {
    private final Map<Connection, Scheduler.Task> waiting = new ConcurrentHashMap<>();
    private final Scheduler scheduler = new ScheduledExecutorScheduler("head-deadline", true);
    private final Duration deadline;

    HeadDeadline(Server server, Duration deadline) {
        this.deadline = deadline;
        server.addBean(scheduler);
    }

    @Override
    public void onOpened(Connection connection) {
        await(connection);
    }

    @Override
    public void onClosed(Connection connection) {
        forget(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        forget(connection);
        Request.addCompletionListener(request, failure -> {
            if (connection.getEndPoint().isOpen()) {
                await(connection);
            }
        });
        return super.handle(request, response, callback);
    }

    private void await(Connection connection) {
        Scheduler.Task task = scheduler.schedule(() -> expire(connection), deadline.toMillis(), TimeUnit.MILLISECONDS);
        Scheduler.Task before = waiting.put(connection, task);
        if (before != null) {
            before.cancel();
        }
    }

    private void expire(Connection connection) {
        waiting.remove(connection);
        connection.getEndPoint().close();
    }

    private void forget(Connection connection) {
        Scheduler.Task task = waiting.remove(connection);
        if (task != null) {
            task.cancel();
        }
    }
}
