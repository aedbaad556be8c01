/**
 * What faces the clients: the API, the stream's sockets, the plaintext redirect and the certificate. Start reading at
 * {@link org.instantlogs.server.front.Front}. It must not know filters, samplers, records, the edge or the control listener.
 *
 * <h2>Which thread owns what</h2>
 *
 * <p>The front runs on several event loops. A connection belongs to one of them for its whole life, and everything that touches its
 * socket (reading a request, writing an answer, writing frames, pings, closing) happens there and nowhere else.
 *
 * <p>Records come from other threads: an edge's event loop, or a worker that takes in an injection. Under its zone's lock such a thread
 * calls {@link org.instantlogs.server.session.Reader#deliver}, which for a socket means: append to the queue of its
 * {@code StreamSocket}, and, where no turn of the socket's event loop is pending, ask for one. It never writes, waits or calls back.
 *
 * <p>The turn, on the socket's event loop, takes a bounded batch off the queue, writes one frame a record and flushes once. The next turn
 * comes when that batch has left the process, so that at most one batch of a slow reader sits in the socket's buffers; the rest waits in
 * the queue, whose length the engine sees as the reader's backlog and samples by. The queue is the only state that two threads share; the
 * {@code StreamSocket}'s own monitor guards it, which is taken inside a zone's lock and never the other way round.
 *
 * <p>The end of a session comes the same way: a mark on the queue behind its last record. The turn that reaches the mark sends the close
 * frame; a timer of two seconds ends the connection where no turn gets that far.
 */
@NullMarked
package org.instantlogs.server.front;

import org.jspecify.annotations.NullMarked;
