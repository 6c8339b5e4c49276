import type { Backend, BackendContent, WriteOptions } from './backend';

/** Holds datasets until the page is left. */
export class MemoryBackend implements Backend {
  readonly kind = 'memory';
  private readonly datasets = new Map<string, BackendContent>();

  async ids(): Promise<string[]> {
    return [...this.datasets.keys()];
  }

  async manifest(id: string): Promise<string | null> {
    return this.datasets.get(id)?.manifest ?? null;
  }

  async write(
    id: string,
    content: BackendContent,
    { onBytes, signal }: WriteOptions,
  ): Promise<void> {
    signal?.throwIfAborted();
    this.datasets.set(id, content);
    for (const { size } of content.blobs) onBytes?.(size);
  }

  async blobs(id: string, count: number): Promise<Blob[]> {
    return this.datasets.get(id)?.blobs.slice(0, count) ?? [];
  }

  async remove(id: string): Promise<void> {
    this.datasets.delete(id);
  }
}
