import type { Frame } from './statement-frames';

/** What the figure of a topic is counted in. */
export type TopicUnit = 'money' | 'vehicle' | 'area' | 'set';

/** Words of the narrative and what a figure after them is. */
export interface TopicRule {
  id: string;
  /** Divided by `|`; compared as a whole with what a clause says before its figure. */
  words: string;
  frames: readonly Frame[] | 'any';
  unit?: TopicUnit;
  shareOf?: string;
  leads?: Frame;
}
