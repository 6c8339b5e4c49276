/** What pdf.js asks of a worker's port. */
interface MessageLike {
  action?: string;
  callbackId?: number;
  sourceName: string;
  targetName: string;
  chunk?: { fnArray?: unknown[]; argsArray?: unknown[] };
}
type Listener = (event: { data: unknown }) => void;

/**
 * Joins both halves of pdf.js in one thread. Messages are handed over as they are, without the deep copy that another
 * thread would need: nothing is drawn here, so neither half changes what the other holds, but for the lists of
 * operations, which the sending half empties and fills again.
 */
export class SameThreadPort {
  private readonly listeners = new Set<Listener>();

  postMessage(message: MessageLike): void {
    const kept = withOwnLists(message);
    queueMicrotask(() => this.deliver(kept));
  }

  addEventListener(_name: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    this.listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.listeners.delete(listener);
  }

  terminate(): void {
    this.listeners.clear();
  }

  private deliver(message: MessageLike): void {
    const data = message.action === 'FontFallback' ? answered(message) : message;
    for (const listener of this.listeners) listener({ data });
  }
}

function withOwnLists(message: MessageLike): MessageLike {
  const { chunk } = message;
  if (!chunk?.fnArray || !chunk.argsArray) return message;
  return {
    ...message,
    chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] },
  };
}

/** Fonts are not drawn: the question for their outlines is answered before it costs anything. */
const answered = ({ sourceName, targetName, callbackId }: MessageLike) => ({
  sourceName: targetName,
  targetName: sourceName,
  callback: 1,
  callbackId,
  data: null,
});
