interface Waiting {
  start(): void;
}

/** Work that takes turns: some at once, the others in the order they came; who no longer wants theirs leaves the line. */
export class Turns {
  private running = 0;
  private readonly line = new Set<Waiting>();

  constructor(private readonly atOnce: number) {}

  /** Runs the work when its turn comes. Rejects with the signal's reason if that is aborted before; begun work ends. */
  async take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    if (this.running >= this.atOnce) await this.wait(signal);
    else this.running += 1;
    try {
      return await work();
    } finally {
      this.pass();
    }
  }

  /** Hands the place on to the next in line, or gives it up. */
  private pass(): void {
    const [next] = this.line;
    if (!next) this.running -= 1;
    else next.start();
  }

  private wait(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.line.delete(waiting);
        reject(signal?.reason as Error);
      };
      const waiting: Waiting = {
        start: () => {
          this.line.delete(waiting);
          signal?.removeEventListener('abort', leave);
          resolve();
        },
      };
      this.line.add(waiting);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }
}
