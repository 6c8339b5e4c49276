declare module 'virtual:tongchi-assets' {
  import type { AssetId } from '@/offline/assets';

  /** Absolute address of each runtime asset; empty in the single file. */
  export const addresses: Readonly<Record<AssetId, () => string>>;
}

/** True in the one-file build: set by Vite, so that the other branch is dropped. */
declare const __SINGLE_FILE__: boolean;
