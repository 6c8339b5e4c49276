type Awaitable<T> = T | Promise<T>;

/** How a statement is run piece by piece; the worker build (asynchronous) and the Node build (synchronous) share it. */
export interface PendingBindings {
  /** Gives the head of the answer once there is one; until then the statement has to be polled. */
  startPendingQuery(conn: number, sql: string, stream: boolean): Awaitable<Uint8Array | null>;
  pollPendingQuery(conn: number): Awaitable<Uint8Array | null>;
  cancelPendingQuery(conn: number): Awaitable<boolean>;
  runQuery(conn: number, sql: string): Awaitable<Uint8Array>;
  /** The next piece of the answer, empty at its end; null says to ask again. */
  fetchQueryResults(conn: number): Awaitable<Uint8Array | null>;
}

/**
 * Runs a statement in slices of about 100 ms, between which other connections get their turn and it can be stopped.
 * Gives the answer as the pieces of an Arrow IPC stream: its head, then batches of rows. With `stream` rows are worked
 * out as they are taken, and not kept. Throws the signal's reason once it is aborted; the caller has to roll back.
 */
export async function* pendingPieces(
  bindings: PendingBindings,
  conn: number,
  sql: string,
  { signal, stream }: { signal: AbortSignal; stream: boolean },
): AsyncGenerator<Uint8Array, void> {
  let isOpen = true;
  const ask = async <T>(work: () => Awaitable<T>): Promise<T> => {
    signal.throwIfAborted();
    try {
      return await slice(work);
    } catch (error) {
      isOpen = false;
      throw error;
    }
  };
  try {
    let head = await ask(() => bindings.startPendingQuery(conn, sql, stream));
    while (head === null) head = await ask(() => bindings.pollPendingQuery(conn));
    yield head;
    for (;;) {
      const piece = await (stream
        ? ask(() => bindings.fetchQueryResults(conn))
        : bindings.fetchQueryResults(conn));
      if (piece?.length === 0) break;
      if (piece) yield piece;
    }
    isOpen = false;
  } finally {
    if (isOpen) {
      await bindings.cancelPendingQuery(conn);
      await letGo(bindings, conn);
    }
  }
}

/** The same, all pieces at once. */
export async function runPending(
  bindings: PendingBindings,
  conn: number,
  sql: string,
  signal: AbortSignal,
): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of pendingPieces(bindings, conn, sql, { signal, stream: false })) {
    pieces.push(piece);
  }
  return pieces;
}

/** A cancelled statement keeps its files open until the connection is asked something else. */
async function letGo(bindings: PendingBindings, conn: number): Promise<void> {
  try {
    await bindings.runQuery(conn, 'SELECT 1');
  } catch {
    // Refused inside a transaction, which is to be rolled back: the files are closed all the same.
  }
}

/** Awaits an answer; one that comes at once is followed by a turn of the event loop, so that an abort gets through. */
async function slice<T>(work: () => Awaitable<T>): Promise<T> {
  const answer = work();
  if (!(answer instanceof Promise)) await new Promise((resolve) => setTimeout(resolve));
  return answer;
}
