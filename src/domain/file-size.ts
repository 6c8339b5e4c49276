const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;
const STEP = 1024;

/** A size in bytes as file managers write it: 1536 gives 1.5 KB. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / Math.log2(STEP));
  const place = Math.min(power, UNITS.length - 1);
  const size = bytes / STEP ** place;
  return `${size.toFixed(place > 0 && size < 100 ? 1 : 0)} ${UNITS[place] ?? ''}`;
}
