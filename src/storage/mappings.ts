import * as v from 'valibot';
import type { Mapping } from '@/domain/mapping';
import { mapping } from './manifest';

export type ShapedMapping = readonly [shape: string, mapping: Mapping];

const shaped = v.tuple([v.string(), mapping]);

/** Mappings kept as JSON, by the shape of their tables; entries that are none are left out. */
export function readMappings(text: string): readonly ShapedMapping[] {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return [];
  }
  return Array.isArray(kept) ? kept.filter((entry) => v.is(shaped, entry)) : [];
}
